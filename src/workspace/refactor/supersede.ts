import { type Entry, slugOf } from '../../domain/graph/corpus.ts';
import type { Workspace } from '../read-corpus.ts';
import { pointAt } from '../text.ts';
import type { FileChange } from './change-set.ts';
import { type Edit, withEdits } from './edit.ts';
import { type Fields, fieldsIn, valueEdit } from './edit-fields.ts';
import { listEdits } from './edit-lists.ts';

/**
 * What is written where one record replaces another: `supersedes` in the newer one and, with `isInForce`, the
 * status of the older one. Null where fields cannot be edited in place.
 */
export function replacing(
  workspace: Workspace,
  old: Entry,
  by: Entry,
  isInForce: boolean,
): FileChange[] | null {
  const newer = editing(workspace, by, (fields) =>
    listEdits(fields, by.type, { field: 'supersedes', add: slugOf(old), remove: null }),
  );
  const older = editing(workspace, old, (fields) => {
    if (!isInForce || old.data['status'] === 'superseded') return [];
    const edit = valueEdit(fields, ['status'], 'superseded');
    return edit && [edit];
  });
  return newer && older && [...newer, ...older];
}

function editing(
  { texts }: Workspace,
  { path }: Entry,
  edit: (fields: Fields) => Edit[] | null,
): FileChange[] | null {
  const text = texts.get(path) ?? '';
  const fields = fieldsIn(text, path);
  const edits = fields && edit(fields);
  if (edits === null) return null;
  if (edits.length === 0) return [];
  const lines = edits.map(
    ({ start, end, text: now }) =>
      `${pointAt(text, start).line}: ${start === end ? '' : `${text.slice(start, end)} -> `}${now.trim()}`,
  );
  return [{ from: path, to: path, text: withEdits(text, edits), lines }];
}

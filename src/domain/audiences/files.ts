import { resolvePath, targetOf } from '../body/target.ts';
import type { Entry } from '../graph/corpus.ts';
import { valuesAt } from '../graph/graph.ts';
import { fileFields } from '../graph/relations.ts';
import type { FieldPath } from '../problems/problem.ts';

/** Paths of the files that a document shows, links to or names in a field. */
export function filesOf(entry: Entry): string[] {
  const urls = [...(entry.outline?.links ?? []), ...(entry.outline?.images ?? [])].map(({ url }) =>
    targetOf(url, entry.path),
  );
  return [
    ...urls.flatMap((target) => (target.kind === 'file' ? [target.path] : [])),
    ...filesNamed(entry).map(({ file }) => file),
  ];
}

/** The files that the fields of an entry name, each with the place of the field. */
export const filesNamed = (entry: Entry): { path: FieldPath; file: string }[] =>
  fileFields
    .filter(({ from }) => from === entry.type.name)
    .flatMap(({ field }) => valuesAt(entry.data, field))
    .flatMap(({ path, value }) => {
      const file = typeof value === 'string' ? resolvePath(entry.path, value) : null;
      return file === null ? [] : [{ path, file }];
    });

import { type Corpus, type Entry, titleOf } from '../graph/corpus.ts';
import { compareText } from '../problems/problem.ts';
import type { FileChange } from './file-change.ts';

/** A document or record as people call it. */
export interface Named {
  readonly id: string;
  readonly path: string;
  /** Its type in words, such as `Runbook`. */
  readonly type: string;
  readonly title: string;
}

/** A document that a change added, changed, removed or renamed; for a rename with its path before. */
export interface DocumentChange extends Named {
  readonly kind: FileChange['kind'];
  readonly before: string;
}

export const named = (entry: Entry): Named => ({
  id: entry.id,
  path: entry.path,
  type: entry.type.label,
  title: titleOf(entry),
});

/** The documents and records among changed files, by type and path. */
export function documentChanges(
  changes: readonly FileChange[],
  before: Corpus,
  now: Corpus,
): DocumentChange[] {
  const [were, are] = [byPath(before), byPath(now)];
  return changes
    .flatMap(({ kind, path, before: was }) => {
      const entry = kind === 'removed' ? were.get(path) : are.get(path);
      return entry ? [{ ...named(entry), kind, before: was }] : [];
    })
    .sort((a, b) => compareText(a.type, b.type) || compareText(a.path, b.path));
}

export const byPath = ({ entries }: Corpus): ReadonlyMap<string, Entry> =>
  new Map(entries.map((entry) => [entry.path, entry]));

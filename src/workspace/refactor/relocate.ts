import { addressOf } from '../../domain/graph/addresses.ts';
import type { Entry } from '../../domain/graph/corpus.ts';
import { type Moves, movedFields, movedUrl, movesOf } from '../../domain/refactor/moves.ts';
import type { Workspace } from '../read-corpus.ts';
import type { FileChange } from './change-set.ts';
import { rewrite } from './rewrite.ts';

/** Moves of documents and files, with all that has to be written anew for them. */
export interface Relocation {
  readonly moves: Moves;
  readonly changes: readonly FileChange[];
  /** `path:line` of references and links that cannot be edited in place. */
  readonly stuck: readonly string[];
}

/** What it takes to move files: `paths` are new paths by old ones. Nothing is written. */
export function relocation(
  { corpus, texts }: Workspace,
  paths: ReadonlyMap<string, string>,
): Relocation {
  const moves = movesOf(corpus, paths);
  const stuck: string[] = [];
  const changes = corpus.entries.flatMap((entry): FileChange[] => {
    const text = texts.get(entry.path) ?? '';
    const to = paths.get(entry.path) ?? entry.path;
    const done = rewrite(entry, text, {
      fields: entry.readable ? movedFields(entry, moves) : [],
      url: (url) => movedUrl(url, entry.path, moves),
      alias: aliasOf(entry, moves),
    });
    stuck.push(...done.stuck.map((line) => `${entry.path}:${line}`));
    if (to === entry.path && done.text === text) return [];
    return [{ from: entry.path, to, text: done.text, lines: done.lines }];
  });
  const isEntry = new Set(corpus.entries.map(({ path }) => path));
  const files = [...paths]
    .filter(([from]) => !isEntry.has(from))
    .map(([from, to]): FileChange => ({ from, to, text: null, lines: [] }));
  const isMoved = ({ from, to }: FileChange) => from !== to;
  const all = [...changes, ...files];
  return { moves, stuck, changes: [...all.filter(isMoved), ...all.filter((one) => !isMoved(one))] };
}

function aliasOf(entry: Entry, { ids }: Moves): { add: string; remove: string } | null {
  const id = ids.get(entry.id);
  if (id === undefined || !('aliases' in entry.type.schema.shape) || !entry.readable) return null;
  return { add: addressOf(entry), remove: addressOf({ id }) };
}

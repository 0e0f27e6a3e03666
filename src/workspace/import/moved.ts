import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textAt } from '../../domain/graph/fields.ts';
import { type Moves, movedFields, movedUrl } from '../../domain/refactor/moves.ts';
import { emptyWorkspace, type Workspace, withText } from '../read-corpus.ts';
import type { FileChange } from '../refactor/change-set.ts';
import { rewrite } from '../refactor/rewrite.ts';
import { keptFolder } from './ledger.ts';
import { isOwnPath } from './own-path.ts';

/**
 * The texts that are kept as they were imported, of documents whose links a move writes anew: with the same
 * links, so that the next import does not take them for words of somebody.
 */
export function movedImports(
  { root, corpus }: Workspace,
  changes: readonly FileChange[],
  moves: Moves,
): FileChange[] {
  const changed = new Set(changes.map(({ from }) => from));
  return corpus.entries.flatMap((entry): FileChange[] => {
    const from = textAt(entry.data, 'imported.from');
    if (from === null || !changed.has(entry.path)) return [];
    const path = `${keptFolder}/${from}`;
    if (!isOwnPath(path)) return [];
    const was = existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : null;
    const [kept] = was === null ? [] : withText(emptyWorkspace(''), entry.path, was).corpus.entries;
    if (!kept || was === null) return [];
    const { text, stuck } = rewrite(kept, was, {
      fields: kept.readable ? movedFields(kept, moves) : [],
      url: (url) => movedUrl(url, entry.path, moves),
      alias: null,
    });
    const lines = ['links of the text as it was imported'];
    return stuck.length > 0 || text === was ? [] : [{ from: path, to: path, text, was, lines }];
  });
}

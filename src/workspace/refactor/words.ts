import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Moves } from '../../domain/refactor/moves.ts';
import type { Workspace } from '../read-corpus.ts';
import { pointAt } from '../text.ts';

/** Places, as `path:line`, that name what has moved by its old id: in words, code, or data files. */
export function namedInWords({ root, texts, corpus }: Workspace, { ids, paths }: Moves): string[] {
  if (ids.size === 0) return [];
  const names = [...ids.keys()].map((id) => id.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`(?<![\\w-])(?:${names.join('|')})(?![\\w-])`, 'g');
  const moved = new Set(paths.values());
  const data = [...corpus.assets]
    .filter((path) => path.endsWith('.json') && !moved.has(path) && path !== 'baseline.json')
    .map((path) => [path, readFileSync(join(root, path), 'utf8')] as const);
  return [...texts, ...data].flatMap(([path, text]) =>
    [...text.matchAll(pattern)].flatMap(({ index, 0: id }) => {
      const isAlias = moved.has(path) && text[index - 1] === '/' && text[index + id.length] === '/';
      return isAlias ? [] : [`${path}:${pointAt(text, index).line}`];
    }),
  );
}

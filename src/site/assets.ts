import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isPublished } from '../domain/body/published.ts';
import { resolvePath, targetOf } from '../domain/body/target.ts';
import type { Entry } from '../domain/graph/corpus.ts';
import { valuesAt } from '../domain/graph/graph.ts';
import { fileFields } from '../domain/graph/relations.ts';
import type { Handbook } from './handbook.ts';

/** The address of a file of the content folder; null for an ending that is not published. */
export const assetAddress = (path: string): string | null =>
  isPublished(path) ? `/files/${encodeURI(path)}` : null;

/** Paths of the files that a document shows or links to: only these are published. */
export function publishedFiles({ corpus }: Pick<Handbook, 'corpus'>): string[] {
  const used = new Set<string>();
  for (const entry of corpus.entries) {
    for (const path of filesOf(entry))
      if (corpus.assets.has(path) && assetAddress(path) !== null) used.add(path);
  }
  return [...used].sort();
}

function filesOf(entry: Entry): string[] {
  const urls = [...(entry.outline?.links ?? []), ...(entry.outline?.images ?? [])].map(({ url }) =>
    targetOf(url, entry.path),
  );
  const named = fileFields
    .filter(({ from }) => from === entry.type.name)
    .flatMap(({ field }) => valuesAt(entry.data, field))
    .map(({ value }) => (typeof value === 'string' ? resolvePath(entry.path, value) : null));
  return [...urls.map((target) => (target.kind === 'file' ? target.path : null)), ...named].filter(
    (path) => path !== null,
  );
}

/** The bytes of a file of the content folder. */
export const readAsset = (
  { workspace }: Pick<Handbook, 'workspace'>,
  path: string,
): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(join(workspace.root, path)));

/** Longer files are not read; results of an evaluation come to some megabytes. */
const MOST_BYTES = 20_000_000;

/** The text of a file of the content folder that a page is computed from, or null where it cannot. */
export function fileText(
  { corpus, workspace }: Pick<Handbook, 'corpus' | 'workspace'>,
  path: string,
): string | null {
  if (!corpus.assets.has(path)) return null;
  const file = join(workspace.root, path);
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  return size === undefined || size > MOST_BYTES ? null : readFileSync(file, 'utf8');
}

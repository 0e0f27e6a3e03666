import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from '../domain/audiences/files.ts';
import { isPublished } from '../domain/body/published.ts';
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

import { statSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from '../domain/audiences/files.ts';
import { endingOf, isPublished } from '../domain/body/published.ts';
import { readInside } from '../workspace/read-inside.ts';
import { cleanSvg } from '../workspace/svg.ts';
import type { Handbook } from './handbook.ts';

/** The address of a file of the content folder; null for an ending that is not published. */
export const assetAddress = (path: string): string | null =>
  isPublished(path) ? `/files/${path.split('/').map(encodeURIComponent).join('/')}` : null;

/** Paths of the files that a document shows or links to: only these are published. */
export function publishedFiles({ corpus }: Pick<Handbook, 'corpus'>): string[] {
  const used = new Set<string>();
  for (const entry of corpus.entries) {
    for (const path of filesOf(entry))
      if (corpus.assets.has(path) && assetAddress(path) !== null) used.add(path);
  }
  return [...used].sort();
}

/** The bytes of a file of the content folder as they are published. */
export const readAsset = (
  { workspace }: Pick<Handbook, 'workspace'>,
  path: string,
): Uint8Array<ArrayBuffer> => {
  const bytes = readInside(workspace.root, path);
  // Whatever stands in the file by now, only its drawing is published.
  return new Uint8Array(
    endingOf(path) === 'svg' ? Buffer.from(cleanSvg(bytes.toString('utf8'))) : bytes,
  );
};

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
  return size === undefined || size > MOST_BYTES
    ? null
    : readInside(workspace.root, path).toString('utf8');
}

import { statSync } from 'node:fs';
import { join } from 'node:path';
import { endingOf, isPublished } from '../domain/body/published.ts';
import { resolvePath, targetOf } from '../domain/body/target.ts';
import type { Entry } from '../domain/graph/corpus.ts';
import { valuesAt } from '../domain/graph/graph.ts';
import { fileFields } from '../domain/graph/relations.ts';
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

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resolvePath, targetOf } from '../domain/body/target.ts';
import type { Entry } from '../domain/graph/corpus.ts';
import { valuesAt } from '../domain/graph/graph.ts';
import { fileFields } from '../domain/graph/relations.ts';
import type { Handbook } from './handbook.ts';

/** Endings of files that are published, with the content type that they are served with. */
export const contentTypes: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  csv: 'text/csv; charset=utf-8',
  gif: 'image/gif',
  hl7: 'text/plain; charset=utf-8',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  json: 'application/json',
  jsonl: 'application/jsonl',
  log: 'text/plain; charset=utf-8',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  webp: 'image/webp',
  yaml: 'text/plain; charset=utf-8',
  yml: 'text/plain; charset=utf-8',
};

/** The address of a file of the content folder; null for an ending that is not published. */
export function assetAddress(path: string): string | null {
  const ending = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(contentTypes, ending) ? `/files/${encodeURI(path)}` : null;
}

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

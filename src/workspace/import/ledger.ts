import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textAt } from '../../domain/graph/fields.ts';
import type { Workspace } from '../read-corpus.ts';

/** What the handbook knows of a document that was imported before. */
export interface Known {
  /** Where it is now, inside the content folder; null where it was deleted here. */
  readonly path: string | null;
  /** Its text now. */
  readonly text: string | null;
  readonly type: string | null;
  readonly digest: string | null;
  readonly commit: string | null;
  /** Its text as the last import wrote it; null where that was not kept. */
  readonly base: string | null;
}

/** Where texts are kept as they were imported, inside the content folder. */
export const keptFolder = '.handbook/imported';

/** Documents that were imported before, by `imported.from`. */
export function readLedger({ root, corpus, texts }: Workspace): ReadonlyMap<string, Known> {
  const known = new Map<string, Known>();
  for (const from of keptTexts(root)) known.set(from, gone(root, from));
  for (const { path, data, type } of corpus.entries) {
    const from = textAt(data, 'imported.from');
    if (from === null || (known.get(from)?.path ?? null) !== null) continue;
    known.set(from, {
      path,
      text: texts.get(path) ?? null,
      type: type.name,
      digest: textAt(data, 'imported.digest'),
      commit: textAt(data, 'imported.commit'),
      base: known.get(from)?.base ?? null,
    });
  }
  return known;
}

const gone = (root: string, from: string): Known => ({
  path: null,
  text: null,
  type: null,
  digest: null,
  commit: null,
  base: readFileSync(join(root, keptFolder, from), 'utf8'),
});

function keptTexts(root: string): string[] {
  const folder = join(root, keptFolder);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((one) => one.isFile())
    .map((one) =>
      join(one.parentPath, one.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    );
}

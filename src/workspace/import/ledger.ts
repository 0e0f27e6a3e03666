import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aliasesOf } from '../../domain/graph/addresses.ts';
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
  /** The addresses that it had before, as `/runbooks/disk-full/`. */
  readonly aliases: readonly string[];
  /** Its text as the last import wrote it; null where that was not kept. */
  readonly base: string | null;
  /** Where it came from until now, where it was moved in the sources, and what is kept under its new name. */
  readonly moved?: { readonly from: string; readonly kept: string | null };
}

/** Where texts are kept as they were imported, inside the content folder. */
export const keptFolder = '.handbook/imported';

/** Documents that were imported before, by `imported.from`. */
export function readLedger({ root, corpus, texts }: Workspace): ReadonlyMap<string, Known> {
  const known = new Map<string, Known>();
  for (const from of keptTexts(root)) known.set(from, gone(root, from));
  for (const entry of corpus.entries) {
    const { path, data, type } = entry;
    const from = textAt(data, 'imported.from');
    if (from === null || (known.get(from)?.path ?? null) !== null) continue;
    known.set(from, {
      path,
      text: texts.get(path) ?? null,
      type: type.name,
      digest: textAt(data, 'imported.digest'),
      commit: textAt(data, 'imported.commit'),
      aliases: aliasesOf(entry),
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
  aliases: [],
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

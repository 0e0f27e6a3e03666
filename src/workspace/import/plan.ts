import { type Known, keptFolder } from './ledger.ts';
import { merge, type Region, withAliasesOf } from './merge.ts';
import type { Finished } from './worker-model.ts';

/** What happens to a document of a source. */
export type Fate =
  | 'written'
  | 'updated'
  | 'unchanged'
  /** Changed in the source and here: left as it is here until somebody decides. */
  | 'contested'
  /** Imported before and deleted here: it stays away. */
  | 'deleted';

/** Whose text is taken where both changed one. */
export const keeps = ['here', 'source', 'both'] as const;

export type Keep = (typeof keeps)[number];

/** A file to be put into the content folder. */
export interface FilePut {
  readonly path: string;
  readonly content: string | (() => Promise<Uint8Array>);
  /** Whether the file that is there now is the one that it is to replace; null for a new file. */
  readonly replaces: ((bytes: Buffer) => boolean) | null;
}

/** What is planned for one document. */
export interface Planned {
  readonly fate: Fate;
  /** Where both sides changed it, and somebody has to decide or has decided. */
  readonly regions: readonly Region[];
  readonly puts: readonly FilePut[];
  /** Whether both texts were wanted where one place was changed on both sides. */
  readonly isBothRefused?: true;
}

/** A file that takes the place of a text; null for none. */
export const putText = (path: string, content: string, was: string | null): FilePut => ({
  path,
  content,
  replaces: was === null ? null : (bytes) => asRead(bytes) === was,
});

/** A text as the handbook reads it. */
const asRead = (bytes: Buffer): string =>
  bytes
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .replaceAll(/\r\n?/g, '\n');

/** Compares a document with what was imported of it before and with what it is here now. */
export function planDocument(
  { text, path, from }: Pick<Finished, 'from' | 'path' | 'text'>,
  known: Known | undefined,
  digest: string,
  keep: Keep | null,
): Planned {
  const base = known?.base ?? null;
  const kept = known?.moved ? known.moved.kept : base;
  const here = known?.text ?? null;
  const put = (fate: Fate, now: string, regions: readonly Region[] = []): Planned => ({
    fate,
    regions,
    puts: [
      ...(now === here ? [] : [putText(path, now, here)]),
      ...(kept === text ? [] : [putText(`${keptFolder}/${from}`, text, kept)]),
    ],
  });
  const leave = (fate: Fate, regions: readonly Region[] = []): Planned => ({
    fate,
    regions,
    puts: [],
  });
  if (known === undefined) return put('written', text);
  if (here === null) return keep === 'source' ? put('written', text) : leave('deleted');
  if (here === text) return put('unchanged', text);
  if (base === text || (base === null && known.digest === digest)) return leave('unchanged');
  if (base === here) return put('updated', text);
  const merged = merge(here, base ?? '', text, path);
  const isSame = known.digest === digest;
  if (!merged.isContested && merged.text !== null)
    return isSame && merged.text === here ? leave('unchanged') : put('updated', merged.text);
  if (keep === 'source') return put('updated', withAliasesOf(here, text, path), merged.regions);
  if (keep === 'here') return put('updated', merged.kept, merged.regions);
  if (keep === 'both' && merged.text !== null) return put('updated', merged.text, merged.regions);
  // The file in the source is the same: only ways to other documents differ, and people's words go first.
  if (isSame) return leave('unchanged');
  const contested = leave('contested', merged.regions);
  return keep === 'both' ? { ...contested, isBothRefused: true } : contested;
}

import { type Known, keptFolder } from './ledger.ts';
import { merge, type Region } from './merge.ts';
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
  readonly content: string | Uint8Array;
  /** Its text now, which must still be there when it is written; null for a new file. */
  readonly was: string | null;
}

/** What is planned for one document. */
export interface Planned {
  readonly fate: Fate;
  /** Where both sides changed it, and somebody has to decide or has decided. */
  readonly regions: readonly Region[];
  readonly puts: readonly FilePut[];
}

/** Compares a document with what was imported of it before and with what it is here now. */
export function planDocument(
  finished: Pick<Finished, 'from' | 'path' | 'text'>,
  known: Known | undefined,
  digest: string,
  keep: Keep | null,
): Planned {
  const { text, path, from } = finished;
  const kept = (was: string | null): FilePut[] =>
    was === text ? [] : [{ path: `${keptFolder}/${from}`, content: text, was }];
  const base = known?.base ?? null;
  const done = (fate: Fate, now: string, regions: readonly Region[] = []): Planned => {
    const was = known?.text ?? null;
    const puts = now === was ? [] : [{ path, content: now, was }];
    return { fate, regions, puts: [...puts, ...kept(base)] };
  };
  const left = (fate: Fate, regions: readonly Region[] = []): Planned => ({
    fate,
    regions,
    puts: [],
  });
  if (known === undefined) return done('written', text);
  if (known.path === null || known.text === null)
    return keep === 'source' ? done('written', text) : left('deleted');
  if (known.text === text) return done('unchanged', text);
  if (base === text) return left('unchanged');
  if (base === known.text) return done('updated', text);
  if (base === null && known.digest === digest) return left('unchanged');
  const merged = merge(known.text, base ?? '', text, path);
  if (!merged.isContested && merged.text !== null)
    return merged.text === known.text && known.digest === digest
      ? left('unchanged')
      : done('updated', merged.text);
  // The file in the source is the same: only ways to other documents differ, and people's words go first.
  if (known.digest === digest && keep === null) return left('unchanged');
  if (keep === 'source') return done('updated', text, merged.regions);
  if (keep === 'here') return done('updated', merged.kept, merged.regions);
  if (keep === 'both' && merged.text !== null) return done('updated', merged.text, merged.regions);
  return left('contested', merged.regions);
}

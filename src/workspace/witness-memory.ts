import { statSync } from 'node:fs';
import type { Entry } from '../domain/graph/corpus.ts';
import type { FileFact } from '../domain/standard/witness.ts';

/** Facts of files and hashes of entries, kept from one judgement of a folder to the next. */
export interface WitnessMemory {
  /** The fact that `read` gives of a file; the last one while the file is untouched. */
  readonly fact: (file: string, read: (file: string) => FileFact | null) => FileFact | null;
  /** The hash that `compute` gives of an entry; the last one while all files that it asked for have their digests. */
  readonly hash: (
    entry: Entry,
    digestOf: DigestOf,
    compute: (digestOf: DigestOf) => string,
  ) => string;
}

type DigestOf = (path: string) => string | null;

/** Remembers from one judgement to the next. */
export function witnessMemory(): WitnessMemory {
  const facts = new Map<string, { readonly state: string; readonly fact: FileFact | null }>();
  const hashes = new WeakMap<
    Entry,
    { readonly hash: string; readonly asked: Map<string, string | null> }
  >();
  return {
    fact: (file, read) => {
      const state = stateOf(file);
      const known = facts.get(file);
      if (known?.state === state) return known.fact;
      const fact = read(file);
      facts.set(file, { state, fact });
      return fact;
    },
    hash: (entry, digestOf, compute) => {
      const known = hashes.get(entry);
      if (known && [...known.asked].every(([path, digest]) => digestOf(path) === digest))
        return known.hash;
      const asked = new Map<string, string | null>();
      const hash = compute((path) => {
        const digest = digestOf(path);
        asked.set(path, digest);
        return digest;
      });
      hashes.set(entry, { hash, asked });
      return hash;
    },
  };
}

function stateOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  return `${found?.ino} ${found?.size} ${found?.mtimeMs} ${found?.ctimeMs}`;
}

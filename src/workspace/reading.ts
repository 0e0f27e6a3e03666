import type { Entry } from '../domain/graph/corpus.ts';
import type { Problem } from '../domain/problems/problem.ts';

/** What a text says by itself, and what is wrong with it. */
export interface Reading {
  readonly entry: Entry;
  readonly problems: readonly Problem[];
}

/** Readings of texts that were read before. */
export interface ReadingMemory {
  readonly recall: (path: string, text: string) => Reading | undefined;
  readonly keep: (path: string, text: string, reading: Reading) => void;
  /** Called when a whole handbook was read: what was neither recalled nor kept since then is gone. */
  readonly save: () => void;
}

/** Remembers nothing. */
export const forgetful: ReadingMemory = { recall: () => undefined, keep: () => {}, save: () => {} };

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Counts } from '../domain/readiness/counts.ts';
import { cacheFolder } from './cache-folder.ts';
import { programDigest } from './program.ts';
import { writeAtomically } from './write.ts';

/** What was counted for commits with the rules as they are; null for a commit that cannot be read. */
export interface TrendCache {
  get(commit: string): Counts | null | undefined;
  set(commit: string, counts: Counts | null): void;
  /** Writes it down; a folder that cannot be written only costs time. */
  save(): void;
}

/** The cache of a content folder, by its path in the repository; other rules begin an empty one. */
export function trendCache(prefix: string, folder = cacheFolder): TrendCache {
  const file = resolve(folder, 'trend.json');
  // Pages are bundled elsewhere before they run, so the program is found from where it was started.
  const rules = programDigest(process.cwd());
  const known = new Map(Object.entries(readCounts(file, rules)));
  const key = (commit: string) => `${prefix}@${commit}`;
  let isNew = false;
  return {
    get: (commit) => known.get(key(commit)),
    set: (commit, counts) => {
      if (known.has(key(commit))) return;
      known.set(key(commit), counts);
      isNew = true;
    },
    save: () => {
      if (!isNew) return;
      try {
        writeAtomically(file, JSON.stringify({ rules, counts: Object.fromEntries(known) }));
      } catch {}
    },
  };
}

type Known = Readonly<Record<string, Counts | null>>;

function readCounts(file: string, rules: string): Known {
  try {
    const saved = JSON.parse(readFileSync(file, 'utf8')) as { rules: string; counts: Known };
    return saved.rules === rules ? saved.counts : {};
  } catch {
    return {};
  }
}

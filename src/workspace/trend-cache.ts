import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Counts } from '../domain/readiness/counts.ts';
import { writeAtomically } from './write.ts';

/** What was counted for commits with the rules as they are; null for a commit that cannot be read. */
export interface TrendCache {
  get(commit: string): Counts | null | undefined;
  set(commit: string, counts: Counts | null): void;
  /** Writes it down; a folder that cannot be written only costs time. */
  save(): void;
}

const FOLDER = 'node_modules/.cache/exit-ramp-handbook';

/** The cache of a content folder, by its path in the repository; other rules begin an empty one. */
export function trendCache(prefix: string, folder = FOLDER): TrendCache {
  const file = resolve(folder, 'trend.json');
  const rules = rulesDigest();
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

/** Digest of the program that judges; pages are bundled elsewhere before they run, so it is read from its source. */
function rulesDigest(): string {
  const hash = createHash('sha256');
  for (const part of ['src/domain', 'src/workspace']) {
    const folder = join(process.cwd(), part);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
    for (const file of files.filter((name) => name.endsWith('.ts')))
      hash.update(file).update(readFileSync(join(folder, file)));
  }
  return hash.digest('hex');
}

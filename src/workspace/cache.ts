import { hash } from 'node:crypto';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { programChangedSince, programDigest } from './program.ts';

/** Where the program keeps what it found out: outside the content folder, and safe to delete. */
export interface CacheHome {
  readonly folder: string;
  /** Where the program itself lies. */
  readonly program: string;
}

/** The cache of one content folder. */
export interface Cache {
  readonly folder: string;
  /** A digest of the program: what another one kept is not read. */
  readonly program: string;
  /** False where the program on disk is no longer the one that runs. */
  readonly mayKeep: () => boolean;
}

/** How many content folders are remembered; of more, those that were written longest ago are forgotten. */
const FOLDERS = 12;

const digests = new Map<string, string>();

/** The cache of the content folder at `root`. */
export function cacheOf({ folder, program }: CacheHome, root: string): Cache {
  const digest = digests.get(program) ?? programDigest(program);
  digests.set(program, digest);
  return {
    folder: join(folder, 'read', hash('sha256', root).slice(0, 16)),
    program: digest,
    mayKeep: () => !programChangedSince(program, performance.timeOrigin),
  };
}

/** Deletes all but the newest `count` of what stands in a folder. */
export function keepNewest(folder: string, count: number): void {
  try {
    const names = readdirSync(folder);
    if (names.length <= count) return;
    const found = names
      .map((name) => join(folder, name))
      .map((path) => ({ path, at: timeOf(path) }));
    found.sort((a, b) => b.at - a.at);
    for (const { path } of found.slice(count)) rmSync(path, { recursive: true, force: true });
  } catch {
    // Somebody else tidies up at the same time, or nobody may.
  }
}

/** Forgets content folders that nobody looked at for long. */
export const tidy = (cache: Cache): void => keepNewest(join(cache.folder, '..'), FOLDERS);

const timeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

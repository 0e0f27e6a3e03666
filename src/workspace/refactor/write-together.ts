import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { writeSynced } from '../write.ts';
import type { FileChange } from './change-set.ts';

/** Some files could be written and others not, and what was written could not be taken back. */
export class PartlyWritten extends Error {
  /** Paths that are as they were to become. */
  readonly changed: readonly string[];
  constructor(changed: readonly string[], options: { cause: unknown }) {
    super('partly written', options);
    this.changed = changed;
  }
}

/**
 * Makes all changes or none: every text is written to a temporary file first, then they are put in place by
 * rename. On a failure what was done is undone and the failure thrown; where that fails too, PartlyWritten.
 */
export function writeTogether(root: string, changes: readonly FileChange[]): void {
  const prepared: Prepared[] = [];
  try {
    for (const change of changes) prepared.push(prepare(root, change));
    const done: Prepared[] = [];
    try {
      for (const one of prepared) {
        done.push(one);
        one.place();
      }
    } catch (error) {
      const stuck = done.toReversed().filter((one) => !attempt(one.undo));
      if (stuck.length > 0)
        throw new PartlyWritten(stuck.map(({ path }) => path).reverse(), { cause: error });
      throw error;
    }
  } finally {
    for (const { temporaries } of prepared)
      for (const file of temporaries) rmSync(file, { force: true });
  }
  for (const { from, to } of changes)
    if (from !== null && from !== to) removeEmpty(root, dirname(from));
}

interface Prepared {
  readonly path: string;
  /** Files beside the real ones that are gone in the end. */
  readonly temporaries: readonly string[];
  /** Puts the file in its place. */
  readonly place: () => void;
  /** Puts things back as they were, whether or not they were placed. */
  readonly undo: () => void;
}

function prepare(root: string, { from, to, text }: FileChange): Prepared {
  const target = join(root, to);
  const source = from === null ? null : join(root, from);
  if (source !== null && from === to) return replacement(realpathSync(source), to, text ?? '');
  mkdirSync(dirname(target), { recursive: true });
  if (source !== null && text === null) return move(source, target, to);
  const fresh = temporaryOf(target, 'new');
  write(fresh, text ?? '', source);
  const aside = source === null ? null : temporaryOf(source, 'old');
  return {
    path: to,
    temporaries: aside === null ? [fresh] : [fresh, aside],
    place: () => {
      linkSync(fresh, target);
      if (source !== null && aside !== null) renameSync(source, aside);
    },
    undo: () => {
      if (source !== null && aside !== null && existsSync(aside)) renameSync(aside, source);
      // Only what was put there by this: somebody else's file of that name is no link of ours.
      if (existsSync(target) && statSync(target).ino === statSync(fresh).ino) rmSync(target);
    },
  };
}

function replacement(file: string, path: string, text: string): Prepared {
  const fresh = temporaryOf(file, 'new');
  const aside = temporaryOf(file, 'old');
  write(fresh, text, file);
  return {
    path,
    temporaries: [fresh, aside],
    place: () => {
      linkSync(file, aside);
      renameSync(fresh, file);
    },
    undo: () => {
      if (existsSync(aside)) renameSync(aside, file);
    },
  };
}

const move = (source: string, target: string, path: string): Prepared => ({
  path,
  temporaries: [],
  place: () => {
    linkSync(source, target);
    rmSync(source);
  },
  undo: () => {
    if (!existsSync(source)) renameSync(target, source);
    else if (existsSync(target) && statSync(target).ino === statSync(source).ino) rmSync(target);
  },
});

const temporaryOf = (file: string, kind: 'new' | 'old'): string =>
  join(dirname(file), `.${basename(file)}.${process.pid}.${kind}.tmp`);

/** Writes a file with the permissions of the one that it replaces. */
const write = (file: string, text: string, like: string | null): void =>
  writeSynced(file, text, like === null ? undefined : statSync(like).mode);

function attempt(work: () => void): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}

/** Takes away folders that nothing is left in, up to the content folder. */
function removeEmpty(root: string, folder: string): void {
  for (let at = folder; at !== '.' && at !== ''; at = dirname(at)) {
    const full = join(root, at);
    if (!existsSync(full) || readdirSync(full).length > 0) return;
    rmdirSync(full);
  }
}

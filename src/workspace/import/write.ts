import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { asideOf, freshOf, type Journal, journalOf, readJournal, STAGE } from './journal.ts';
import { refuseNoFolder, wayRefusal } from './own-path.ts';
import type { FilePut } from './plan.ts';

/** A file of the content folder is another than it was when the import began. */
export class ChangedMeanwhile extends Error {
  readonly path: string;
  constructor(path: string) {
    super(`${path} changed meanwhile`);
    this.path = path;
  }
}

/** Somebody pressed Ctrl-C. */
export class Stopped extends Error {}

/**
 * Puts all files in place or none: they are written aside and seen on the disk first, then linked in. On a
 * failure, and where somebody presses Ctrl-C, what was done is undone and the failure thrown. A run that was
 * killed is undone by the next one.
 */
export async function putTogether(root: string, puts: readonly FilePut[]): Promise<void> {
  undoKilled(root);
  puts.map(({ path }) => path).forEach(wayRefusal(root));
  const stage = join(root, STAGE);
  await watchingSignals(async (refuseStopped) => {
    try {
      const journal = await prepare(stage, root, puts, refuseStopped);
      try {
        for (const folder of journal.folders.toReversed()) mkdirSync(join(root, folder));
        for (const [index, step] of journal.steps.entries()) place(stage, root, step, index);
      } catch (error) {
        undo(stage, root, journal);
        throw error;
      }
      rmSync(journalOf(stage));
    } finally {
      if (!existsSync(journalOf(stage))) rmSync(stage, { recursive: true, force: true });
    }
  });
}

/** Runs work that ends by itself when it is told to: `refuseStopped` throws once somebody wants it to. */
async function watchingSignals(work: (refuseStopped: () => void) => Promise<void>): Promise<void> {
  let isStopped = false;
  const stop = () => {
    isStopped = true;
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, stop);
  try {
    await work(() => {
      if (isStopped) throw new Stopped();
    });
  } finally {
    for (const signal of signals) process.off(signal, stop);
  }
}

/** Puts back what an import that was killed in the middle of its work had changed; tells whether there was one. */
export function undoKilled(root: string): boolean {
  const stage = join(root, STAGE);
  refuseNoFolder(stage, STAGE);
  if (!existsSync(stage)) return false;
  if (existsSync(journalOf(stage))) undo(stage, root, readJournal(root));
  rmSync(stage, { recursive: true, force: true });
  return true;
}

async function prepare(
  stage: string,
  root: string,
  puts: readonly FilePut[],
  refuseStopped: () => void,
): Promise<Journal> {
  mkdirSync(join(stage, 'new'), { recursive: true });
  mkdirSync(join(stage, 'old'));
  for (const [index, { content, path, replaces }] of puts.entries()) {
    const bytes = typeof content === 'string' ? content : await content();
    // A signal is heard between two turns only.
    if (index % 100 === 0) await setImmediate();
    refuseStopped();
    writeFileSync(freshOf(stage, index), bytes);
    if (replaces !== null) keepMode(join(root, path), freshOf(stage, index));
  }
  const steps = puts.map(({ path, replaces }) => ({ path, replaces: replaces !== null }));
  const journal: Journal = { steps, folders: missingFolders(root, puts) };
  writeFileSync(`${journalOf(stage)}.tmp`, JSON.stringify(journal));
  seeOnDisk(stage);
  await setImmediate();
  refuseStopped();
  for (const put of puts) refuseChanged(root, put);
  puts.map(({ path }) => path).forEach(wayRefusal(root));
  renameSync(`${journalOf(stage)}.tmp`, journalOf(stage));
  return journal;
}

function keepMode(file: string, fresh: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found) chmodSync(fresh, found.mode & 0o777);
}

function refuseChanged(root: string, { path, replaces }: FilePut): void {
  const file = join(root, path);
  const isThere = existsSync(file);
  if (replaces === null ? isThere : !isThere || !replaces(readFileSync(file)))
    throw new ChangedMeanwhile(path);
}

function missingFolders(root: string, puts: readonly FilePut[]): string[] {
  const missing = new Set<string>();
  for (const { path } of puts)
    for (let at = dirname(path); at !== '.' && !missing.has(at); at = dirname(at))
      if (!existsSync(join(root, at))) missing.add(at);
  return [...missing].sort((a, b) => b.length - a.length);
}

/** One call for all files: asking for each of thousands takes minutes. */
function seeOnDisk(folder: string): void {
  try {
    execFileSync('sync', ['-f', folder], { stdio: 'ignore' });
  } catch {
    // A system without it writes to the disk when it sees fit.
  }
}

function place(stage: string, root: string, step: Journal['steps'][number], index: number): void {
  const target = join(root, step.path);
  if (!step.replaces) {
    linkSync(freshOf(stage, index), target);
    return;
  }
  const file = realpathSync(target);
  linkSync(file, asideOf(stage, index));
  renameSync(freshOf(stage, index), file);
}

function undo(stage: string, root: string, { steps, folders }: Journal): void {
  for (const [index, { path, replaces }] of steps.entries()) {
    const target = join(root, path);
    const [fresh, aside] = [freshOf(stage, index), asideOf(stage, index)];
    if (replaces) {
      if (existsSync(aside)) renameSync(aside, existsSync(target) ? realpathSync(target) : target);
    } else if (existsSync(target) && isSameFile(target, fresh)) rmSync(target);
  }
  for (const folder of folders) removeEmpty(join(root, folder));
  rmSync(journalOf(stage), { force: true });
}

/** Only what was put there by this: somebody else's file of that name is no link of ours. */
const isSameFile = (one: string, other: string): boolean =>
  existsSync(other) && statSync(one).ino === statSync(other).ino;

function removeEmpty(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
}

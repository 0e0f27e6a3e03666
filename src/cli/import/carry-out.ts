import { existsSync, mkdirSync, readdirSync, rmdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { NotOwn } from '../../workspace/import/own-path.ts';
import type { ImportPlan } from '../../workspace/import/pipeline.ts';
import { putText } from '../../workspace/import/plan.ts';
import { SourceError } from '../../workspace/import/sources/source.ts';
import { ChangedMeanwhile, putTogether, Stopped } from '../../workspace/import/write.ts';
import { takeLock } from '../../workspace/lock.ts';
import { isSystemError, reasonOf } from '../../workspace/system-error.ts';
import { Refusal } from '../refusal.ts';
import type { ImportTarget } from './target.ts';

/** Runs an import while no other one goes into the same folder. */
export async function holdingImport<T>(root: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(root), { recursive: true });
  const file = join(dirname(root), `.${basename(root)}.import.lock`);
  const release = takeLock(file);
  if (release === null)
    throw new Refusal(
      `Another import into ${root} is at work. Wait for it; if none is, delete ${file}. Nothing was written.`,
    );
  try {
    return await work();
  } finally {
    release();
  }
}

/** Writes what was planned: all of it or nothing. */
export async function carryOutImport(
  { root, first }: ImportTarget,
  plan: ImportPlan,
): Promise<void> {
  const begun = [...first].map(([path, text]) => putText(path, text, null));
  const puts = [...begun, ...plan.puts];
  if (puts.length === 0) return;
  const isNew = !existsSync(root);
  mkdirSync(root, { recursive: true });
  try {
    await holding(join(root, '.new.lock'), () => putTogether(root, puts));
  } catch (error) {
    if (isNew && readdirSync(root).length === 0) rmdirSync(root);
    throw refusalOf(error);
  }
}

/** Runs work while no other command writes into the handbook. */
async function holding(file: string, work: () => Promise<void>): Promise<void> {
  const release = takeLock(file);
  if (release === null)
    throw new Refusal(
      `Another command is writing into the handbook. Run it again; if none is, delete ${file}. Nothing was written.`,
    );
  try {
    await work();
  } finally {
    release();
  }
}

function refusalOf(error: unknown): unknown {
  if (error instanceof ChangedMeanwhile)
    return new Refusal(
      `${error.path} was changed or made by somebody else while the import was at work. Nothing was written. Run it again.`,
    );
  if (error instanceof NotOwn) return new Refusal(`${error.message} Nothing was written.`);
  if (error instanceof Stopped) return new Refusal('Stopped. Nothing was written.');
  if (error instanceof SourceError)
    return new Refusal(`It broke off: ${error.message} Everything is as it was.`);
  if (isSystemError(error))
    return new Refusal(`It broke off: ${diskWords(error)}. Everything is as it was.`);
  return error;
}

const diskWords = (error: NodeJS.ErrnoException): string =>
  error.code === 'ENOSPC' ? 'the disk is full' : reasonOf(error);

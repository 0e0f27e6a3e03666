import { existsSync, mkdirSync, readdirSync, rmdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { ImportPlan } from '../../workspace/import/pipeline.ts';
import type { FilePut } from '../../workspace/import/plan.ts';
import { ChangedMeanwhile, putTogether } from '../../workspace/import/write.ts';
import { takeLock, withLock } from '../../workspace/lock.ts';
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
export function carryOutImport({ root, first }: ImportTarget, { documents }: ImportPlan): void {
  const begun = [...first].map(([path, content]): FilePut => ({ path, content, was: null }));
  const puts = [...begun, ...documents.flatMap((one) => one.puts)];
  if (puts.length === 0) return;
  const isNew = !existsSync(root);
  mkdirSync(root, { recursive: true });
  try {
    withLock(join(root, '.new.lock'), () => putTogether(root, puts));
  } catch (error) {
    if (isNew && readdirSync(root).length === 0) rmdirSync(root);
    if (error instanceof ChangedMeanwhile)
      throw new Refusal(
        `${error.path} was changed or made by somebody else while the import was at work. Nothing was written. Run it again.`,
      );
    if (isSystemError(error))
      throw new Refusal(`It broke off: ${diskWords(error)}. Everything is as it was.`);
    throw error;
  }
}

const diskWords = (error: NodeJS.ErrnoException): string =>
  error.code === 'ENOSPC' ? 'the disk is full' : reasonOf(error);

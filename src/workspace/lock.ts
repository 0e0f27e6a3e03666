import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { isSystemError } from './system-error.ts';

/**
 * Takes a lock by creating the file, with this process's number in it. Returns what gives it back, or null
 * while a running process holds it; a lock whose process is gone is taken over.
 */
export function takeLock(file: string): (() => void) | null {
  if (!create(file)) {
    if (isHeld(file)) return null;
    rmSync(file, { force: true });
    if (!create(file)) return null;
  }
  return () => rmSync(file, { force: true });
}

/** Runs `work` while holding the lock; waits up to five seconds for it, then throws. */
export function withLock<T>(file: string, work: () => T): T {
  for (let tries = 0; tries < 250; tries++) {
    const release = takeLock(file);
    if (release) {
      try {
        return work();
      } finally {
        release();
      }
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
  }
  throw new Error(`${file} is held by another process. Delete it if none is running.`);
}

function create(file: string): boolean {
  try {
    const handle = openSync(file, 'wx');
    writeSync(handle, String(process.pid));
    closeSync(handle);
    return true;
  } catch (error) {
    if (isSystemError(error) && error.code === 'EEXIST') return false;
    throw error;
  }
}

function isHeld(file: string): boolean {
  try {
    const owner = Number(readFileSync(file, 'utf8'));
    // A file without a number was created a moment ago and is being written.
    if (owner === 0) return true;
    process.kill(owner, 0);
    return true;
  } catch (error) {
    return isSystemError(error) && error.code === 'EPERM';
  }
}

import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { takeLock, withLock } from '../../src/workspace/lock.ts';
import { bin, quietGit, temporary } from './run.ts';

const lockFile = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'lock-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'lock');
};

test('decisions that are started at once get numbers of their own', async () => {
  const cwd = temporary('small');
  const start = (title: string) =>
    new Promise<number | null>((resolve) => {
      const args = [bin, 'new', 'adr', title, '--owner', 'ada-reyes'];
      spawn(process.execPath, args, { cwd, env: quietGit }).on('exit', resolve);
    });
  const codes = await Promise.all(['One', 'Two', 'Three', 'Four'].map(start));
  expect(codes).toEqual([0, 0, 0, 0]);
  const numbers = readdirSync(join(cwd, 'content/adrs')).map((name) => name.slice(0, 4));
  expect(new Set(numbers).size).toBe(5);
});

test('a lock is given once, until it is given back', () => {
  const file = lockFile();
  const release = takeLock(file);
  expect(release).not.toBeNull();
  expect(takeLock(file)).toBeNull();
  release?.();
  expect(withLock(file, () => 'done')).toBe('done');
});

test('the lock of a process that is gone is taken over', () => {
  const file = lockFile();
  writeFileSync(file, '999999999');
  expect(takeLock(file)).not.toBeNull();
});

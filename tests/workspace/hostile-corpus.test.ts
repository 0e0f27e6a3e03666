import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Result } from './hostile-child.ts';
import { hostileExpected, hostileFiles, madeAttacks } from './hostile-corpus.ts';

/** Milliseconds of work and megabytes that one document may cost; what hangs is ended. */
const MOST_WORK = 2000;
const MOST_MEMORY = 500;
const PATIENCE = 600_000;

const names = [...hostileFiles().keys(), ...madeAttacks.keys()];
const results = new Map<string, Result>();
let ended = '';

/** All attacks run in a process of their own, so that one which ends or fills it is told by its name. */
beforeAll(
  () =>
    new Promise<void>((resolve) => {
      const child = spawn(process.execPath, [
        '--expose-gc',
        join(import.meta.dirname, 'hostile-child.ts'),
      ]);
      const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE - 5000);
      let rest = '';
      child.stdout.on('data', (chunk: Buffer) => {
        const lines = (rest + chunk).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) {
          const told = JSON.parse(line) as Result;
          ended = told.name;
          if ('work' in told) results.set(told.name, told);
        }
      });
      child.stderr.on('data', (chunk: Buffer) => {
        ended += chunk.toString();
      });
      child.on('close', () => {
        clearTimeout(timer);
        resolve();
      });
    }),
  PATIENCE,
);

const resultOf = (name: string): Result => {
  const result = results.get(name);
  if (!result) throw new Error(`The process ended or hung in: ${ended}`);
  return result;
};

it('there are hundreds of hostile documents, and the process lived through all', () => {
  expect(hostileFiles().size).toBeGreaterThan(450);
  expect([...results.keys()], ended).toEqual(names);
});

it('no line is expected of a document that is not there', () => {
  const known = new Set(hostileFiles().keys());
  expect(hostileExpected().filter((line) => !known.has(line.replace(/:\d+ \S+$/, '')))).toEqual([]);
});

describe.each([...hostileFiles()])('%s', (name, { path }) => {
  it('is refused at its place, and costs little', () => {
    const { problems, work, memory, unsafe } = resultOf(name);
    const own = problems.filter((one) => one.path === path);
    expect(own.map(({ line, key }) => `${name}:${line} ${key}`)).toEqual(
      hostileExpected().filter((line) => line.startsWith(`${name}:`)),
    );
    expect(own.some(({ severity }) => severity === 'error')).toBe(true);
    expect(work).toBeLessThan(MOST_WORK);
    expect(memory).toBeLessThan(MOST_MEMORY);
    // A document with errors is shown in dev: even then nothing of it gets onto the page.
    expect(unsafe).toEqual([]);
  });
});

describe.each([...madeAttacks])('%s', (name, { path }) => {
  it('costs little, and keeps no other document from being checked', () => {
    const { problems, work, memory, unsafe } = resultOf(name);
    expect(work).toBeLessThan(MOST_WORK);
    expect(memory).toBeLessThan(MOST_MEMORY);
    expect(unsafe).toEqual([]);
    expect(problems.filter((one) => one.path === 'glossary/z.mdx').map(({ key }) => key)).toContain(
      'links.file',
    );
    if (path === null) return;
    const errors = problems.filter((one) => one.path === path && one.severity === 'error');
    expect(errors.map(({ key }) => key)).toContainEqual(
      expect.stringMatching(/^(?:file-name|hidden-characters|addresses)\./),
    );
  });
});

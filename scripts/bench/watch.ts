import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { Failure } from '../lib/failure.ts';
import { root } from '../lib/paths.ts';

const SAVES = 15;
/** Between an answer and the next save, in milliseconds. */
const PAUSE = 150;
/** Longest wait for an answer, in milliseconds. */
const DEADLINE = 60_000;

/** How long `check --watch` takes from a save to its answer, in milliseconds, one figure for each of some saves. */
export async function watchTimes(content: string, edited: string): Promise<number[]> {
  const child = spawn(
    process.execPath,
    [join(root, 'src/cli/bin.ts'), 'check', '--watch', '--format', 'json'],
    {
      cwd: root,
      env: { ...process.env, HANDBOOK_CONTENT: content },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const text = readFileSync(edited);
  try {
    const answers = linesOf(child.stdout);
    const notes = linesOf(child.stderr);
    while (!(await within(notes.next(), child)).value?.startsWith('Watching')) {}
    await within(answers.next(), child);
    const times: number[] = [];
    for (let save = 0; save < SAVES; save++) {
      // Nobody saves twice in a tenth of a second, and watchers take such events for one.
      await setTimeout(PAUSE);
      const words = `\nSentence ${save} that a reader asked for, with [a link](nowhere-${save}.mdx).\n`;
      const start = performance.now();
      appendFileSync(edited, words);
      await within(answers.next(), child);
      times.push(performance.now() - start);
    }
    return times;
  } finally {
    child.kill();
    writeFileSync(edited, text);
  }
}

const linesOf = (stream: NodeJS.ReadableStream) =>
  createInterface({ input: stream })[Symbol.asyncIterator]();

function within<T>(promise: Promise<T>, child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const signal = new AbortController();
    setTimeout(DEADLINE, undefined, { signal: signal.signal }).then(
      () => {
        child.kill();
        reject(new Failure('check --watch did not answer.'));
      },
      () => {},
    );
    promise.then(resolve, reject).finally(() => signal.abort());
  });
}

import { type ChildProcess, spawn } from 'node:child_process';
import { Failure } from '../lib/failure.ts';
import { root } from '../lib/paths.ts';
import { childrenTime, memoryOf } from './process-tree.ts';

/** What a program cost, itself and every process that it started. */
export interface Cost {
  /** From its start to its end, in seconds. */
  readonly wall: number;
  /** User CPU in seconds, without programs that outlive their parent for a moment; null where the system does not tell. */
  readonly cpu: number | null;
  /** Most memory held at one time, in bytes; null where the system does not tell. */
  readonly memory: number | null;
}

const LOOK_EVERY_MS = 50;
let running: ChildProcess | undefined;
let stopped = false;

/** Runs a Node program of the project with a content folder; one that ends with another code than `fine` is a Failure. */
export async function measure(
  args: readonly string[],
  content: string,
  fine: readonly number[] = [0],
): Promise<Cost> {
  if (stopped) throw new Failure('Stopped.');
  const before = { time: childrenTime(), at: performance.now() };
  const child = spawn(process.execPath, [...args], {
    cwd: root,
    env: { ...process.env, HANDBOOK_CONTENT: content, ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running = child;
  let memory: number | null = null;
  const look = () => {
    const now = child.pid === undefined ? null : memoryOf(child.pid);
    if (now !== null) memory = Math.max(memory ?? 0, now);
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  const output = await outputOf(child).finally(() => {
    clearInterval(timer);
    running = undefined;
  });
  const wall = (performance.now() - before.at) / 1000;
  const after = childrenTime();
  const cpu = before.time === null || after === null ? null : after - before.time;
  if (fine.includes(child.exitCode ?? -1)) return { wall, cpu, memory };
  throw new Failure(`This did not end well: node ${args.join(' ')}\n${output.slice(-4000)}`);
}

/** Ends the program that is being measured, and starts no other. */
export const stop = (): void => {
  stopped = true;
  running?.kill();
};

const outputOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', reject);
    child.on('close', () => resolve(output));
  });

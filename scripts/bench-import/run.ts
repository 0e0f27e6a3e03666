import { spawn } from 'node:child_process';
import { memoryOf } from '../bench/process-tree.ts';
import { root } from '../lib/paths.ts';

/** How a program ended, and what it cost. */
export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Seconds. */
  readonly wall: number;
  /** Bytes, with all its children; null where the system does not tell. */
  readonly memory: number | null;
}

/** Runs a Node program of the project to its end, whatever that is. */
export function runProgram(args: readonly string[], content: string): Promise<Run> {
  const before = performance.now();
  const child = spawn(process.execPath, [...args], {
    cwd: root,
    env: { ...process.env, HANDBOOK_CONTENT: content, ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let memory: number | null = null;
  const timer = setInterval(() => {
    const now = child.pid === undefined ? null : memoryOf(child.pid);
    if (now !== null) memory = Math.max(memory ?? 0, now);
  }, 100);
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(timer);
      const text = (chunks: Buffer[]) => Buffer.concat(chunks).toString('utf8');
      const wall = (performance.now() - before) / 1000;
      resolve({ code: code ?? 2, stdout: text(stdout), stderr: text(stderr), wall, memory });
    });
  });
}

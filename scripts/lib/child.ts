import { spawn } from 'node:child_process';
import { root } from './paths.ts';

export interface ChildOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Where the child's stdout goes: 1 is ours, 2 keeps ours free for data. */
  readonly stdout?: 1 | 2;
}

/** Runs a file under this same Node and resolves to its exit code; a signal counts as 1. */
export function runNode(
  file: string,
  args: readonly string[],
  { env = {}, stdout = 1 }: ChildOptions = {},
): Promise<number> {
  return runCommand(process.execPath, [file, ...args], { env, stdout });
}

/** Runs a command and resolves to its exit code; a signal or a missing command counts as 1. */
export function runCommand(
  command: string,
  args: readonly string[],
  { env = {}, stdout = 1 }: ChildOptions = {},
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', stdout, 2],
      env: { ...process.env, ...env },
    });
    child.on('error', (error) => {
      console.error(`Could not run ${command}: ${error.message}`);
      resolve(1);
    });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

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
    // Whoever ends us means the child as well, which else would go on alone.
    const pass = (signal: NodeJS.Signals) => void child.kill(signal);
    const signals = ['SIGTERM', 'SIGHUP'] as const;
    for (const signal of signals) process.on(signal, pass);
    child.on('exit', (code) => {
      for (const signal of signals) process.off(signal, pass);
      resolve(code ?? 1);
    });
  });
}

import { execFileSync } from 'node:child_process';
import { gitArguments, gitEnvironment } from './git-arguments.ts';

/** git cannot tell what is asked; the message is for the reader. */
export class RevisionError extends Error {}

/** Runs git and returns what it prints; throws where it fails. */
export type Git = (
  args: readonly string[],
  env?: Readonly<Record<string, string>>,
  input?: string,
) => string;

/** git in a folder, with the reader's own settings left aside where they would change what is told. */
export const gitIn =
  (folder: string): Git =>
  (args, env = {}, input = '') =>
    execFileSync('git', gitArguments(folder, [...SETTINGS, ...args]), {
      encoding: 'utf8',
      env: { ...gitEnvironment(), GIT_LFS_SKIP_SMUDGE: '1', LC_ALL: 'C', ...env },
      input,
      stdio: ['pipe', 'pipe', 'pipe'],
      maxBuffer: 1 << 30,
    });

const SETTINGS = [
  '--no-replace-objects',
  '--no-optional-locks',
  ...['-c', 'core.quotePath=false'],
  ...['-c', 'core.fsmonitor=false'],
  ...['-c', 'core.safecrlf=false'],
];

/** Why git failed, in its own first line. */
export function reasonFor(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'ENOENT') return 'git is not installed, or not in PATH.';
  const said = 'stderr' in error ? String(error.stderr) : error.message;
  return said.trim().split('\n')[0] ?? '';
}

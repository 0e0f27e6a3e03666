import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { gitArguments, gitEnvironment } from './git-arguments.ts';

/** A lock that is older was left behind by a git that was killed; in milliseconds. */
const STALE = 10_000;

/** Tells whether git is changing the files of a folder right now, such as in a checkout; never, without git. */
export function gitWork(folder: string): () => boolean {
  const directory = gitDirectory(folder);
  if (directory === null) return () => false;
  const lock = join(directory, 'index.lock');
  return () => {
    const found = statSync(lock, { throwIfNoEntry: false });
    return found !== undefined && Date.now() - found.mtimeMs < STALE;
  };
}

function gitDirectory(folder: string): string | null {
  try {
    const args = gitArguments(folder, ['rev-parse', '--absolute-git-dir']);
    const stdio = ['ignore', 'pipe', 'ignore'] as const;
    return execFileSync('git', args, {
      encoding: 'utf8',
      env: gitEnvironment(),
      stdio: [...stdio],
    }).trim();
  } catch {
    return null;
  }
}

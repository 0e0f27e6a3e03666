import { execFileSync } from 'node:child_process';
import { gitArguments, gitEnvironment } from './git-arguments.ts';

/** Paths of the content folder that are not committed as they are, but for sign-offs; none where there is no git. */
export function uncommitted(root: string): string[] {
  const git = (...args: string[]) =>
    execFileSync('git', gitArguments(root, ['--no-optional-locks', ...args]), {
      encoding: 'utf8',
      env: gitEnvironment(),
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1 << 29,
    });
  try {
    const prefix = git('rev-parse', '--show-prefix').trim();
    return git('status', '--porcelain', '-z', '--no-renames', '--untracked-files=all', '--', '.')
      .split('\0')
      .filter(Boolean)
      .map((line) => line.slice(3).replace(prefix, ''))
      .filter((path) => !path.startsWith('sign-offs/'));
  } catch {
    return [];
  }
}

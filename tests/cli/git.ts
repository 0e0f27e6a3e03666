import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { quietGit, temporary } from './run.ts';

/** Runs git in a folder as a person of a test. */
export const git = (cwd: string, ...args: readonly string[]): string =>
  execFileSync('git', args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...quietGit,
      GIT_AUTHOR_NAME: 'Sam',
      GIT_AUTHOR_EMAIL: 'sam@northgate.example',
      GIT_COMMITTER_NAME: 'Sam',
      GIT_COMMITTER_EMAIL: 'sam@northgate.example',
      GIT_AUTHOR_DATE: '2026-09-14T10:00:00Z',
      GIT_COMMITTER_DATE: '2026-09-14T10:00:00Z',
    },
  });

/** A repository with a fixture as its committed `content`, on the branch `main`. */
export function repository(fixture: string): string {
  const cwd = temporary(fixture);
  git(cwd, 'init', '--quiet', '--initial-branch=main');
  commit(cwd, 'Begin');
  return cwd;
}

export function commit(cwd: string, message: string): void {
  git(cwd, 'add', '--all');
  git(cwd, 'commit', '--quiet', '--allow-empty', '-m', message);
}

export function write(cwd: string, path: string, text: string): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true });
  writeFileSync(join(cwd, path), text);
}

export function edit(cwd: string, path: string, from: string, to: string): void {
  const text = readFileSync(join(cwd, path), 'utf8');
  expect(text).toContain(from);
  writeFileSync(
    join(cwd, path),
    text.replace(from, () => to),
  );
}

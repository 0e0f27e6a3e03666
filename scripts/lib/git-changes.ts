import { spawnSync } from 'node:child_process';
import { root } from './paths.ts';

/** The lines of `git status --porcelain`: what differs from the newest commit. */
export function changedFiles(): string[] {
  const git = spawnSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' });
  return (git.stdout ?? '').split('\n').filter(Boolean);
}

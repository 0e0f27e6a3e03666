import { execFileSync } from 'node:child_process';
import { lazy } from '../domain/graph/once.ts';
import type { GitWitness } from '../domain/standard/witness.ts';
import { type History, readHistory } from './git.ts';
import { gitArguments, gitEnvironment } from './git-arguments.ts';
import { readGitWitness } from './git-witness.ts';

/** What git knows of a content folder at one commit. */
interface PastAt {
  readonly history: History;
  /** Read when it is first asked for. */
  readonly git: () => GitWitness;
}

/** A history that is asked for again and again, and read only where the newest commit is another one. */
export interface LivePast {
  readonly past: () => PastAt;
}

/** A live past of a content folder. */
export function livePast(root: string): LivePast {
  let known: (PastAt & { readonly head: string }) | undefined;
  return {
    past: () => {
      const head = headOf(root);
      if (head === null || known?.head !== head)
        known = {
          head: head ?? '',
          history: readHistory(root),
          git: lazy(() => readGitWitness(root)),
        };
      return known;
    },
  };
}

/** The newest commit, or null where there is none. */
function headOf(root: string): string | null {
  try {
    return execFileSync('git', gitArguments(root, ['rev-parse', '--verify', 'HEAD']), {
      env: gitEnvironment(),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return null;
  }
}

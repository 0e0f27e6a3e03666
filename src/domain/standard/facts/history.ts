import type { Entry } from '../../graph/corpus.ts';
import type { StandardContext } from '../rule.ts';
import type { Commit } from '../witness.ts';

/**
 * Why git cannot bear witness of a day, as whole sentences; null where it can: its history is complete
 * and begins no later.
 */
export function noWitness({ git }: Pick<StandardContext, 'git'>, day: string): string | null {
  if (git.state === 'none')
    return 'The content folder is not in a git repository, so nobody can tell when something was written.';
  if (git.state === 'shallow')
    return 'The git history is cut off (a shallow clone). Fetch it all: git fetch --unshallow';
  if (git.begins === null || git.begins > day)
    return `The git history begins on ${git.begins}, after ${day}, and cannot tell what happened before.`;
  return null;
}

/** The commit that first had a file, through renames; null where it was never committed. */
export const firstCommit = ({ git }: Pick<StandardContext, 'git'>, path: string): Commit | null =>
  git.versions(path).at(-1)?.commit ?? null;

/** The commit that last changed a file; null where it was never committed. */
export const lastCommit = ({ git }: Pick<StandardContext, 'git'>, path: string): Commit | null =>
  git.versions(path)[0]?.commit ?? null;

/** Whether a field that is there has another value than the first one that was committed. */
export function wasRewritten(
  { path, data }: Entry,
  name: string,
  context: StandardContext,
): boolean {
  const { git, pastOf } = context;
  const values = git.versions(path).map((version) => pastOf(version)?.data[name]);
  const first = values.findLast((value) => typeof value === 'string');
  return first !== undefined && data[name] !== undefined && first !== data[name];
}

/** Whether a file was committed with other bytes when it was new. */
export function wasExchanged(path: string, { git }: Pick<StandardContext, 'git'>): boolean {
  const versions = git.versions(path);
  return versions[0]?.blob !== versions.at(-1)?.blob;
}

import { execFileSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { relative } from 'node:path';
import { gitArguments, gitEnvironment } from './git-arguments.ts';
import { readFramedLog } from './git-log.ts';

/** The last commit that touched a file. */
export interface Change {
  /** Full commit hash. */
  readonly commit: string;
  /** When it was committed, ISO 8601. */
  readonly on: string;
  readonly author: string;
}

/** What git knows of a content folder. */
export interface History {
  /** Last change by path inside the content folder. */
  readonly changes: ReadonlyMap<string, Change>;
  /** Date of the newest commit, `YYYY-MM-DD`; null without one. */
  readonly newest: string | null;
  /** The commits that changed something inside the content folder, newest first. */
  readonly commits: readonly (Change & { readonly paths: readonly string[] })[];
}

const NONE: History = { changes: new Map(), newest: null, commits: [] };

/** What git knows of some files of a content folder: nothing comes from a commit that touched none of them. */
export function historyOf({ commits }: History, paths: ReadonlySet<string>): History {
  const left = commits
    .map((one) => ({ ...one, paths: one.paths.filter((path) => paths.has(path)) }))
    .filter((one) => one.paths.length > 0);
  return {
    changes: changesOf(left),
    newest: left[0]?.on.slice(0, 10) ?? null,
    commits: left,
  };
}

/** The history of a content folder, from one pass over the log; empty where there is no git or no commit. */
export function readHistory(root: string): History {
  const folder = realpathSync(root);
  const git = (...args: string[]) =>
    execFileSync('git', gitArguments(folder, args), {
      encoding: 'utf8',
      env: gitEnvironment(),
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1 << 29,
    });
  try {
    const top = git('rev-parse', '--show-toplevel').trim();
    const prefix = relative(realpathSync(top), folder).replaceAll('\\', '/');
    const log = git(
      '-c',
      'core.quotePath=false',
      'log',
      '--no-relative',
      '--raw',
      '-z',
      '--encoding=UTF-8',
      '--format=%H%x00%cI%x00%aN',
      '--',
      '.',
    );
    const commits = readLog(log, prefix === '' ? '' : `${prefix}/`);
    return {
      commits,
      changes: changesOf(commits),
      newest: git('log', '-1', '--format=%cs').trim() || null,
    };
  } catch {
    return NONE;
  }
}

/** The address that git would commit with in a folder, or null. */
export function userEmail(
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
): string | null {
  try {
    const stdio = ['ignore', 'pipe', 'ignore'] as const;
    const args = gitArguments(folder, ['config', 'user.email']);
    return (
      execFileSync('git', args, {
        encoding: 'utf8',
        stdio: [...stdio],
        env: gitEnvironment(env),
      }).trim() || null
    );
  } catch {
    return null;
  }
}

function readLog(log: string, prefix: string): History['commits'] {
  return readFramedLog(log, 3).map(({ head, files }) => {
    const [commit = '', on = '', author = ''] = head;
    const paths = files
      .map(({ path }) => path)
      .filter((name) => name.startsWith(prefix) && name !== prefix)
      .map((name) => name.slice(prefix.length));
    return { commit, on, author, paths };
  });
}

function changesOf(commits: History['commits']): Map<string, Change> {
  const changes = new Map<string, Change>();
  for (const { commit, on, author, paths } of commits)
    for (const path of paths) if (!changes.has(path)) changes.set(path, { commit, on, author });
  return changes;
}

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { isoWeekOf } from '../domain/graph/days.ts';
import { type Counts, countsOf } from '../domain/readiness/counts.ts';
import { gitArguments, gitEnvironment } from './git-arguments.ts';
import { judge } from './judge.ts';
import { readWorkspace } from './read-corpus.ts';
import { type TrendCache, trendCache } from './trend-cache.ts';
import { standardContext } from './witness.ts';

/** How a handbook stood at the end of a week. */
export interface TrendPoint extends Counts {
  /** ISO week, such as `2026-W47`. */
  readonly week: string;
  /** The day of the commit, from which it is judged. */
  readonly on: string;
  readonly commit: string;
}

/** The weeks before this one, oldest first; `lack` says why there may be fewer than there were. */
export interface Trend {
  readonly points: readonly TrendPoint[];
  readonly lack: 'no-history' | 'shallow' | 'unread' | null;
}

const WEEKS = 26;

/** Most milliseconds for weeks that are not in the cache; the rest is left to the next build. */
const BUDGET = 20_000;

/** Judges the last commit of the content folder of each week before the one of `asOf`, with the rules of today. */
export function readTrend(root: string, asOf: string, cacheFolder?: string): Trend {
  const folder = realpathSync(root);
  const repository = open(folder);
  if (repository === null) return { points: [], lack: 'no-history' };
  const cache = trendCache(repository.prefix, cacheFolder);
  const weeks = weeksBefore(repository.log, asOf);
  const isComplete = judgeMissing(
    weeks.filter(({ commit }) => cache.get(commit) === undefined),
    repository,
    cache,
  );
  const points = weeks.reverse().flatMap((week) => {
    const counts = cache.get(week.commit) ?? null;
    return counts === null ? [] : [{ ...week, ...counts }];
  });
  return { points, lack: isComplete ? (repository.isShallow ? 'shallow' : null) : 'unread' };
}

/** Judges weeks that are not in the cache, newest first; false where the time ran out or git could not copy them. */
function judgeMissing(
  weeks: readonly Week[],
  { top, prefix }: Repository,
  cache: TrendCache,
): boolean {
  if (weeks.length === 0) return true;
  const started = Date.now();
  let copy: Copy | null = null;
  try {
    copy = copyOf(top);
    for (const week of weeks) {
      if (Date.now() - started > BUDGET) return false;
      cache.set(week.commit, judgeCommit(copy, prefix, week));
    }
    return true;
  } catch {
    return false;
  } finally {
    copy?.remove();
    cache.save();
  }
}

interface Repository {
  readonly top: string;
  /** Path of the content folder in it; empty where it is the whole. */
  readonly prefix: string;
  readonly isShallow: boolean;
  /** Lines of commit and second, newest first. */
  readonly log: string;
}

function open(folder: string): Repository | null {
  try {
    const top = realpathSync(git(folder, 'rev-parse', '--show-toplevel').trim());
    const prefix = relative(top, folder).replaceAll('\\', '/');
    return {
      top,
      prefix,
      isShallow: git(folder, 'rev-parse', '--is-shallow-repository').trim() === 'true',
      log: git(folder, 'log', '--format=%H %ct', '--', '.'),
    };
  } catch {
    return null;
  }
}

type Week = Pick<TrendPoint, 'week' | 'on' | 'commit'>;

/** The last commit of each week before the week of `asOf`, newest first. */
function weeksBefore(log: string, asOf: string): Week[] {
  const weeks = new Map<string, Week>();
  const now = isoWeekOf(asOf);
  for (const line of log.split('\n').filter(Boolean)) {
    const [commit = '', seconds] = line.split(' ');
    const on = new Date(Number(seconds) * 1000).toISOString().slice(0, 10);
    const week = isoWeekOf(on);
    if (week < now && !weeks.has(week)) weeks.set(week, { week, on, commit });
  }
  return [...weeks.values()].sort((a, b) => (a.week < b.week ? 1 : -1)).slice(0, WEEKS);
}

/** A copy of a repository whose work tree can be moved from commit to commit; the history is shared with it. */
interface Copy {
  readonly folder: string;
  readonly remove: () => void;
}

function copyOf(top: string): Copy {
  const place = mkdtempSync(join(tmpdir(), 'handbook-'));
  const folder = join(place, 'copy');
  const [objects = '', format = ''] = git(
    top,
    ...['rev-parse', '--path-format=absolute', '--git-path', 'objects', '--show-object-format'],
  ).split('\n');
  git(place, 'init', '--quiet', '--template=', `--object-format=${format}`, folder);
  // Links are written as plain files, so nothing of an old commit leads out of the folder.
  git(folder, 'config', 'core.symlinks', 'false');
  const shared = join(folder, '.git/objects/info/alternates');
  mkdirSync(dirname(shared), { recursive: true });
  writeFileSync(shared, `${objects}\n`);
  return { folder, remove: () => rmSync(place, { recursive: true, force: true }) };
}

/** The counts of a commit; null where it cannot be read, which must not stop today's build. */
function judgeCommit({ folder }: Copy, prefix: string, { commit, on }: Week): Counts | null {
  try {
    git(folder, 'update-ref', '--no-deref', 'HEAD', commit);
    git(folder, 'read-tree', '-u', '--reset', 'HEAD');
    const workspace = readWorkspace(join(folder, prefix));
    return countsOf(judge(workspace, standardContext(workspace, on)));
  } catch {
    return null;
  }
}

const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', gitArguments(folder, args), {
    encoding: 'utf8',
    env: { ...gitEnvironment(), GIT_LFS_SKIP_SMUDGE: '1' },
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 1 << 28,
  });

import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { isoWeekOf } from '../domain/graph/days.ts';
import { type Counts, countsOf } from '../domain/readiness/counts.ts';
import { readGitWitness } from './git-witness.ts';
import { judge } from './judge.ts';
import { readWorkspace } from './read-corpus.ts';
import { trendCache } from './trend-cache.ts';
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
  readonly lack: 'no-history' | 'shallow' | 'time' | null;
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
  const started = Date.now();
  const points: TrendPoint[] = [];
  let lack: Trend['lack'] = repository.isShallow ? 'shallow' : null;
  for (const week of weeksBefore(repository.log, asOf)) {
    const known = cache.get(week.commit);
    if (known === undefined && Date.now() - started > BUDGET) {
      lack = 'time';
      break;
    }
    const counts = known ?? judgeCommit(folder, repository, week);
    cache.set(week.commit, counts);
    if (counts !== null) points.push({ ...week, ...counts });
  }
  cache.save();
  return { points: points.reverse(), lack };
}

interface Repository {
  readonly top: string;
  /** Path of the content folder in it, empty or with a slash at its end. */
  readonly prefix: string;
  readonly isShallow: boolean;
  /** Lines of commit and second, newest first. */
  readonly log: string;
}

function open(folder: string): Repository | null {
  try {
    const top = realpathSync(git(folder, 'rev-parse', '--show-toplevel').trim());
    const inside = relative(top, folder).replaceAll('\\', '/');
    return {
      top,
      prefix: inside === '' ? '' : `${inside}/`,
      isShallow: git(folder, 'rev-parse', '--is-shallow-repository').trim() === 'true',
      log: git(folder, 'log', '--format=%H %ct', '--', '.'),
    };
  } catch {
    return null;
  }
}

type Week = Pick<TrendPoint, 'week' | 'on' | 'commit'>;

/** The last commit of each week before the week of `asOf`, newest first. */
export function weeksBefore(log: string, asOf: string): Week[] {
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

/** The counts of a commit; null where it cannot be read, which must not stop today's build. */
function judgeCommit(folder: string, { top, prefix }: Repository, { commit, on }: Week) {
  const place = mkdtempSync(join(tmpdir(), 'handbook-'));
  try {
    const env = { ...process.env, GIT_INDEX_FILE: join(place, 'index') };
    const tree = join(place, 'tree');
    // Links are written as plain files, so nothing of an old commit leads out of the folder.
    const run = (...args: string[]) =>
      execFileSync('git', ['-C', top, '-c', 'core.symlinks=false', ...args], {
        env,
        stdio: 'ignore',
      });
    run('read-tree', `${commit}:${prefix}`);
    run('checkout-index', '--all', `--prefix=${tree}/`);
    const workspace = readWorkspace(tree);
    const context = standardContext(workspace, on, { git: readGitWitness(folder, commit) });
    return countsOf(judge(workspace, context));
  } catch {
    return null;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', ['-C', folder, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 1 << 28,
  });

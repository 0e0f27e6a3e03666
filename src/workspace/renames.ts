import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gitArguments, gitEnvironment } from './git-arguments.ts';

/** Where files of the content folder were before. */
export interface Renames {
  /** Where a file is now that was at a path once and is there no more; null where git tells of no rename. */
  now(path: string): string | null;
  /** Every path from which something was renamed. */
  readonly earlier: readonly string[];
}

/** Files that are less alike before and after than this, in percent, are not taken for one. */
const ALIKE = 80;

/** Renames that git saw, committed or not; a file that was moved without telling git counts where not a byte changed. */
export function readRenames(root: string): Renames {
  const folder = realpathSync(root);
  const git = (...args: string[]) =>
    execFileSync('git', gitArguments(folder, ['-c', 'core.quotePath=false', ...args]), {
      encoding: 'utf8',
      env: gitEnvironment(),
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1 << 29,
    });
  try {
    const top = realpathSync(git('rev-parse', '--show-toplevel').trim());
    const prefix = relative(top, folder).replaceAll('\\', '/');
    const inside = (path: string) =>
      prefix === '' ? path : path.startsWith(`${prefix}/`) ? path.slice(prefix.length + 1) : null;
    const how = ['--no-relative', `-M${ALIKE}%`, '--diff-filter=R', '--name-status', '-z'];
    const names = [
      ...movedByHand(git),
      ...pairsOf(git('diff', ...how, 'HEAD', '--', '.')),
      ...pairsOf(git('log', ...how, '--format=', '--', '.')),
    ];
    const next = new Map<string, string>();
    for (const [from, to] of names) {
      const [old, now] = [inside(from), inside(to)];
      // The newest rename from a path is the one that counts.
      if (old !== null && now !== null && !next.has(old)) next.set(old, now);
    }
    return { now: (path) => follow(path, next, folder), earlier: [...next.keys()] };
  } catch {
    return { now: () => null, earlier: [] };
  }
}

function follow(path: string, next: ReadonlyMap<string, string>, folder: string): string | null {
  const seen = new Set<string>();
  let at = path;
  while (!existsSync(join(folder, at))) {
    const to = next.get(at);
    if (to === undefined || seen.has(at)) return null;
    seen.add(at);
    at = to;
  }
  return at === path ? null : at;
}

/** `R100 NUL before NUL after NUL`, as often as there are renames. */
function pairsOf(output: string): [string, string][] {
  const words = output
    .split('\0')
    .map((word) => word.replace(/^\n+/, ''))
    .filter(Boolean);
  const pairs: [string, string][] = [];
  for (let at = 0; at + 2 < words.length; at += 3)
    pairs.push([words[at + 1] ?? '', words[at + 2] ?? '']);
  return pairs;
}

/** Files that are gone from where git has them, and stand elsewhere, unknown to git, with the same bytes. */
function movedByHand(git: (...args: string[]) => string): [string, string][] {
  const list = (...args: string[]) =>
    git('ls-files', '--full-name', '-z', ...args)
      .split('\0')
      .filter(Boolean);
  const gone = list('--deleted');
  if (gone.length === 0) return [];
  const top = git('rev-parse', '--show-toplevel').trim();
  const others = Map.groupBy(list('--others', '--exclude-standard'), (path) =>
    blobOf(readFileSync(join(top, path))),
  );
  const blobs = new Map(
    git('ls-files', '--full-name', '--stage', '-z')
      .split('\0')
      .map((line) => /^\d+ (\S+) \d\t(.*)$/s.exec(line))
      .flatMap((found) => (found ? [[found[2] ?? '', found[1] ?? ''] as const] : [])),
  );
  return gone.flatMap((path): [string, string][] => {
    const same = others.get(blobs.get(path) ?? '') ?? [];
    const [only, ...more] = same;
    return only !== undefined && more.length === 0 ? [[path, only]] : [];
  });
}

/** Git's name of a content. */
export const blobOf = (bytes: Buffer): string =>
  createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');

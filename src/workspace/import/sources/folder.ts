import { type Dirent, lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { repositoryTop } from '../../repository.ts';
import { isSystemError, reasonOf } from '../../system-error.ts';
import { composed, isHidden, isMachineMade } from './names.ts';
import { readUnchanged } from './read-unchanged.ts';
import {
  megabytes,
  SourceError,
  type SourceFile,
  type SourceLimits,
  type SourceProblem,
} from './source.ts';

/** What a folder or an archive holds: files to read, and what is left out of it. */
export interface Listing {
  readonly files: SourceFile[];
  readonly problems: SourceProblem[];
}

interface Walk extends Listing {
  readonly root: string;
  /** Where links may lead: the repository that the folder is in, or the folder alone. */
  readonly reach: string;
  readonly limits: SourceLimits;
  readonly depth: number;
}

/** The files below a folder, links resolved; `depth` is how many folders deep it looks. */
export function listFolder(
  folder: string,
  limits: SourceLimits,
  depth = Number.POSITIVE_INFINITY,
): Listing {
  const root = realpathSync(folder);
  const walk: Walk = {
    root,
    reach: repositoryTop(root) ?? root,
    limits,
    depth,
    files: [],
    problems: [],
  };
  visit(walk, root, '', 0);
  return { files: walk.files, problems: walk.problems };
}

function visit(walk: Walk, folder: string, prefix: string, level: number): void {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (!isSystemError(error)) throw error;
    leaveOut(walk, prefix.slice(0, -1), `The folder cannot be read: ${reasonOf(error)}.`);
    return;
  }
  for (const entry of entries) {
    const path = `${prefix}${entry.name}`;
    if (isMachineMade(entry.isDirectory() ? `${path}/` : path)) continue;
    const here = join(folder, entry.name);
    if (!entry.isDirectory()) take(walk, here, path, entry);
    else if (level < walk.depth) visit(walk, here, `${path}/`, level + 1);
  }
}

function take(walk: Walk, here: string, path: string, entry: Dirent): void {
  try {
    const found = entry.isSymbolicLink()
      ? follow(walk, here)
      : { file: here, stats: lstatSync(here) };
    const trouble = typeof found === 'string' ? found : refusal(found.stats, walk.limits);
    if (trouble !== null) leaveOut(walk, path, trouble);
    else if (typeof found !== 'string') add(walk, path, found);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    leaveOut(walk, path, `The file cannot be read: ${reasonOf(error)}.`);
  }
}

interface Found {
  readonly file: string;
  readonly stats: Stats;
  readonly alias?: string;
}

/** What a link leads to, or why it is not followed. */
function follow(walk: Walk, link: string): Found | string {
  const file = targetOf(link);
  if (file === null) return 'A link that leads nowhere, or to itself.';
  const inside = pathFrom(walk.root, file);
  const stats = statSync(file);
  if (stats.isDirectory())
    return inside === null
      ? 'A link to a folder outside of the source; it is not followed. Import that folder too if you want it.'
      : `A link to the folder “${inside || '.'}” of the source, which is read where it stands.`;
  if (inside !== null) return { file, stats, alias: composed(inside) };
  const within = pathFrom(walk.reach, file);
  return within === null || isHidden(within)
    ? 'A link to a file outside of the source; it is not followed. Copy the file in if you want it.'
    : { file, stats };
}

function targetOf(link: string): string | null {
  try {
    return realpathSync(link);
  } catch (error) {
    if (isSystemError(error) && (error.code === 'ELOOP' || error.code === 'ENOENT')) return null;
    throw error;
  }
}

/** Path of a file seen from a folder; null where it is outside. */
function pathFrom(folder: string, file: string): string | null {
  const path = relative(folder, file).split(sep).join('/');
  return path === '..' || path.startsWith('../') ? null : path;
}

function refusal(found: Stats, { fileBytes }: SourceLimits): string | null {
  if (!found.isFile()) return 'Neither a file nor a folder, so there is nothing to read.';
  return found.size > fileBytes
    ? `It has ${megabytes(found.size)}; files over ${megabytes(fileBytes)} are left out.`
    : null;
}

function add(walk: Walk, path: string, { file, stats, alias }: Found): void {
  if (walk.files.length >= walk.limits.files)
    throw new SourceError(
      `The folder holds more than ${walk.limits.files} files. Import the folder of the documentation alone.`,
    );
  walk.files.push({
    path: composed(path),
    size: stats.size,
    ...(alias === undefined ? {} : { alias }),
    read: () => readUnchanged(file, path, stats),
  });
}

const leaveOut = (walk: Walk, path: string, message: string): void => {
  walk.problems.push({ path, message });
};

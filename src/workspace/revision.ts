import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import type { FileChange } from '../domain/changes/file-change.ts';
import { changesOf } from './file-changes.ts';
import { type Git, gitIn, RevisionError, reasonFor } from './git-run.ts';
import { emptyWorkspace, readWorkspace, type Workspace } from './read-corpus.ts';

/** What is compared: the content folder as it is or will be committed, and as a revision left it. */
export interface Compared {
  /** The commit that is compared with: where this branch left the revision. */
  readonly commit: string;
  /** Whether the revision had the content folder. */
  readonly existed: boolean;
  /** What differs between the two, by path inside the content folder. */
  readonly changes: readonly FileChange[];
  readonly before: Workspace;
  /** Its root is where its files are: for what is staged, a copy that is gone afterwards. */
  readonly now: Workspace;
}

/**
 * Reads the content folder at the merge base of `revision` and HEAD, and as it is, or with `staged` as it
 * will be committed, for as long as `use` runs. Throws RevisionError with a sentence for the reader.
 */
export function compareWith<T>(
  root: string,
  revision: string,
  staged: boolean,
  use: (compared: Compared) => T,
): T {
  const repository = open(root);
  const commit = baseOf(repository, revision);
  const scratch = mkdtempSync(join(tmpdir(), 'handbook-'));
  try {
    return use(read(root, repository, commit, { staged, scratch }));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

interface Repository {
  readonly git: Git;
  readonly top: string;
  /** Path of the content folder in it; `.` where it is the whole. */
  readonly prefix: string;
}

function open(root: string): Repository {
  const folder = realpathSync(root);
  const top = topOf(folder);
  const prefix = relative(top, folder).replaceAll('\\', '/') || '.';
  return { git: gitIn(top), top, prefix };
}

function topOf(folder: string): string {
  try {
    return realpathSync(gitIn(folder)(['rev-parse', '--show-toplevel']).trim());
  } catch (error) {
    const reason = reasonFor(error);
    const isNone = /not a git repository/i.test(reason);
    throw new RevisionError(
      isNone
        ? `${folder} is in no git repository, so nobody can tell what changed. Check it as a whole, without --changed-since.`
        : `git cannot read the repository of ${folder}: ${reason}`,
    );
  }
}

/** The commit where HEAD and a revision parted. */
function baseOf({ git, top }: Repository, revision: string): string {
  const asCommit = (name: string) =>
    answer(git, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
  const isShallow = answer(git, ['rev-parse', '--is-shallow-repository']) === 'true';
  const deeper = isShallow
    ? ' The clone is shallow, so it may only be missing: git fetch --unshallow (in CI, fetch-depth: 0).'
    : '';
  if (asCommit('HEAD') === null)
    throw new RevisionError(`${top} has no commit yet, so there is nothing to compare with.`);
  const commit = asCommit(revision);
  if (commit === null)
    throw new RevisionError(
      `"${revision}" names no commit of ${top}. Write a branch, a tag or a commit that is there; a branch of the server has to be fetched first, and is called origin/NAME.${deeper}`,
    );
  const base = answer(git, ['merge-base', commit, 'HEAD']);
  if (base !== null) return base;
  throw new RevisionError(
    `"${revision}" and HEAD have no commit in common, so nobody can tell what changed in between.${deeper}`,
  );
}

/** What git prints, or null where it fails. */
function answer(git: Git, args: readonly string[], env = {}): string | null {
  try {
    return git(args, env).trim().split('\n')[0] || null;
  } catch {
    return null;
  }
}

interface How {
  readonly staged: boolean;
  /** A folder for copies. */
  readonly scratch: string;
}

function read(root: string, repository: Repository, commit: string, how: How): Compared {
  const { staged, scratch } = how;
  const { git, prefix } = repository;
  const index = staged ? {} : indexOfFiles(repository, scratch);
  const base = { GIT_INDEX_FILE: join(scratch, 'base.index') };
  const changes = changesOf(
    git(
      ['diff-index', '--cached', '--raw', '-z', '-M', '-l0', '--no-ext-diff', commit, '--', prefix],
      index,
    ),
    prefix,
  );
  git(['read-tree', commit], base);
  const now = staged ? copyOf(repository, join(scratch, 'now'), {}) : readWorkspace(root);
  const before = copyOf(repository, join(scratch, 'before'), base);
  return { commit, existed: before.texts.size > 0, changes, before, now };
}

/** The environment of an index that holds the files of the content folder as they are, untracked ones too. */
function indexOfFiles({ git, top, prefix }: Repository, scratch: string): Record<string, string> {
  const isIgnored = answer(git, ['check-ignore', '--', prefix]) !== null;
  if (isIgnored && answer(git, ['ls-files', '--', prefix]) === null)
    throw new RevisionError(
      `git ignores ${join(top, prefix)}, so nobody can tell what changed in it. Take it out of .gitignore, or check without --changed-since.`,
    );
  const index = join(scratch, 'now.index');
  const real = resolve(top, git(['rev-parse', '--git-path', 'index']).trim());
  if (existsSync(real)) {
    copyFileSync(real, index);
    // By its age git tells which files it has to look into.
    const { atime, mtime } = statSync(real);
    utimesSync(index, atime, mtime);
  }
  // New objects go where they are thrown away, so nothing is written into the repository.
  const objects = resolve(top, git(['rev-parse', '--git-path', 'objects']).trim());
  mkdirSync(join(scratch, 'objects'));
  const env = {
    GIT_INDEX_FILE: index,
    GIT_OBJECT_DIRECTORY: join(scratch, 'objects'),
    GIT_ALTERNATE_OBJECT_DIRECTORIES: objects,
  };
  // A file that cannot be read is a finding of the check, and no reason to stop here.
  answer(git, ['add', '--all', '--ignore-errors', '--', prefix], env);
  return env;
}

/** Reads the content folder as an index holds it, from a copy. */
function copyOf(
  { git, top, prefix }: Repository,
  folder: string,
  env: Record<string, string>,
): Workspace {
  const listed = git(['ls-files', '--stage', '-z', '--', prefix], env).split('\0').filter(Boolean);
  const module = listed.find((line) => line.startsWith('160000 '));
  if (module !== undefined)
    throw new RevisionError(
      `${join(top, module.slice(module.indexOf('\t') + 1))} is a submodule, and its documents are not in this repository. Check in the submodule itself, or without --changed-since.`,
    );
  const paths = listed.map((line) => line.slice(line.indexOf('\t') + 1));
  const input = [...new Set(paths)].map((path) => `${path}\0`).join('');
  if (input !== '')
    git(['checkout-index', '-z', '--stdin', '--quiet', `--prefix=${folder}/`], env, input);
  const inside = join(folder, prefix);
  return existsSync(inside) ? readWorkspace(inside) : emptyWorkspace(inside);
}

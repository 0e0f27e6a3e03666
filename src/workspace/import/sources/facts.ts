import { relative, sep } from 'node:path';
import type { FileFacts } from '../../../domain/import/model.ts';
import { type Git, gitIn } from '../../git-run.ts';
import { repositoryTop } from '../../repository.ts';
import { codeOwners } from './code-owners.ts';
import { historyOf } from './history.ts';
import { composed, resolvePath } from './names.ts';
import { webAddress } from './remote.ts';
import type { SourceFacts } from './source.ts';

const UNKNOWN: FileFacts = { created: null, changed: null, owners: [] };

/** The facts of a source without git. */
export const noFacts: SourceFacts = { commit: null, of: () => UNKNOWN, addressOf: () => null };

/** What the repository of a folder knows of its files; the history is read when the first file is asked for. */
export function factsOf(folder: string): SourceFacts {
  const top = repositoryTop(folder);
  if (top === null) return noFacts;
  const git = gitIn(folder);
  const commit = tried(() => git(['rev-parse', 'HEAD']).trim());
  if (commit === null) return noFacts;
  const prefix = folder === top ? '' : `${relative(top, folder).split(sep).join('/')}/`;
  const history = once(() => tried(() => historyOf(git)) ?? new Map());
  const owners = once(() => codeOwners(top));
  const address = once(() => addresses(git, top, commit));
  return {
    commit,
    of: (path) => {
      const full = composed(`${prefix}${path}`);
      const known = history().get(full);
      return {
        created: known?.created ?? null,
        changed: known?.changed ?? null,
        owners: owners()(full),
      };
    },
    addressOf: (path) => {
      const full = resolvePath(prefix, path);
      return full === null ? null : address()(full);
    },
  };
}

/** Addresses of what the commit holds; none where the remote is no web server that is known. */
function addresses(git: Git, top: string, commit: string): (path: string) => string | null {
  const remote = tried(() => git(['config', '--get', 'remote.origin.url']).trim());
  const to = remote === null ? null : webAddress(remote, commit);
  if (to === null) return () => null;
  const files = new Set(
    tried(() => git(['-C', top, 'ls-tree', '-r', '-z', '--name-only', commit]).split('\0')) ?? [],
  );
  const folders = new Set([...files].flatMap(foldersAbove));
  return (path) =>
    files.has(path) ? to('file', path) : folders.has(path) ? to('folder', path) : null;
}

const foldersAbove = (path: string): string[] =>
  path.split('/').map((_, index, parts) => parts.slice(0, index).join('/'));

function tried<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch {
    return null;
  }
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

import { execFileSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { relative } from 'node:path';
import { isDocumentPath } from '../domain/documents/registry.ts';
import type { Commit, GitWitness, Gone, Version } from '../domain/standard/witness.ts';
import { gitArguments, gitEnvironment } from './git-arguments.ts';
import { blobReader } from './git-blobs.ts';
import { type RawFile, readFramedLog } from './git-log.ts';
import { treeReader } from './git-tree.ts';
import { type Lineage, lineageOf } from './lineage.ts';

const NONE: GitWitness = {
  state: 'none',
  begins: null,
  versions: () => [],
  firstWith: () => null,
  gone: [],
  textOf: () => null,
  precedes: () => false,
  digestsAt: () => null,
};

/** What git saw of a content folder up to a commit; `state: 'none'` where there is no git or no commit of it. */
export function readGitWitness(root: string, commit = 'HEAD'): GitWitness {
  const folder = realpathSync(root);
  const git: Git = (...args) =>
    execFileSync('git', gitArguments(folder, [...SETTINGS, ...args]), {
      encoding: 'utf8',
      env: gitEnvironment(),
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1 << 30,
    });
  try {
    const top = realpathSync(git('rev-parse', '--show-toplevel').trim());
    const prefix = relative(top, folder).replaceAll('\\', '/');
    const isShallow = git('rev-parse', '--is-shallow-repository').trim() === 'true';
    const lineage = lineageOf(git(...LINEAGE, commit));
    const log = readLog((...args) => git(...args, commit, '--', '.'));
    const changes = readChanges(log, prefix === '' ? '' : `${prefix}/`, lineage);
    if (changes.length === 0) return NONE;
    const treeAt = treeReader(folder);
    const digestsAt = ({ id }: Commit) => treeAt(id);
    return {
      state: isShallow ? 'shallow' : 'full',
      ...witnessOf(changes, lineage, folder),
      digestsAt,
    };
  } catch {
    return NONE;
  }
}

/** Settings of the reader that would change what is told, and objects that stand in for others. */
const SETTINGS = [
  '--no-replace-objects',
  ...['-c', 'core.quotePath=false'],
  ...['-c', 'log.showRoot=true'],
  ...['-c', 'log.follow=false'],
];

type Git = (...args: string[]) => string;

const LOG = [
  'log',
  '--no-relative',
  '--raw',
  '-z',
  '-M',
  '--no-abbrev',
  '--topo-order',
  // As it was written: another encoding could turn what was harmless into what separates fields.
  '--encoding=none',
  '--format=%H%x00%ae%x00%ce%x00%(trailers:key=Reviewed-by,key=Approved-by,valueonly,separator=%x03)',
] as const;

/** What `lineageOf` reads. An address may hold anything but an end of line, so it comes last. */
const LINEAGE = ['log', '--topo-order', '--encoding=none', '--format=%H %P%x01%ct%x01%ae'] as const;

/** The log, with what was written by hand into merges where git can tell (2.36, and a folder to write to). */
function readLog(git: Git): string {
  const [log, ...rest] = LOG;
  try {
    return git(log, '--diff-merges=remerge', ...rest);
  } catch {
    return git(...LOG);
  }
}

function witnessOf(
  changes: readonly Change[],
  lineage: Lineage,
  folder: string,
): Omit<GitWitness, 'state' | 'digestsAt'> {
  const { versions, gone } = histories(changes);
  const firsts = new Map(changes.map(({ blob, commit }) => [blob, commit]));
  const textOf = blobReader(folder, changes);
  return {
    begins: changes.map(({ commit }) => commit.on).sort()[0] ?? null,
    versions: (path) => versions.get(path) ?? [],
    firstWith: (blob) => firsts.get(blob) ?? null,
    gone,
    textOf: ({ blob }) => (blob === null ? null : textOf(blob)),
    precedes: (earlier, later) => lineage.precedes(earlier.id, later.id),
  };
}

/** A change of one file, newest first. */
interface Change extends Version {
  /** The path before a rename. */
  readonly before: string;
  /** Git's name of the content before the change. */
  readonly was: string;
}

function readChanges(log: string, prefix: string, lineage: Lineage): Change[] {
  return readFramedLog(log, 4).flatMap(({ head, files }) => {
    const commit = commitOf(head, lineage);
    return files.flatMap((file) => within(file, prefix, commit));
  });
}

function commitOf(head: readonly string[], lineage: Lineage): Commit {
  const [id = '', author = '', committer = '', reviewed = ''] = head;
  const at = lineage.madeAt(id);
  const named = reviewed.split('\u0003').map((text) => /<([^>]+)>/.exec(text)?.[1] ?? text.trim());
  const reviewers = [...named, lineage.mergedBy(id) ?? '']
    .map((address) => address.toLowerCase())
    .filter((address) => address !== '' && address !== author.toLowerCase())
    .filter((address) => !/\p{Cc}/u.test(address));
  return {
    id,
    on: at.slice(0, 10),
    at,
    author: author.toLowerCase(),
    committer: committer.toLowerCase(),
    reviewers: [...new Set(reviewers)],
  };
}

const kinds: Readonly<Record<string, Version['kind']>> = {
  A: 'added',
  C: 'added',
  D: 'deleted',
  R: 'renamed',
};

function within(
  { status, was, blob, before, path }: RawFile,
  prefix: string,
  commit: Commit,
): Change[] {
  const inside = path.startsWith(prefix);
  const wasInside = before.startsWith(prefix);
  if (!inside && !wasInside) return [];
  const wasDocument = isDocumentPath(before.slice(prefix.length));
  // What is no document any more is gone as one, wherever its text lies now.
  if (
    path !== before &&
    inside &&
    wasInside &&
    wasDocument &&
    !isDocumentPath(path.slice(prefix.length))
  )
    return [
      ...within({ status: 'A', was: '', blob, before: path, path }, prefix, commit),
      ...within({ status: 'D', was, blob: '', before, path: before }, prefix, commit),
    ];
  const kind = kinds[status] ?? 'changed';
  // A file that moved out of the folder, or into it, is gone or new here.
  const seen = !inside ? 'deleted' : kind === 'renamed' && !wasInside ? 'added' : kind;
  const shown = (inside ? path : before).slice(prefix.length);
  return [
    {
      commit,
      kind: seen,
      path: shown,
      before: seen === 'renamed' ? before.slice(prefix.length) : shown,
      blob: seen === 'deleted' ? null : blob,
      was,
    },
  ];
}

/** Versions by the path that a file has now, through renames, and the last versions of what is gone. */
function histories(changes: readonly Change[]) {
  // The versions of the file that had a path at that time.
  const files = new Map<string, Version[]>();
  const versions = new Map<string, Version[]>();
  const gone = new Map<string, Gone & { earlier: Version[] }>();
  const lost = new Set<Version[]>();
  for (const { before, was, ...version } of changes) {
    const { path, kind } = version;
    const known = files.get(path);
    // What came back under its name is the same document: taking it away for a moment clears no history.
    const isGone = kind === 'deleted' && (known === undefined || lost.has(known));
    const earlier = gone.get(path)?.earlier ?? [];
    if (isGone && !gone.has(path)) gone.set(path, { ...version, blob: was, earlier });
    const file = isGone ? earlier : (known ?? []);
    files.set(path, file);
    if (isGone) lost.add(file);
    else {
      file.push(version);
      if (!lost.has(file) && known === undefined) versions.set(path, file);
    }
    if (kind === 'renamed') {
      files.set(before, file);
      const nobody: Version[] = [];
      lost.add(nobody);
      files.set(path, nobody);
    }
  }
  return { versions, gone: [...gone.values()] };
}

import { execFileSync } from 'node:child_process';
import { gitArguments, gitEnvironment } from '../git-arguments.ts';
import { type NamedWords, type RunGit, readObjects, wordsOf } from './git-objects.ts';
import { namedObjects } from './git-refs.ts';

/** A file as a commit had it. */
export interface PastFile {
  readonly blob: string;
  readonly path: string;
  readonly commit: string;
}

/** What git can tell of a repository, for looking into all of it. */
export interface GitTexts {
  readonly isShallow: boolean;
  /** Paths of all tracked files, from the top. */
  readonly tracked: readonly string[];
  /** Each distinct content once that commits since a day added or took away. */
  readonly past: readonly PastFile[];
  /** Messages of commits and of tags, and the names of files, branches and tags; null for one over 20 MB. */
  readonly messages: readonly NamedWords[];
  /** The bytes of contents, a few megabytes at a time; null for one over 20 MB or that is not there. */
  readonly read: (
    files: readonly PastFile[],
  ) => Generator<{ file: PastFile; bytes: Buffer | null }>;
}

/** The texts of the repository at `top`; null where git cannot tell. */
export function gitTexts(top: string, since: string): GitTexts | null {
  const run: RunGit = (args, input) =>
    execFileSync('git', gitArguments(top, ['--no-replace-objects', ...args]), {
      env: gitEnvironment(),
      stdio: ['pipe', 'pipe', 'ignore'],
      maxBuffer: 1 << 30,
      ...(input === undefined ? {} : { input }),
    });
  const text = (...args: string[]) => run(args).toString('utf8');
  try {
    const log = text('log', '--all', '--topo-order', '--reverse', '--format=%H %ct %at %P');
    const commits = commitsSince(log, Date.parse(`${since}T00:00:00Z`) / 1000);
    const changes = run(DIFF, `${commits.join('\n')}\n`).toString('utf8');
    const { files, names } = pastFiles(changes);
    const named = namedObjects(run);
    return {
      isShallow: text('rev-parse', '--is-shallow-repository').trim() === 'true',
      tracked: text('ls-files', '-z').split('\0').filter(Boolean),
      past: [...files, ...named.files],
      messages: [...messagesOf(commits, run), ...names, ...named.messages],
      read: (some) => readBlobs(some, run),
    };
  } catch {
    return null;
  }
}

const DIFF = 'diff-tree --stdin -m --root -r --raw -z --no-renames --no-abbrev'.split(' ');

/**
 * The commits since a moment, from lines of `hash committed authored parents…`, parents first. A date is what
 * somebody wrote: a commit that claims to be older than one it builds on is taken, and hides none below it.
 */
function commitsSince(log: string, since: number): string[] {
  const newest = new Map<string, number>();
  const taken: string[] = [];
  for (const line of log.split('\n').filter(Boolean)) {
    const [commit = '', committed = '', authored = '', ...parents] = line.split(' ');
    const own = Number(committed);
    const before = Math.max(0, ...parents.map((parent) => newest.get(parent) ?? 0));
    newest.set(commit, Math.max(own, before));
    if (!(own > 0) || own < before || Math.max(own, Number(authored)) >= since) taken.push(commit);
  }
  return taken;
}

/** From `git diff-tree -z`: a commit, then `:mode mode blob blob status NUL path` for each file. */
function pastFiles(log: string): { files: PastFile[]; names: GitTexts['messages'] } {
  const files = new Map<string, PastFile>();
  const names = new Map<string, { place: string; text: string }>();
  const words = log.split('\0');
  let commit = '';
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (!word.startsWith(':')) {
      commit = word || commit;
      continue;
    }
    at += 1;
    const path = words[at] ?? '';
    if (!names.has(path))
      names.set(path, { place: `${commit.slice(0, 8)}: the name of a file`, text: path });
    const [wasMode, isMode, was = '', is = ''] = word.slice(1).split(' ');
    // A submodule has no text here.
    for (const [mode, blob] of [[isMode, is] as const, [wasMode, was] as const])
      if (mode !== '160000' && /[^0]/.test(blob) && !files.has(blob))
        files.set(blob, { blob, path, commit });
  }
  return { files: [...files.values()], names: [...names.values()] };
}

function messagesOf(commits: readonly string[], run: RunGit): NamedWords[] {
  return [...readObjects(commits, run)].map(({ name, bytes }) => ({
    place: `${name.slice(0, 8)}: its message`,
    text: bytes && wordsOf(bytes),
  }));
}

function* readBlobs(
  files: readonly PastFile[],
  run: RunGit,
): Generator<{ file: PastFile; bytes: Buffer | null }> {
  const blobs = files.map(({ blob }) => blob);
  let at = 0;
  for (const { bytes } of readObjects(blobs, run)) {
    const file = files[at++];
    if (file) yield { file, bytes };
  }
}

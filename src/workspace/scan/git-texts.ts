import { execFileSync } from 'node:child_process';
import { gitArguments } from '../git-arguments.ts';

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
  readonly messages: readonly { readonly commit: string; readonly text: string }[];
  /** The bytes of contents, a few megabytes at a time; null for one over 20 MB. */
  readonly read: (
    files: readonly PastFile[],
  ) => Generator<{ file: PastFile; bytes: Buffer | null }>;
}

/** The texts of the repository at `top`; null where git cannot tell. */
export function gitTexts(top: string, since: string): GitTexts | null {
  const run = (args: readonly string[], input?: string): Buffer =>
    execFileSync(
      'git',
      gitArguments(top, ['--no-replace-objects', '-c', 'core.quotePath=false', ...args]),
      {
        stdio: ['pipe', 'pipe', 'ignore'],
        maxBuffer: 1 << 30,
        ...(input === undefined ? {} : { input }),
      },
    );
  const text = (...args: string[]) => run(args).toString('utf8');
  try {
    const log = ['log', '--all', `--since=${since}T00:00:00Z`];
    return {
      isShallow: text('rev-parse', '--is-shallow-repository').trim() === 'true',
      tracked: text('ls-files', '-z').split('\0').filter(Boolean),
      past: pastFiles(
        text(
          ...log,
          '-m',
          '--root',
          '--raw',
          '-z',
          '--no-renames',
          '--no-abbrev',
          '--format=%x01%H',
        ),
      ),
      messages: messagesOf(text(...log, '--format=%x01%H%n%B')),
      read: (files) => readBlobs(files, run),
    };
  } catch {
    return null;
  }
}

/** From `git log --raw -z`: each commit, then `:mode mode blob blob status NUL path`. */
function pastFiles(log: string): PastFile[] {
  const files = new Map<string, PastFile>();
  for (const record of log.split('\u0001').slice(1)) {
    const commit = record.slice(0, 40);
    const words = record
      .slice(40)
      .replace(/^[\n\0]+/, '')
      .split('\0');
    for (let at = 0; at + 1 < words.length; at += 2) {
      const [mode = '', nextMode, was = '', is = ''] = (words[at] ?? '').trim().split(' ');
      // A submodule has no text here.
      if (mode.startsWith(':160000') || nextMode === '160000') continue;
      for (const blob of [is, was])
        if (/[^0]/.test(blob) && !files.has(blob))
          files.set(blob, { blob, path: words[at + 1] ?? '', commit });
    }
  }
  return [...files.values()];
}

/** Messages without the lines that name their authors. */
const messagesOf = (log: string) =>
  log
    .split('\u0001')
    .slice(1)
    .map((record) => ({
      commit: record.slice(0, 40),
      text: record.slice(41).replaceAll(/^[A-Z][a-z]+(?:-[a-z]+)*-by: .*$/gim, ''),
    }));

/** More than this of contents is not held at once; in bytes. */
const BATCH = 16_000_000;

/** Larger contents are not looked into; in bytes. */
export const LARGEST = 20_000_000;

function* readBlobs(
  files: readonly PastFile[],
  run: (args: readonly string[], input: string) => Buffer,
): Generator<{ file: PastFile; bytes: Buffer | null }> {
  const names = (some: readonly PastFile[]) => `${some.map(({ blob }) => blob).join('\n')}\n`;
  const sizes = run(['cat-file', '--batch-check=%(objectsize)'], names(files))
    .toString()
    .split('\n')
    .map(Number);
  let batch: PastFile[] = [];
  let size = 0;
  for (const [index, file] of files.entries()) {
    const bytes = sizes[index] ?? 0;
    if (bytes > LARGEST) yield { file, bytes: null };
    if (!(bytes <= LARGEST)) continue;
    batch.push(file);
    size += bytes;
    if (size < BATCH && index < files.length - 1) continue;
    yield* contents(batch, run(['cat-file', '--batch'], names(batch)));
    [batch, size] = [[], 0];
  }
  if (batch.length > 0) yield* contents(batch, run(['cat-file', '--batch'], names(batch)));
}

/** From `git cat-file --batch`: a line `name type size`, the bytes, a line end. */
function* contents(batch: readonly PastFile[], output: Buffer) {
  let at = 0;
  for (const file of batch) {
    const head = output.indexOf(10, at);
    const [, type, size] = output.toString('utf8', at, head).split(' ');
    if (size === undefined) {
      at = head + 1;
      continue;
    }
    const end = head + 1 + Number(size);
    if (type === 'blob') yield { file, bytes: output.subarray(head + 1, end) };
    at = end + 1;
  }
}

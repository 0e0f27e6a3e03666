/** Runs git with arguments, and what it reads on its input. */
export type RunGit = (args: readonly string[], input?: string) => Buffer;

/** An object of git; without bytes where it is over 20 MB or not there. */
export interface GitObject {
  readonly name: string;
  readonly bytes: Buffer | null;
}

/** What somebody wrote beside the files, and where; null where it is over 20 MB. */
export interface NamedWords {
  readonly place: string;
  readonly text: string | null;
}

/** Larger contents are not looked into; in bytes. */
export const LARGEST = 20_000_000;

/** More than this of contents is not held at once; in bytes. */
const BATCH = 16_000_000;

/** Objects by their names, in that order, a few megabytes at a time. */
export function* readObjects(names: readonly string[], run: RunGit): Generator<GitObject> {
  if (names.length === 0) return;
  const sizes = run(['cat-file', '--batch-check=%(objectsize)'], lines(names))
    .toString()
    .split('\n')
    .map(Number);
  let batch: string[] = [];
  let size = 0;
  for (const [index, name] of names.entries()) {
    const bytes = sizes[index] ?? Number.NaN;
    const isTaken = bytes <= LARGEST;
    if (isTaken) batch.push(name);
    size += isTaken ? bytes : BATCH;
    if (size < BATCH) continue;
    if (batch.length > 0) yield* contents(batch, run(['cat-file', '--batch'], lines(batch)));
    if (!isTaken) yield { name, bytes: null };
    [batch, size] = [[], 0];
  }
  if (batch.length > 0) yield* contents(batch, run(['cat-file', '--batch'], lines(batch)));
}

const lines = (names: readonly string[]): string => `${names.join('\n')}\n`;

/** From `git cat-file --batch`: a line `name type size`, the bytes, a line end. */
function* contents(batch: readonly string[], output: Buffer): Generator<GitObject> {
  let at = 0;
  for (const name of batch) {
    const head = output.indexOf(10, at);
    const size = output.toString('utf8', at, head).split(' ')[2];
    const end = head + 1 + Number(size ?? -1);
    yield { name, bytes: size === undefined ? null : output.subarray(head + 1, end) };
    at = end + 1;
  }
}

/** What people wrote into a commit or a tag: its message, then what its fields say. */
export function wordsOf(object: Buffer): string {
  const text = object.toString('utf8');
  const end = text.indexOf('\n\n');
  const fields = text
    .slice(0, end < 0 ? undefined : end)
    .replaceAll(/^gpgsig.*(?:\n .*)*/gm, '')
    .split('\n')
    .filter((line) => !/^(?:tree|parent|object|type) /.test(line))
    .map((line) => line.replace(/^((?:author|committer|tagger) .*>) \d+ [+-]\d+$/, '$1'));
  return [end < 0 ? '' : text.slice(end + 2), ...fields].join('\n');
}

import { execFileSync } from 'node:child_process';
import { isDocumentPath } from '../domain/documents/registry.ts';
import { gitArguments, gitEnvironment } from './git-arguments.ts';

/** A content that a path had, by git's name of it. */
interface Named {
  readonly path: string;
  readonly blob: string | null;
}

/** Starting git takes longer than reading many contents at once. */
const AT_ONCE = 200;

/**
 * Reads the text of a blob, each once; null where it is none, or is missing in a clone that left it out.
 * The documents of `history` are read in groups, with those of neighbouring paths.
 */
export function blobReader(
  folder: string,
  history: readonly Named[],
): (blob: string) => string | null {
  const texts = new Map<string, string | null>();
  let groups: ReadonlyMap<string, readonly string[]> | undefined;
  const groupOf = (blob: string): readonly string[] => {
    groups ??= groupsOf(history);
    return groups.get(blob) ?? [blob];
  };
  return (blob) => {
    if (!texts.has(blob)) {
      const wanted = groupOf(blob).filter((one) => !texts.has(one));
      const found = readBlobs(folder, wanted);
      for (const one of wanted) texts.set(one, textOf(found.get(one)));
    }
    return texts.get(blob) ?? null;
  };
}

function groupsOf(history: readonly Named[]): Map<string, readonly string[]> {
  const documents = history
    .filter(({ path }) => isDocumentPath(path))
    .toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const blobs = [...new Set(documents.map(({ blob }) => blob).filter((blob) => blob !== null))];
  const groups = new Map<string, readonly string[]>();
  for (let from = 0; from < blobs.length; from += AT_ONCE) {
    const group = blobs.slice(from, from + AT_ONCE);
    for (const blob of group) groups.set(blob, group);
  }
  return groups;
}

function textOf(bytes: Buffer | undefined): string | null {
  const text = bytes?.toString('utf8');
  return text === undefined || text.includes('\0') || text.includes('\uFFFD') ? null : text;
}

/** The contents of blobs; those that git does not have, and all where it fails, are left out. */
function readBlobs(folder: string, blobs: readonly string[]): Map<string, Buffer> {
  try {
    return new Map(contentsOf(batch(folder, blobs)));
  } catch {
    return new Map();
  }
}

/** What git prints for the names of blobs. */
export const batch = (folder: string, blobs: readonly string[]): Buffer =>
  execFileSync('git', gitArguments(folder, ['--no-replace-objects', 'cat-file', '--batch']), {
    env: gitEnvironment(),
    input: `${blobs.join('\n')}\n`,
    stdio: ['pipe', 'pipe', 'ignore'],
    maxBuffer: 1 << 30,
  });

/** Reads `name type size LF content LF` or `name missing LF`, as often as there are blobs. */
export function* contentsOf(printed: Buffer): Generator<[blob: string, content: Buffer]> {
  for (let at = 0; at < printed.length; ) {
    const end = printed.indexOf('\n', at);
    const [name = '', , size] = printed.subarray(at, end).toString().split(' ');
    at = end + 1;
    if (size === undefined) continue;
    yield [name, printed.subarray(at, at + Number(size))];
    at += Number(size) + 1;
  }
}

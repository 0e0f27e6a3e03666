import { aliasesOf } from '../graph/addresses.ts';
import type { Entry } from '../graph/corpus.ts';

/** The ids and addresses of entries, old ones included: whoever reads one knows that there is such a page. */
export interface Addresses {
  /** The entries that a plain text names by id or address, each with the offsets of its names. */
  in(plain: string): readonly Named[];
}

/** An entry that a text names, and where. */
export interface Named {
  readonly entry: Entry;
  readonly offset: number;
}

/** Prepares ids and addresses for search: a few look-ups for each path in a text, however many there are. */
export function addressesOf(entries: Iterable<Entry>): Addresses {
  const known = new Map<string, Entry>();
  for (const entry of entries)
    for (const name of [entry.id, ...aliasesOf(entry)]) known.set(partsOf(name).join('/'), entry);
  const lengths = [...new Set([...known.keys()].map((name) => partsOf(name).length))];
  return {
    in: (plain) =>
      known.size === 0
        ? []
        : pathsIn(plain).flatMap(({ path, offset }) =>
            inPath(path, known, lengths).map((entry) => ({ entry, offset })),
          ),
  };
}

/** The entries that a path names, in whole or by a part of it. */
function inPath(path: string, known: ReadonlyMap<string, Entry>, lengths: readonly number[]) {
  const parts = partsOf(path);
  const found = new Set<Entry>();
  for (const length of lengths) {
    // One word is the address of a page only where it stands alone, with a slash before it.
    if (length === 1 && !(parts.length === 1 && path.startsWith('/'))) continue;
    for (let at = 0; at + length <= parts.length; at++) {
      const entry = known.get(parts.slice(at, at + length).join('/'));
      if (entry) found.add(entry);
    }
  }
  return [...found];
}

const partsOf = (path: string): string[] =>
  path
    .toLowerCase()
    .split('/')
    .map((part) => part.replace(/^[_-]+/, '').replace(/(?<![_-])[_-]+$/, ''))
    .filter(Boolean);

/** Words with slashes between them; an ending such as `.mdx` is no part of it. */
function pathsIn(plain: string): { path: string; offset: number }[] {
  const paths: { path: string; offset: number }[] = [];
  for (let slash = plain.indexOf('/'); slash >= 0; ) {
    let [start, end] = [slash, slash + 1];
    while (start > 0 && isOfPath(plain.charCodeAt(start - 1))) start--;
    while (end < plain.length && isOfPath(plain.charCodeAt(end))) end++;
    paths.push({ path: plain.slice(start, end), offset: start });
    slash = plain.indexOf('/', end);
  }
  return paths;
}

/** A letter, a digit, `-`, `/` or `_`; beyond ASCII everything is taken for a letter. */
const isOfPath = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 45 && code <= 57 && code !== 46) ||
  code === 95 ||
  code > 127;

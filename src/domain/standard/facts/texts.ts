import { once } from '../../graph/once.ts';
import { type Unwanted, unwantedIn } from '../../identifiers/secrets.ts';
import { at, type Position, wholeFile } from '../../problems/problem.ts';
import type { StandardContext } from '../rule.ts';
import type { FileFact } from '../witness.ts';

/** A place where an unwanted value stands; never the value itself. */
export interface Leak {
  readonly path: string;
  readonly position: Position;
  readonly kind: string;
  /** What makes it hard to see or to remove, as words in brackets; empty where nothing does. */
  readonly how: string;
}

/** Unwanted values in every text of the content folder, and in the last text of files that were removed. */
export function* leaksOf(context: StandardContext, unwanted: readonly Unwanted[]): Generator<Leak> {
  const { corpus, fileOf, git } = context;
  const paths = [...corpus.entries.map(({ path }) => path), ...corpus.assets].sort();
  for (const path of new Set(paths)) {
    const fact = fileOf(path);
    if (!fact?.text) continue;
    const { text } = fact;
    for (const { offset, kind, how } of lookThrough(text, hiddenIn(fact), unwanted))
      yield { path, position: at(pointAt(text, offset)), kind, how };
  }
  for (const version of git.gone) {
    const text = git.textOf(version) ?? '';
    for (const { kind } of foundIn(text, unwanted)) {
      const how = ` (in the history: ${version.path}, removed by commit ${version.commit.id.slice(0, 8)})`;
      yield { path: 'engagement.yaml', position: wholeFile, kind, how };
    }
  }
}

export interface Found {
  readonly offset: number;
  readonly kind: string;
  readonly how: string;
}

/** Unwanted values of a text, as they stand, broken over lines, or in base64. */
export const foundIn = (text: string, unwanted: readonly Unwanted[]): Found[] =>
  lookThrough(text, hiddenOf(text), unwanted);

function lookThrough(
  text: string,
  { joined, offsetOf, runs }: Hidden,
  unwanted: readonly Unwanted[],
): Found[] {
  const found = new Map<number, Found>();
  const note = (one: Found) => {
    if (!found.has(one.offset)) found.set(one.offset, one);
  };
  const plain = unwantedIn(text, unwanted);
  for (const one of plain) note({ ...one, how: '' });
  for (const { offset, end, kind } of unwantedIn(joined, unwanted)) {
    const start = offsetOf(offset);
    if (text.slice(start, offsetOf(end - 1)).includes('\n'))
      note({ offset: start, kind, how: ' (broken over lines)' });
  }
  for (const { words, offset } of runs) {
    for (const { kind } of unwantedIn(words, unwanted)) note({ offset, kind, how: ' (in base64)' });
  }
  return [...found.values()];
}

/** What a text says to those who put its lines together or decode it. */
interface Hidden {
  readonly joined: string;
  /** Where in the text a character of `joined` stands. */
  readonly offsetOf: (offset: number) => number;
  /** Texts in base64, decoded. */
  readonly runs: readonly { readonly words: string; readonly offset: number }[];
}

// Several rules look through the same files.
const hiddenIn = once(({ text }: FileFact) => hiddenOf(text ?? ''));

function hiddenOf(text: string): Hidden {
  const { joined, offsetOf } = joinLines(text);
  const runsOf = (source: string, at: (offset: number) => number) =>
    Array.from(source.matchAll(BASE64), ({ 0: run, index }) => ({
      words: decoded(run),
      offset: at(index),
    }));
  return { joined, offsetOf, runs: [...runsOf(text, (at) => at), ...runsOf(joined, offsetOf)] };
}

const BASE64 = /[A-Za-z0-9+/_-]{32,}={0,2}/g;

/** A text whose lines are put together without what wraps them: indents, quotes, plus signs, backslashes. */
function joinLines(text: string) {
  const starts: { at: number; from: number }[] = [];
  let joined = '';
  let from = 0;
  for (const line of text.split('\n')) {
    const bare = line.trimStart().replace(/^[>"'`+#*/][\s>"'`+#*/]*/, '');
    const kept = bare.trimEnd();
    const isWrapped = /["'`+\\,]$/.test(kept.slice(-1));
    starts.push({ at: joined.length, from: from + line.length - bare.length });
    joined += isWrapped ? kept.replace(/["'`]?[\s+\\,]*$/, '') : kept;
    from += line.length + 1;
  }
  const offsetOf = (offset: number) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle]?.at ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const start = starts[low] ?? { at: 0, from: 0 };
    return start.from + offset - start.at;
  };
  return { joined, offsetOf };
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The text in a run of base64; empty where it is none, as with digests and pictures. */
function decoded(run: string): string {
  const clean = run.replace(/=+$/, '').replaceAll('-', '+').replaceAll('_', '/');
  let text = '';
  let bits = 0;
  let held = 0;
  for (const character of clean) {
    held = ((held << 6) | DIGITS.indexOf(character)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    const code = (held >> bits) & 0xff;
    if (code > 126 || (code < 32 && code !== 9 && code !== 10 && code !== 13)) return '';
    text += String.fromCharCode(code);
  }
  return text;
}

function pointAt(text: string, offset: number) {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

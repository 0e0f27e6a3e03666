import { textsOf } from '../graph/fields.ts';

type Data = Readonly<Record<string, unknown>>;

/** An entry of `synthetic` that would let real values pass, where it stands, and what is allowed there. */
export interface TooBroad {
  readonly list: 'names' | 'numbers' | 'files';
  readonly index: number;
  readonly value: string;
  readonly limit: string;
}

/** The most numbers that one range may hold. */
const WIDEST = 10_000;
/** The most names that the list may hold. */
const MOST_NAMES = 50;

/** What in `synthetic` covers too much; `documents` are the paths of all documents and records. */
export function* tooBroadIn(synthetic: Data, documents: readonly string[]): Generator<TooBroad> {
  for (const [index, value] of textsOf(synthetic, 'names').entries()) {
    const list = 'names';
    if (!isOneName(value))
      yield { list, index, value, limit: 'one person in two words, given and family name' };
    else if (index === MOST_NAMES)
      yield { list, index, value, limit: `at most ${MOST_NAMES} names` };
  }
  for (const [index, value] of textsOf(synthetic, 'numbers').entries()) {
    const limit = limitOfNumbers(value);
    if (limit !== null) yield { list: 'numbers', index, value, limit };
  }
  for (const [index, value] of textsOf(synthetic, 'files').entries()) {
    if (isAnyFile(value) || documents.some(pathPattern(value)))
      yield {
        list: 'files',
        index,
        value,
        limit: 'a folder of files beside documents, such as `evals/*.csv`, and no document',
      };
  }
}

/** Names of the list that are those of one person, as many as the list may hold. */
export const narrowNames = (names: readonly string[]): string[] =>
  names.slice(0, MOST_NAMES).filter(isOneName);

/** Numbers, beginnings and ranges that do not cover too much. */
export const narrowNumbers = (numbers: readonly string[]): string[] =>
  numbers.filter((one) => limitOfNumbers(one) === null);

/** Patterns that say which files. */
export const narrowFiles = (patterns: readonly string[]): string[] =>
  patterns.filter((one) => !isAnyFile(one));

/** A range as `900000-900999`: its ends; null for what is none. */
export function rangeOf(text: string): readonly [string, string] | null {
  const [, from, to] = /^(\d{4,})(?:-|\.\.)(\d{4,})$/.exec(text) ?? [];
  return from === undefined || to === undefined ? null : [from, to];
}

/** Whether a path is one that a pattern names: `*` stands for a part of a name, `**` for any path. */
export function pathPattern(pattern: string): (path: string) => boolean {
  const source = pattern
    .replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll(/\*\*\/?|\*/g, (stars) => (stars === '*' ? '[^/]*' : '.*'));
  const whole = new RegExp(`^${source}$`);
  return (path) => whole.test(path);
}

const isOneName = (name: string): boolean => /^[^\s,;^]+,?[\s^]+[^\s,;^]+$/.test(name.trim());

/** Whether nothing in a pattern says which files: no folder, no letter of a name. */
const isAnyFile = (pattern: string): boolean => !/[A-Za-z0-9]/.test(pattern);

function limitOfNumbers(text: string): string | null {
  const range = rangeOf(text.trim());
  if (range !== null) {
    const [from, to] = range;
    const isNarrow = from.length === to.length && BigInt(to) - BigInt(from) < BigInt(WIDEST);
    return isNarrow ? null : 'a range of at most 10,000 numbers, its ends of the same length';
  }
  if (!text.includes('*')) return null;
  const fixed = /^([^*]+)\*$/.exec(text.trim())?.[1] ?? '';
  return /[A-Za-z]{2}/.test(fixed) || /\d\D*\d\D*\d/.test(fixed)
    ? null
    : 'a beginning of at least two letters or three digits, then one star, such as `SYN*`';
}

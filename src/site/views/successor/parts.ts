import { addressOf } from '../../../domain/graph/addresses.ts';
import { type Corpus, type Entry, summaryOf } from '../../../domain/graph/corpus.ts';
import type { Handbook } from '../../handbook.ts';
import type { ByType } from '../navigation.ts';
import { type Mark, nameOf } from '../words.ts';

/** One thing to read: where, how long, and why by its own words. */
export interface Reading {
  readonly href: string;
  readonly text: string;
  readonly minutes: number;
  readonly why: string | null;
  readonly mark: Mark | null;
  /** Parts of it that answer a question of their own. */
  readonly parts: readonly { readonly href: string; readonly text: string }[];
}

/** One part of the way in, in the order in which it is read. */
export interface Part {
  readonly id: string;
  readonly title: string;
  /** What the reader knows afterwards. */
  readonly question: string;
  readonly readings: readonly Reading[];
  /** How many there are beyond those shown, and where. */
  readonly more: { readonly href: string; readonly text: string } | null;
  /** What is not there, and whom to ask; null where something is. */
  readonly missing: string | null;
}

export interface Book
  extends Pick<Handbook, 'graph' | 'asOf'>,
    Partial<Pick<Handbook, 'readiness' | 'standard' | 'documents'>> {
  readonly corpus: Corpus;
  readonly byType: ByType;
  readonly fileText: (path: string) => string | null;
}

/** Words that a person reads in a minute, of a text that has to be understood. */
export const WORDS_A_MINUTE = 200;

/** Readings shown of one kind; more are looked for in their list. */
const MOST = 8;

export const of = ({ byType }: Pick<Book, 'byType'>, type: string): readonly Entry[] =>
  byType.get(type) ?? [];

/** A document as something to read; its summary says why, unless something says it better. */
export const reading = (entry: Entry, more: Partial<Reading> = {}): Reading => ({
  href: addressOf(entry),
  text: nameOf(entry),
  minutes: minutesOf(wordsOf(entry)),
  why: summaryOf(entry),
  mark: null,
  parts: [],
  ...more,
});

/** Whole minutes for a number of words, at least one. */
export const minutesOf = (words: number): number => Math.max(1, Math.round(words / WORDS_A_MINUTE));

/** A page that is drawn from the graph: a minute to look. */
export const lookAt = (href: string, text: string, why: string, mark: Mark | null = null) => ({
  ...{ href, text, why, mark, minutes: 1, parts: [] },
});

const wordsOf = ({ outline, data }: Entry): number => (outline?.words ?? 0) + wordsIn(data);

/** The words of the fields, which stand on the page too. */
function wordsIn(value: unknown): number {
  if (typeof value === 'string') return value.match(/\S+/g)?.length ?? 0;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>((sum, one) => sum + wordsIn(one), 0);
}

/** The first of some entries as readings, and the way to the others. */
export function bounded(
  entries: readonly Entry[],
  toReading: (entry: Entry) => Reading,
  list: { readonly href: string; readonly name: string },
): Pick<Part, 'readings' | 'more'> {
  const left = entries.length - MOST;
  return {
    readings: entries.slice(0, MOST).map(toReading),
    more: left > 0 ? { href: list.href, text: `${left} more ${list.name}` } : null,
  };
}

import { append } from '../lists.ts';
import type { Bag } from './bag.ts';
import type { Fate } from './proof.ts';
import type { Word } from './words.ts';

/** Where missing words are looked for, with what they are when they are found there. */
export interface Bags {
  readonly listedWords: Bag;
  /** In small letters. */
  readonly fieldWords: Bag;
  readonly elsewhere: Bag;
}

/** The words with which texts begin and end. */
export interface Ends {
  readonly first: ReadonlySet<Word>;
  readonly last: ReadonlySet<Word>;
}

/** Fewest words that are found elsewhere by their sequence alone; a single "the" stands everywhere. */
export const RUN = 3;

/**
 * What became of words that are missing at their place. As many together as possible are looked for; fewer than
 * three count as found only if they are a whole text there or here.
 */
export function cover(words: readonly Word[], bags: Bags, ends: Ends): Fate[] {
  const exact = words.map(({ word }) => word);
  const small = exact.map((word) => word.toLowerCase());
  const places = [
    { bag: bags.listedWords, fate: 'listed', wanted: exact },
    { bag: bags.fieldWords, fate: 'kept', wanted: small },
    { bag: bags.elsewhere, fate: 'changed', wanted: exact },
  ] as const;
  const fates: Fate[] = [];
  while (fates.length < words.length) {
    const from = fates.length;
    const isText = (length: number) =>
      ends.first.has(words[from] as Word) && ends.last.has(words[from + length - 1] as Word);
    const { bag, fate, at, length } = places
      .map((place) => ({ ...place, ...place.bag.longest(place.wanted, from, words.length) }))
      .map((place) => (isEnough(place, isText) ? place : { ...place, length: 0 }))
      .reduce((best, one) => (one.length > best.length ? one : best));
    const isFound = length > 0;
    if (isFound) bag.use(at, length);
    append(fates, Array<Fate>(isFound ? length : 1).fill(isFound ? fate : 'lost'));
  }
  return fates;
}

interface Found {
  readonly bag: Bag;
  readonly at: number;
  readonly length: number;
}

const isEnough = ({ bag, at, length }: Found, isText: (length: number) => boolean): boolean =>
  length >= RUN || (length > 0 && (isText(length) || bag.isWhole(at, length)));

const order: readonly Fate[] = ['kept', 'changed', 'listed', 'lost'];

/** The fate of a whole of which one part has this and another that. */
export const worse = (one: Fate, other: Fate): Fate =>
  order.indexOf(one) > order.indexOf(other) ? one : other;

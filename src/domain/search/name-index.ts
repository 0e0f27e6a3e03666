import { daysOf } from './dates.ts';
import type { Name, NameKind, Page } from './model.ts';
import { numbersOf } from './numbered.ts';
import type { Posting } from './postings.ts';
import { compact, type Known, plainText, tokensOf } from './terms.ts';

/** All names of a handbook, ready to be asked. */
export interface NameIndex {
  readonly pages: readonly Page[];
  /** Where a term stands in a name, by how much that says. */
  readonly terms: ReadonlyMap<string, readonly Posting[]>;
  /** All terms in order, for prefixes. */
  readonly sorted: readonly string[];
  /** Names without marks, blanks and case. */
  readonly exact: ReadonlyMap<string, readonly { page: number; name: Name }[]>;
  /** A term as it is written in a name. */
  readonly written: (term: string) => string;
}

/** What a word in a name of each kind weighs, against one in a text of average length. */
const kindWeights: Readonly<Record<NameKind, number>> = {
  title: 5,
  alert: 8,
  term: 5,
  alias: 3.5,
  id: 3.5,
  path: 3.5,
  symptom: 3,
  error: 2.5,
  heading: 1,
};

/** A folder says less than the file, and says it of all its files. */
const FOLDER = 0.3;

/** What a page's type says of it: "the postmortem of …". */
const TYPE = 2;

/** The label of a page's type and its folder in the singular, which is often its abbreviation. */
const typeWords = ({ address, facets }: Page): string =>
  `${facets.type[0] ?? ''} ${(address.split('/')[1] ?? '').replace(/s$/, '')}`;

/** So many pages are indexed between two pauses: a few milliseconds on a phone. */
const STEP = 150;

/** Indexes names in steps, so that a reader's keys are heard in between. */
export function* indexingNames(pages: readonly Page[]): Generator<void, NameIndex> {
  const terms = new Map<string, Posting[]>();
  const exact = new Map<string, { page: number; name: Name }[]>();
  const known: Known = new Map();
  for (const [number, page] of pages.entries()) {
    if (number % STEP === STEP - 1) yield;
    const weights = new Map<string, number>();
    for (const name of page.names) {
      weigh(name, weights, known);
      const key = compact(nameProper(name));
      if (key !== '') push(exact, key, { page: number, name });
      for (const key of numbersOf(name)) push(exact, key, { page: number, name });
    }
    add(typeWords(page), TYPE, weights, known, false);
    for (const [term, weight] of weights) push(terms, term, { page: number, weight });
  }
  for (const [label, those] of byType(pages))
    if (those.length <= FEW)
      for (const page of those)
        push(exact, compact(label), { page, name: { kind: 'title', text: label, anchor: null } });
  return {
    pages,
    terms,
    exact,
    sorted: [...terms.keys()].sort(),
    written: writtenIn(pages, terms),
  };
}

/** So few documents of a type are meant by its name alone: "exit plan". */
const FEW = 3;

function byType(pages: readonly Page[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [number, { facets }] of pages.entries())
    for (const label of facets.type) push(found, label, number);
  return found;
}

const writtenIn =
  (pages: readonly Page[], terms: ReadonlyMap<string, readonly Posting[]>) =>
  (term: string): string => {
    const page = pages[terms.get(term)?.[0]?.page ?? -1];
    for (const { text } of page?.names ?? [])
      for (const token of tokensOf(plainText(text))) {
        if (token.whole.includes(term)) return token.text;
        const word = (token.text.match(/\p{Lu}?[\p{Ll}\p{N}]+|[\p{L}\p{N}]+/gu) ?? []).find(
          (each) => tokensOf(each).some(({ parts }) => parts[0] === term),
        );
        if (word) return word.toLowerCase();
      }
    return term;
  };

/** The part of a name that tells this page from its neighbours: the file of a path; of a README its folder. */
function nameProper({ kind, text }: Name): string {
  if (kind !== 'path' && kind !== 'id') return text;
  const steps = text.replace(/\.[a-z]{2,5}$/i, '').split('/');
  const last = steps.at(-1) ?? '';
  return /^(?:readme|index|_index)$/i.test(last) ? (steps.at(-2) ?? last) : last;
}

function weigh(name: Name, weights: Map<string, number>, known: Known): void {
  const proper = nameProper(name);
  const weight = kindWeights[name.kind];
  add(proper, weight, weights, known, name.kind !== 'id');
  if (proper === name.text) return;
  const folders = name.text.slice(0, name.text.lastIndexOf('/'));
  add(folders, weight * FOLDER, weights, known, false);
}

/** Adds the words of a name, and where it is more than a folder what they are together. */
function add(
  text: string,
  weight: number,
  weights: Map<string, number>,
  known: Known,
  together: boolean,
): void {
  const tokens = tokensOf(plainText(text), known);
  const words = tokens.flatMap(({ parts }) => parts);
  const norm = 0.7 + 0.3 * (words.length / 5);
  const put = (term: string, share: number) => {
    const value = (weight * share) / norm;
    if (value > (weights.get(term) ?? 0)) weights.set(term, value);
  };
  for (const word of words) put(word, 1);
  for (const day of daysOf(text)) put(day, 1);
  if (!together) return;
  for (const token of tokens) {
    for (const whole of token.whole) put(whole, 1);
    for (const pair of pairsOf(token.parts)) put(pair, 0.8);
  }
  if (words.length >= 3 && words.length <= 12)
    for (const letters of initialsOf(words)) put(`.${letters}`, 0.7);
}

/** Neighbouring words of an identifier as one: `crashloop` is typed for `PodCrashLooping`. */
const pairsOf = (parts: readonly string[]): string[] =>
  parts.length < 3 ? [] : parts.slice(1).map((part, at) => `${parts[at]}${part}`);

/** First letters of three to five neighbouring words: `CVO` is typed for "Cluster Version Operator". */
const initialsOf = (words: readonly string[]): string[] => {
  const letters = words.map((word) => word[0] ?? '').join('');
  const found: string[] = [];
  for (const length of [3, 4, 5])
    for (let at = 0; at + length <= letters.length; at += 1)
      found.push(letters.slice(at, at + length));
  return found;
};

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Terms that begin with a text, at most so many. */
export function beginningWith(sorted: readonly string[], start: string, most: number): string[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < start) low = middle + 1;
    else high = middle;
  }
  const found: string[] = [];
  for (let at = low; at < sorted.length && found.length < most; at += 1) {
    const term = sorted[at] ?? '';
    if (!term.startsWith(start)) break;
    found.push(term);
  }
  return found;
}

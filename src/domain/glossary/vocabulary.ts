import { type Corpus, type Entry, entriesOf } from '../graph/corpus.ts';
import { textAt, textsOf } from '../graph/fields.ts';
import { once } from '../graph/once.ts';
import { foldedWord, type Token, tokensOf } from './tokens.ts';

/** A word of the glossary that texts can be explained with. */
export interface Term {
  readonly entry: Entry;
  readonly name: string;
  readonly expansion: string | null;
  /** What it means, in one sentence. */
  readonly meaning: string;
  /** One word of the everyday language, which texts also use in its everyday sense. */
  readonly everyday: boolean;
}

/** Where a reading of words stands: what may come next, and the spellings that end here. */
export interface Branch {
  readonly next: Map<string, Branch>;
  readonly ends: Spelling[];
}

export interface Spelling {
  readonly term: Term;
  /** The words that have to stand exactly as they are; null for those that may stand in any case. */
  readonly exact: readonly (string | null)[];
}

/** The terms of a handbook and a tree of their spellings, so that a text is read once however many there are. */
export interface Vocabulary {
  readonly terms: readonly Term[];
  /** The branches of all first words, by the word without its case. */
  readonly starts: ReadonlyMap<string, Branch>;
}

/** The vocabulary of a corpus: its terms that say what they mean and are not retired. */
export const vocabularyOf = once((corpus: Corpus): Vocabulary => {
  const terms = entriesOf(corpus, 'glossary').flatMap(termOf);
  const starts = new Map<string, Branch>();
  for (const term of terms) for (const tokens of spellingsOf(term)) grow(starts, term, tokens);
  return { terms, starts };
});

function termOf(entry: Entry): Term[] {
  const { data } = entry;
  const name = textAt(data, 'term');
  const meaning = textAt(data, 'plain');
  if (name === null || meaning === null || data['status'] === 'retired') return [];
  const words = tokensOf(name);
  const everyday = words.length === 1 && !words.some(isExact) && !/[^\p{L}\p{M}]/u.test(name);
  return [{ entry, name, meaning, expansion: textAt(data, 'expansion'), everyday }];
}

/** Every way in which a term is written: its name, what it stands for, other spellings, and their plurals. */
function spellingsOf({ entry, name, expansion }: Term): Token[][] {
  const written = [name, ...(expansion === null ? [] : [expansion])];
  return [...written, ...textsOf(entry.data, 'also_written')]
    .map(tokensOf)
    .filter((tokens) => tokens.some(({ word }) => word.length > 1))
    .flatMap((tokens) => [tokens, ...plurals(tokens)]);
}

function plurals(tokens: readonly Token[]): Token[][] {
  const last = tokens.at(-1);
  if (last === undefined || !/\p{L}/u.test(last.word)) return [];
  return [[...tokens.slice(0, -1), { ...last, word: pluralOf(last.word) }]];
}

const pluralOf = (word: string): string => {
  if (/[^aeiou]y$/.test(word)) return word.replace(/y$/, 'ies');
  return /(?:[sxz]|[cs]h)$/.test(word) ? `${word}es` : `${word}s`;
};

/** Capitals after the first letter, or digits among letters: an abbreviation, which is not read in another case. */
const isExact = ({ word }: Token): boolean =>
  /\p{Lu}/u.test(word.slice(1)) || (/\p{N}/u.test(word) && /\p{L}/u.test(word));

function grow(starts: Map<string, Branch>, term: Term, [first, ...rest]: readonly Token[]): void {
  if (first === undefined) return;
  let at = branchAt(starts, foldedWord(first.word));
  for (const token of rest) at = branchAt(at.next, keyOf(token));
  at.ends.push({ term, exact: [first, ...rest].map((one) => (isExact(one) ? one.word : null)) });
}

function branchAt(branches: Map<string, Branch>, key: string): Branch {
  const branch = branches.get(key) ?? { next: new Map(), ends: [] };
  branches.set(key, branch);
  return branch;
}

/** A word with what stands before it, as branches are found by. */
export const keyOf = ({ gap, word }: Token): string => `${gap}\n${foldedWord(word)}`;

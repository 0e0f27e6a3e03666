import type { Inventory, Piece } from '../model.ts';
import { align } from './align.ts';
import type { CodeFates } from './codes.ts';
import { type Bags, cover, type Ends, worse } from './cover.ts';
import type { Fate, Place } from './proof.ts';
import { elsewhereOf, surplusOf } from './surplus.ts';
import type { Told } from './told.ts';
import { type Word, wordsOf } from './words.ts';

export interface TextFates {
  readonly fates: readonly Fate[];
  readonly codes: readonly Fate[];
  /** Words by piece. */
  readonly lostWords: ReadonlyMap<number, readonly string[]>;
  readonly changedWords: ReadonlyMap<number, readonly string[]>;
  readonly doubled: readonly Place[];
  readonly added: readonly Place[];
}

/** What became of each text of the source, and with it of the code that only its words can prove. */
export function textsOf(
  source: Inventory,
  result: Inventory,
  told: Told,
  code: CodeFates,
): TextFates {
  const words = wordsOf(source.texts, true);
  const found = wordsOf(result.texts);
  const hunks = align(words.map(plain), found.map(plain)).filter(
    ({ source: s, result: r }) => joined(words.slice(...s)) !== joined(found.slice(...r)),
  );
  const elsewhere = elsewhereOf(hunks, found, result, code.spare);
  const bags = { ...told, elsewhere: elsewhere.bag };
  const ends = endsOf(words);
  const tally = tallyOf(source.texts.length);
  for (const hunk of hunks) {
    const run = words.slice(...hunk.source);
    const required = run.filter(({ optional }) => !optional);
    for (const word of run) if (word.optional) tally.mark(word, 'changed');
    const respelt = lower(required) === lower(found.slice(...hunk.result));
    const fates = respelt ? required.map((): Fate => 'changed') : cover(required, bags, ends);
    for (const [at, word] of required.entries()) tally.mark(word, fates[at] ?? 'lost');
  }
  for (const piece of movedWhole(tally.fates, words, found)) {
    tally.fates[piece] = 'changed';
    tally.lostWords.delete(piece);
  }
  const codes = code.fates.map((fate, at) => fate ?? byWords(source.codes[at] as Piece, bags));
  return { ...tally, codes, ...surplusOf(elsewhere, source, words, told) };
}

const plain = ({ word }: Word): string => word;
/** The same for words that differ only in where they part, as at a mark that stood inside one. */
const joined = (words: readonly Word[]): string => words.map(plain).join('');
const lower = (words: readonly Word[]): string => joined(words).toLowerCase();

/** The first and the last word of each text, marks of a dialect aside. */
function endsOf(words: readonly Word[]): Ends {
  const first = new Map<number, Word>();
  const last = new Map<number, Word>();
  for (const word of words) {
    if (word.optional) continue;
    if (!first.has(word.piece)) first.set(word.piece, word);
    last.set(word.piece, word);
  }
  return { first: new Set(first.values()), last: new Set(last.values()) };
}

/**
 * Texts that seem lost, but of which the result has as many as the source: between many like them the words of
 * one are taken for those of another.
 */
function movedWhole(
  fates: readonly Fate[],
  words: readonly Word[],
  found: readonly Word[],
): number[] {
  if (!fates.includes('lost')) return [];
  const own = wholesOf(words.filter(({ optional }) => !optional));
  const others = wholesOf(found);
  const wanted = countOf(own);
  const given = countOf(others);
  return [...own].flatMap(([piece, text]) => {
    const isThere = (given.get(text) ?? 0) >= (wanted.get(text) ?? 0);
    return fates[piece] === 'lost' && isThere ? [piece] : [];
  });
}

function wholesOf(words: readonly Word[]): Map<number, string> {
  const wholes = new Map<number, string>();
  for (const { piece, word } of words) wholes.set(piece, `${wholes.get(piece) ?? ''} ${word}`);
  return wholes;
}

function countOf(texts: ReadonlyMap<number, string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts.values()) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

function tallyOf(pieces: number) {
  const fates: Fate[] = Array(pieces).fill('kept');
  const lostWords = new Map<number, string[]>();
  const changedWords = new Map<number, string[]>();
  const byFate = new Map<Fate, Map<number, string[]>>([
    ['lost', lostWords],
    ['changed', changedWords],
  ]);
  return {
    fates,
    lostWords,
    changedWords,
    mark({ word, piece }: Word, fate: Fate) {
      fates[piece] = worse(fates[piece] ?? 'kept', fate);
      const words = byFate.get(fate);
      if (!words) return;
      const known = words.get(piece);
      if (known) known.push(word);
      else words.set(piece, [word]);
    },
  };
}

function byWords(code: Piece, bags: Bags): Fate {
  const words = wordsOf([code]);
  return cover(words, bags, endsOf(words)).reduce(worse, 'changed');
}

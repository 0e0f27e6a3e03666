import type { Inventory, Piece } from '../model.ts';
import { align } from './align.ts';
import type { Bag } from './bag.ts';
import { bytesOf, type CodeFates } from './codes.ts';
import { type Bags, cover, type Ends, RUN, worse } from './cover.ts';
import { insideCode } from './inside-code.ts';
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
  const all = wordsOf(source.texts, true);
  const words = all.filter(({ optional }) => !optional);
  const found = wordsOf(result.texts);
  const hunks = align(words.map(plain), found.map(plain)).filter(
    ({ source: s, result: r }) => joined(words.slice(...s)) !== joined(found.slice(...r)),
  );
  const elsewhere = elsewhereOf(hunks, found, source, result, code.spare);
  const bags = { ...told, elsewhere: elsewhere.bag };
  const ends = endsOf(words);
  const tally = tallyOf(source.texts.length);
  for (const { source: s, result: r } of hunks) {
    const run = words.slice(...s);
    const respelt = lower(run) === lower(found.slice(...r));
    const fates = respelt ? run.map((): Fate => 'changed') : cover(run, bags, ends);
    for (const [at, word] of run.entries()) tally.mark(word, fates[at] ?? 'lost');
  }
  for (const [piece, fate] of foundWhole(tally.fates, words, found, told)) {
    tally.fates[piece] = fate;
    tally.lostWords.delete(piece);
  }
  for (const { piece, optional } of all) {
    if (optional) tally.fates[piece] = worse(tally.fates[piece] ?? 'kept', 'changed');
  }
  const codes = code.fates.map(
    (fate, at) => fate ?? byInside(source.codes[at] as Piece, bags, code),
  );
  return { ...tally, codes, ...surplusOf(elsewhere, source, told) };
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
    if (!first.has(word.piece)) first.set(word.piece, word);
    last.set(word.piece, word);
  }
  return { first: new Set(first.values()), last: new Set(last.values()) };
}

/**
 * Texts that seem lost because other places took some of their words, and that stand as a whole in the report, in
 * a field, or in the result as often as in the source.
 */
function foundWhole(
  fates: readonly Fate[],
  words: readonly Word[],
  found: readonly Word[],
  { listedWords, fieldWords }: Told,
): [piece: number, fate: Fate][] {
  if (!fates.includes('lost')) return [];
  const own = wholesOf(words);
  const wanted = countOf(own);
  const given = countOf(wholesOf(found));
  return [...own].flatMap(([piece, text]): [number, Fate][] => {
    if (fates[piece] !== 'lost') return [];
    if ((given.get(text) ?? 0) >= (wanted.get(text) ?? 0)) return [[piece, 'changed']];
    const whole = text.trim().split(' ');
    if (takeWhole(listedWords, whole)) return [[piece, 'listed']];
    return takeWhole(
      fieldWords,
      whole.map((word) => word.toLowerCase()),
    )
      ? [[piece, 'kept']]
      : [];
  });
}

function takeWhole(bag: Bag, words: readonly string[]): boolean {
  const { at, length } = bag.longest(words, 0, words.length);
  const isThere = length === words.length && (length >= RUN || bag.isWhole(at, length));
  if (isThere) bag.use(at, length);
  return isThere;
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

/** A dialect's indented block as what it holds: its fences byte by byte, the rest by its words. */
function byInside({ value }: Piece, bags: Bags, { spare }: CodeFates): Fate {
  const { codes, text } = insideCode(value);
  const bytes = spare.map(bytesOf);
  const isWhole = codes.every((code) => bytes.includes(bytesOf({ value: code })));
  const words = wordsOf([{ value: text, line: null }], true).filter(({ optional }) => !optional);
  const fate = cover(words, bags, endsOf(words)).reduce(worse, 'changed');
  return isWhole ? fate : 'lost';
}

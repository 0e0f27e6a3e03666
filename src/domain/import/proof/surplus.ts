import type { Inventory, Piece } from '../model.ts';
import type { Hunk } from './align.ts';
import { type Bag, bagOf, isMadeOf } from './bag.ts';
import { RUN } from './cover.ts';
import type { Place } from './proof.ts';
import type { Told } from './told.ts';
import { plainWords, seenWords, type Word } from './words.ts';

/** What stands in the result where the source has it not. */
export interface Elsewhere {
  readonly bag: Bag;
  /** Line of the result for each place of the bag. */
  readonly lines: readonly (number | null)[];
}

/** The words of the result at the places where it differs, and those of code that the source has not. */
export function elsewhereOf(
  hunks: readonly Hunk[],
  found: readonly Word[],
  source: Inventory,
  result: Inventory,
  spare: readonly Piece[],
): Elsewhere {
  const runs = hunks.map(({ result: at }) => found.slice(...at)).filter(({ length }) => length > 0);
  const others = [
    // Where the source has fences that its reader takes for text, their language is text as well.
    ...spare.map(({ value, line, words }) => ({ text: `${words ?? ''} ${value}`, line })),
    ...picturesOf(source, result),
  ].map(({ text, line }) => ({ words: plainWords(text), line }));
  const lines = runs.flatMap((run) => [
    ...run.map(({ piece }) => result.texts[piece]?.line ?? null),
    null,
  ]);
  for (const { words, line } of others) {
    for (const _ of words) lines.push(line);
    if (words.length > 0) lines.push(null);
  }
  const bag = bagOf([
    ...runs.map((run) => run.map(({ word }) => word)),
    ...others.map(({ words }) => words),
  ]);
  return { bag, lines };
}

/** Words of pictures that were no pictures in the source, as those of a shortcode. */
function picturesOf(source: Inventory, result: Inventory) {
  const known = new Set(source.images.map(({ words }) => words));
  return result.images.flatMap(({ words = '', line }) =>
    known.has(words) ? [] : [{ text: words, line }],
  );
}

/** What of it nothing accounts for: what the source says once, and what it does not say at all. */
export function surplusOf(
  { bag, lines }: Elsewhere,
  source: Inventory,
  told: Told,
): { doubled: Place[]; added: Place[] } {
  const runs = bag.unused();
  if (runs.length === 0) return { doubled: [], added: [] };
  const said = saidBy(source, told);
  const own = bagOf([source.texts.flatMap(({ value }) => plainWords(value))], true);
  const doubled: Place[] = [];
  const added: Place[] = [];
  for (const { at, words: run } of runs) {
    const place = { kind: 'texts', line: lines[at] ?? null, value: run.join(' ') } as const;
    if (isMadeOf(run, said, 1)) continue;
    if (run.length >= RUN && isMadeOf(run, own, RUN)) doubled.push(place);
    else added.push(place);
  }
  return { doubled, added };
}

/** What an import may say beside the source's text: its report, and addresses in place of dead links. */
function saidBy({ codes, texts, links, images }: Inventory, { listed, fields }: Told): Bag {
  const said = [
    ...listed.flatMap(({ text, became }) => [text, became]),
    ...fields,
    ...codes.map(({ words = '' }) => words),
    ...texts
      .filter(({ value }) => plainWords(value).length > seenWords(value).length)
      .map(({ value }) => value),
    ...[...links, ...images].flatMap(({ value, words }) => [value, decoded(value), words ?? '']),
  ];
  return bagOf(said.map(plainWords), true);
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

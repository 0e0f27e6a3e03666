import type { Inventory, Piece } from '../model.ts';
import { align } from './align.ts';
import { type Bag, bagOf, isMadeOf } from './bag.ts';
import { range } from './codes.ts';
import type { Fate } from './proof.ts';
import type { Told } from './told.ts';
import { plainWords, seenWords } from './words.ts';

/**
 * What became of the cells of tables, in their order; those of a table that became text are changed. A cell with
 * a word that its text has lost is lost, although the same word may stand elsewhere.
 */
export function fatesOfCells(
  source: Inventory,
  result: Inventory,
  told: Told,
  lostWords: ReadonlyMap<number, readonly string[]>,
): Fate[] {
  const cells = source.cells.map(({ value }) => seenWords(value));
  const found = result.cells.map(({ value }) => seenWords(value).join(' '));
  const fates: Fate[] = cells.map(() => 'kept');
  const hunks = align(
    cells.map((words) => words.join(' ')),
    found,
  );
  const missing = hunks.flatMap(({ source: at }) => range(...at));
  if (missing.length === 0) return fates;
  const text = bagOf(
    [[...result.texts, ...result.codes].flatMap(({ value }) => plainWords(value))],
    true,
  );
  const spare = bagOf([told.listed.flatMap(({ text: said }) => plainWords(said))], true);
  const lost = new Set(
    [...lostWords].flatMap(([at, words]) =>
      words.map((word) => `${source.texts[at]?.line} ${word}`),
    ),
  );
  for (const index of missing) {
    const words = cells[index] ?? [];
    const stands = (bag: Bag) => isMadeOf(words, bag, 1);
    if (words.length === 0) continue;
    const { line } = source.cells[index] as Piece;
    const isLost = words.some((word) => lost.has(`${line} ${word}`));
    fates[index] = isLost ? 'lost' : stands(text) ? 'changed' : stands(spare) ? 'listed' : 'lost';
  }
  return fates;
}

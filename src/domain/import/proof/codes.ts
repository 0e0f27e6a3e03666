import type { Inventory, Piece } from '../model.ts';
import { align } from './align.ts';
import type { Fate } from './proof.ts';
import type { Told } from './told.ts';

/** What became of the source's code blocks, and the result's blocks that no block of the source accounts for. */
export interface CodeFates {
  /** `null` where only the words can tell: a block set apart by indentation, which its dialect may read as text. */
  readonly fates: readonly (Fate | null)[];
  readonly spare: readonly Piece[];
}

/** Compares code blocks byte by byte, in their order; a line end at the end is none of their bytes. */
export function fatesOfCodes(source: Inventory, result: Inventory, told: Told): CodeFates {
  const bytes = source.codes.map(bytesOf);
  const found = result.codes.map(bytesOf);
  const hunks = align(bytes, found);
  const spare = hunks.flatMap(({ result: [from, to] }) => range(from, to));
  const fates: (Fate | null)[] = bytes.map(() => 'kept');
  for (const { source: missing } of hunks) {
    for (const index of range(...missing)) {
      const value = bytes[index] ?? '';
      const elsewhere = spare.findIndex((at) => found[at] === value);
      if (elsewhere !== -1) spare.splice(elsewhere, 1);
      if (elsewhere !== -1) fates[index] = 'changed';
      else if (told.listed.some(({ text }) => bytesOf({ value: text }).includes(value)))
        fates[index] = 'listed';
      else fates[index] = source.codes[index]?.indented ? null : 'lost';
    }
  }
  return { fates, spare: spare.map((at) => result.codes[at] as Piece) };
}

/** The bytes of a block as they are compared. */
export const bytesOf = ({ value }: Pick<Piece, 'value'>): string =>
  value.replace(/\r\n?/g, '\n').replace(/\n$/, '');

/** The whole numbers from one up to another, which is not among them. */
export const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, index) => from + index);

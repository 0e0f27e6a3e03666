import type { Inventory, Piece } from '../model.ts';
import { align } from './align.ts';
import { range } from './codes.ts';
import type { Fate } from './proof.ts';
import type { Told } from './told.ts';
import { seenWords } from './words.ts';

/** What became of links, by their words and order: an import gives them other addresses, but not other words. */
export const fatesOfLinks = (source: Inventory, result: Inventory, told: Told): Fate[] =>
  fatesOf(source.links, result.links, result, told);

/** What became of images, by their words and order; one of another server may be a link now. */
export function fatesOfImages(source: Inventory, result: Inventory, told: Told): Fate[] {
  const fates = fatesOf(source.images, result.images, result, told);
  const links = new Set(result.links.flatMap((link) => [keyOf(link), `(${link.value})`]));
  return fates.map((fate, at) => {
    const image = source.images[at] as Piece;
    const isLink = links.has(keyOf(image)) || links.has(`(${image.value})`);
    return fate === 'lost' && isLink ? 'changed' : fate;
  });
}

function fatesOf(
  wanted: readonly Piece[],
  found: readonly Piece[],
  result: Inventory,
  told: Told,
): Fate[] {
  const hunks = align(wanted.map(keyOf), found.map(keyOf));
  const spare = hunks.flatMap(({ result: at }) => range(...at)).map((at) => found[at] as Piece);
  const fates: Fate[] = wanted.map(() => 'kept');
  for (const { source: missing } of hunks) {
    for (const index of range(...missing)) {
      fates[index] = fateOf(wanted[index] as Piece, spare, result, told);
    }
  }
  return fates;
}

const keyOf = ({ words, value }: Piece): string =>
  seenWords(words ?? '').join(' ') || nameOf(value);

/** What is told apart where nothing is shown: the last part of the address, as a copy of the file may be called. */
const nameOf = (address: string): string => {
  const [name = ''] = /[^/\\]*$/.exec(address) ?? [];
  return `(${name.toLowerCase().replaceAll(/%20|[^\p{L}\p{N}.]/gu, '')})`;
};

/** Whether addresses of nothing that is shown are the same, or the one was read further than the other. */
function isLike(one: string, other: string): boolean {
  const [short = '', long = ''] = [one, other].toSorted((a, b) => a.length - b.length);
  if (/^https?:\/\/.{4}/.test(short) && long.startsWith(short)) return true;
  return one === other || (nameOf(one) !== '()' && nameOf(one) === nameOf(other));
}

/** Whether an entry of the report has the words of a link, as those of a table of contents that is left out. */
function says(text: string, words: string): boolean {
  const wanted = seenWords(words).join(' ');
  return wanted !== '' && ` ${seenWords(text).join(' ')} `.includes(` ${wanted} `);
}

function fateOf(piece: Piece, spare: Piece[], result: Inventory, told: Told): Fate {
  const moved =
    spare.findIndex((one) => keyOf(one) === keyOf(piece)) + 1 ||
    spare.findIndex((one) => isLike(one.value, piece.value)) + 1;
  if (moved > 0) spare.splice(moved - 1, 1);
  if (moved > 0 || result.texts.some(({ value }) => value.includes(piece.value))) return 'changed';
  const isListed = told.listed.some(
    ({ text }) => text.includes(piece.value) || says(text, piece.words ?? ''),
  );
  return isListed ? 'listed' : 'lost';
}

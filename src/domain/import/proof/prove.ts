import type { Inventory, Listed, Piece } from '../model.ts';
import { fatesOfCells } from './cells.ts';
import { fatesOfCodes } from './codes.ts';
import { RUN } from './cover.ts';
import { fieldTexts } from './field-texts.ts';
import { fatesOfImages, fatesOfLinks } from './links.ts';
import {
  type Counts,
  type Fate,
  noCounts,
  type PieceKind,
  type Place,
  type Proof,
  pieceKinds,
} from './proof.ts';
import { textsOf } from './texts.ts';
import { type Told, toldOf } from './told.ts';
import { plainWords } from './words.ts';

/**
 * Compares what a source says with what its document says, word by word in reading order. `fields` is the
 * document's frontmatter with what has no field of its own, `frontmatter` what stood at the head of the source.
 */
export function prove(
  source: Inventory,
  listed: readonly Listed[],
  result: Inventory,
  fields: Readonly<Record<string, unknown>>,
  frontmatter: Readonly<Record<string, unknown>> = {},
): Proof {
  const told = toldOf(listed, fields);
  const head = headOf(frontmatter, told);
  const all = { ...source, texts: [...head.missing, ...source.texts] };
  const codes = fatesOfCodes(all, result, told);
  const texts = textsOf(all, result, told, codes);
  const links = fatesOfLinks(all, result, told);
  const images = fatesOfImages(all, result, told);
  const cells = fatesOfCells(all, result, told, texts.lostWords);
  const fates = { texts: texts.fates, codes: texts.codes, cells, links, images };
  const counts = countsOf(fates);
  return {
    counts: { ...counts, texts: { ...counts.texts, kept: counts.texts.kept + head.kept } },
    lost: placesOf(all, fates, 'lost', texts.lostWords),
    changed: placesOf(all, fates, 'changed', texts.changedWords),
    doubled: texts.doubled,
    added: texts.added,
  };
}

/** What of the head of a source is in the fields, and what has to be looked for elsewhere. */
function headOf(frontmatter: Readonly<Record<string, unknown>>, { fieldWords }: Told) {
  const isThere = (text: string) => {
    const words = plainWords(text.toLowerCase());
    const { at, length } = fieldWords.longest(words, 0, words.length);
    return length === words.length && (length >= RUN || fieldWords.isWhole(at, length));
  };
  const entries = Object.values(frontmatter).map((value) =>
    fieldTexts({ value }).filter((text) => plainWords(text).length > 0),
  );
  // What is nested is one text in the fields, in which no key is a whole one.
  const missing = entries.flatMap((texts) =>
    isThere(texts.join(' ')) ? [] : texts.filter((text) => !isThere(text)),
  );
  const pieces = missing.map((value): Piece => ({ value, line: 1 }));
  return { kept: entries.flat().length - missing.length, missing: pieces };
}

type Fates = Readonly<Record<PieceKind, readonly Fate[]>>;

function countsOf(fates: Fates): Record<PieceKind, Counts> {
  const counted = pieceKinds.map((kind) => {
    const counts = { ...noCounts };
    for (const fate of fates[kind]) counts[fate] += 1;
    return [kind, counts];
  });
  return Object.fromEntries(counted);
}

function placesOf(
  source: Inventory,
  fates: Fates,
  fate: Fate,
  words: ReadonlyMap<number, readonly string[]>,
): Place[] {
  return pieceKinds.flatMap((kind) =>
    fates[kind].flatMap((one, index): Place[] => {
      const piece = source[kind][index];
      if (one !== fate || !piece) return [];
      const said = kind === 'texts' ? words.get(index)?.join(' ') : undefined;
      return [{ kind, line: piece.line, value: said ?? piece.value }];
    }),
  );
}

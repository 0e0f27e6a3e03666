import type { Inventory, Listed, Piece } from '../model.ts';
import { fatesOfCells } from './cells.ts';
import { fatesOfCodes } from './codes.ts';
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
import { toldOf } from './told.ts';

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
  const head = fieldTexts(frontmatter).map((value): Piece => ({ value, line: 1 }));
  const all = { ...source, texts: [...head, ...source.texts] };
  const codes = fatesOfCodes(all, result, told);
  const texts = textsOf(all, result, told, codes);
  const links = fatesOfLinks(all, result, told);
  const images = fatesOfImages(all, result, told);
  const cells = fatesOfCells(all, result, told, texts.lostWords);
  const fates = { texts: texts.fates, codes: texts.codes, cells, links, images };
  return {
    counts: countsOf(fates),
    lost: placesOf(all, fates, 'lost', texts.lostWords),
    changed: placesOf(all, fates, 'changed', texts.changedWords),
    doubled: texts.doubled,
    added: texts.added,
  };
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

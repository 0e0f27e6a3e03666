import type { Inventory, Piece } from '../../../domain/import/model.ts';
import { translateLines } from './blocks.ts';
import { applies, type Cursor, type InlineRule } from './family.ts';
import { hugo } from './hugo.ts';
import { definitions } from './kramdown.ts';
import { blankAt, type Line } from './line.ts';
import { liquid } from './liquid.ts';
import { mkdocsContent } from './mkdocs.ts';
import type { State } from './state.ts';
import type { TranslateOptions } from './translate.ts';

/** A text with its lines by the source's, as `translate` gives them. */
export interface SourceText {
  readonly text: string;
  readonly lines: readonly number[];
}

/**
 * The text as its own dialect parts it into blocks, every construct still in its own words: what stands deeper
 * in a note of MkDocs is text and no code, what stands in `highlight` is code. What an import kept is measured
 * by it.
 */
export function sourceText(text: string, { path, dialect }: TranslateOptions): SourceText {
  const state: State = { path, dialect, mdx: false, listed: [] };
  const isUsed = (rule: Parameters<typeof applies>[0]) => applies(rule, state);
  const rules = {
    regions: [hugo, liquid].flatMap(({ regions = [] }) => regions.slice(0, 1)),
    blocks: [{ at: content }, ...[definitions].filter(isUsed)],
    inlines: [NOTHING],
    tags: [],
    markOf: () => null,
  };
  const given = text.split(/\r\n|\n|\r/).map((line, index) => ({ text: line, from: index + 1 }));
  const lines = translateLines(given, rules, state);
  return { text: lines.map((line) => line.text).join('\n'), lines: lines.map(({ from }) => from) };
}

/** An inventory of such a text, with the lines of the source. */
export function atSourceLines(inventory: Inventory, lines: readonly number[]): Inventory {
  const placed = (pieces: readonly Piece[]): Piece[] =>
    pieces.map((piece) => ({
      ...piece,
      line: piece.line === null ? null : (lines[piece.line - 1] ?? piece.line),
    }));
  const { texts, codes, cells, links, images } = inventory;
  return {
    texts: placed(texts),
    codes: placed(codes),
    cells: placed(cells),
    links: placed(links),
    images: placed(images),
  };
}

/** Finds nothing: the addresses of links are resolved, the words around them stay. */
const NOTHING: InlineRule = { begins: '', at: () => null };

function content({ lines, index, inside }: Cursor) {
  const found = mkdocsContent(lines, index);
  if (!found) return null;
  const head = lines[index] as Line;
  const first = { text: head.text.trim(), from: head.from };
  const out = [
    blankAt(head.from),
    first,
    blankAt(head.from),
    ...inside(found.inner),
    blankAt(head.from),
  ];
  return { lines: out, next: found.end };
}

import { layoutColumns } from './layout.ts';
import { wrap } from './lettering.ts';
import { type DrawnLine, drawnLines, type Frame, round } from './lines.ts';
import type { Columns, MapNode, NodeKind } from './map-parts.ts';

/** The map as it is drawn: every number in pixels. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** Wider than a page: then it keeps its size and scrolls. */
  readonly wide: boolean;
  readonly headings: readonly { readonly x: number; readonly text: string }[];
  readonly nodes: readonly DrawnNode[];
  readonly lines: readonly DrawnLine[];
}

interface DrawnNode {
  readonly kind: NodeKind;
  readonly href: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly text: readonly { readonly y: number; readonly words: string; readonly note: boolean }[];
}

interface Size {
  readonly box: number;
  readonly gap: number;
}

const ROOMY: Size = { box: 140, gap: 48 };
/** So that eight columns fit on a page in letters that can still be read. */
const TIGHT: Size = { box: 120, gap: 31 };
const COLUMNS_OF_ROOMY = 6;
const PAGE = 1200;
const TOP = 40;
const EDGE = 2;
const FONT = 13;
const LINE_HEIGHT = 16;
const PADDING = 8;

/** The drawing of boxes in columns; the text in them is broken into lines here, since SVG does not. */
export function drawingOf({ headings, nodes, lines }: Columns): Drawing {
  const last = Math.max(0, ...nodes.map(({ column }) => column));
  const size = last < COLUMNS_OF_ROOMY ? ROOMY : TIGHT;
  const xOf = (column: number): number => EDGE + column * (size.box + size.gap);
  const lettered = new Map(nodes.map((node) => [node.id, letteringOf(node, size)]));
  const boxes = nodes.map(({ id, column }) => ({
    id,
    column,
    height: (lettered.get(id)?.length ?? 1) * LINE_HEIGHT + 2 * PADDING,
  }));
  const { top, passes, height } = layoutColumns(boxes, lines);
  const frames = new Map(
    boxes.map(({ id, column, height }): [string, Frame] => [
      id,
      { column, x: xOf(column), y: (top.get(id) ?? 0) + TOP, width: size.box, height },
    ]),
  );
  // A line between boxes of one column bows out to its right.
  const bow = lines.some(({ from, to }) => frames.get(from)?.column === frames.get(to)?.column);
  const width = xOf(last) + size.box + EDGE + (bow ? size.gap : 0);
  return {
    width,
    height: round(height + TOP + EDGE),
    wide: width > PAGE,
    headings: headings.map(({ column, text }) => ({ x: xOf(column), text })),
    nodes: nodes.flatMap((node) => drawnNode(node, frames, lettered.get(node.id) ?? [])),
    lines: drawnLines(
      lines.map((line, index) => ({ line, passes: (passes[index] ?? []).map((y) => y + TOP) })),
      frames,
      size.gap,
    ),
  };
}

interface Lettering {
  readonly words: string;
  readonly note: boolean;
}

function letteringOf({ name, note }: MapNode, { box }: Size): Lettering[] {
  const room = (box - 2 * PADDING) / FONT;
  return [
    ...wrap(name, room, 4).map((words) => ({ words, note: false })),
    ...wrap(note, room, 2).map((words) => ({ words, note: true })),
  ];
}

function drawnNode(
  { id, kind, href, name }: MapNode,
  frames: ReadonlyMap<string, Frame>,
  lettering: readonly Lettering[],
): DrawnNode[] {
  const frame = frames.get(id);
  if (!frame) return [];
  const text = lettering.map(({ words, note }, index) => ({
    y: round(frame.y + PADDING + (index + 0.78) * LINE_HEIGHT),
    words,
    note,
  }));
  const { x, y, width, height } = frame;
  return [{ kind, href, name, x, y: round(y), width, height, text }];
}

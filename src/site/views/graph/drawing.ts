import { layoutColumns } from './layout.ts';
import { wrap } from './lettering.ts';
import type { Columns, LineKind, MapLine, MapNode, NodeKind } from './map-parts.ts';

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

interface DrawnLine {
  readonly kind: LineKind;
  readonly path: string;
  /** Arrow heads and the cross of what is blocked, as paths. */
  readonly heads: readonly string[];
}

const BOX = 134;
const GAP = 40;
const PAGE = 1250;
const TOP = 40;
const EDGE = 2;
const FONT = 13;
const LINE_HEIGHT = 16;
const PADDING = 9;
const HEAD = 7;

/** The drawing of boxes in columns; the text in them is broken into lines here, since SVG does not. */
export function drawingOf({ headings, nodes, lines }: Columns): Drawing {
  const lettered = new Map(nodes.map((node) => [node.id, letteringOf(node)]));
  const boxes = nodes.map(({ id, column }) => ({
    id,
    column,
    height: (lettered.get(id)?.length ?? 1) * LINE_HEIGHT + 2 * PADDING,
  }));
  const layout = layoutColumns(boxes, lines);
  const frames = new Map(
    boxes.map(({ id, column, height }) => [
      id,
      { column, x: xOf(column), y: (layout.top.get(id) ?? 0) + TOP, height },
    ]),
  );
  const last = Math.max(0, ...nodes.map(({ column }) => column));
  // A line between boxes of one column bows out to its right.
  const bow = lines.some(({ from, to }) => frames.get(from)?.column === frames.get(to)?.column);
  const width = xOf(last) + BOX + EDGE + (bow ? GAP : 0);
  return {
    width,
    height: round(layout.height + TOP + EDGE),
    wide: width > PAGE,
    headings: headings.map(({ column, text }) => ({ x: xOf(column), text })),
    nodes: nodes.map((node) => drawnNode(node, frames, lettered.get(node.id) ?? [])),
    lines: drawnLines(
      lines,
      layout.passes.map((passes) => passes.map((y) => y + TOP)),
      frames,
    ),
  };
}

interface Frame {
  readonly column: number;
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

type Frames = ReadonlyMap<string, Frame>;

const xOf = (column: number): number => EDGE + column * (BOX + GAP);

interface Lettering {
  readonly words: string;
  readonly note: boolean;
}

function letteringOf({ name, note }: MapNode): Lettering[] {
  const room = (BOX - 2 * PADDING) / FONT;
  return [
    ...wrap(name, room, 4).map((words) => ({ words, note: false })),
    ...wrap(note, room, 2).map((words) => ({ words, note: true })),
  ];
}

function drawnNode(node: MapNode, frames: Frames, text: readonly Lettering[]): DrawnNode {
  const { x, y, height } = frames.get(node.id) ?? { x: 0, y: 0, height: 0 };
  return {
    kind: node.kind,
    href: node.href,
    name: node.name,
    x,
    y: round(y),
    width: BOX,
    height,
    text: text.map(({ words, note }, index) => ({
      y: round(y + PADDING + (index + 0.78) * LINE_HEIGHT),
      words,
      note,
    })),
  };
}

interface Way {
  readonly line: MapLine;
  readonly left: string;
  readonly right: string;
  readonly passes: readonly number[];
}

/** Lines as paths. Those that meet a box on one side share that side, in the order of where they come from. */
function drawnLines(
  lines: readonly MapLine[],
  passes: readonly (readonly number[])[],
  frames: Frames,
): DrawnLine[] {
  const columnOf = (id: string) => frames.get(id)?.column ?? 0;
  const ways = lines.map((line, index): Way => {
    const forth = columnOf(line.from) <= columnOf(line.to);
    const [left, right] = forth ? [line.from, line.to] : [line.to, line.from];
    return { line, left, right, passes: passes[index] ?? [] };
  });
  const centre = (id: string) => (frames.get(id)?.y ?? 0) + (frames.get(id)?.height ?? 0) / 2;
  const starts = portsOf(
    ways,
    frames,
    ({ left }) => left,
    (way) => way.passes[0] ?? centre(way.right),
  );
  const ends = portsOf(
    ways.filter(({ left, right }) => columnOf(left) !== columnOf(right)),
    frames,
    ({ right }) => right,
    (way) => way.passes.at(-1) ?? centre(way.left),
  );
  return ways.map((way) => {
    const from = { x: xOf(columnOf(way.left)) + BOX, y: starts.get(way) ?? centre(way.left) };
    const beside = columnOf(way.left) === columnOf(way.right);
    const to = {
      x: xOf(columnOf(way.right)) + (beside ? BOX : 0),
      y: ends.get(way) ?? centre(way.right),
    };
    return drawnLine(way, from, to, beside);
  });
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function drawnLine(
  { line, left, passes }: Way,
  from: Point,
  to: Point,
  beside: boolean,
): DrawnLine {
  const forth = line.from === left;
  const at = (end: 'from' | 'to') => ((end === 'from') === forth ? from : to);
  // Heads point into the box: to the right at its left side, to the left at its right side.
  const heads = line.arrows.map((end) => headAt(at(end), at(end) === to && !beside ? 1 : -1));
  const cross =
    line.kind === 'blocked' ? [crossAt(at('to'), at('to') === to && !beside ? 1 : -1)] : [];
  return {
    kind: line.kind,
    path: beside ? bowOf(from, to) : pathOf(from, to, passes),
    heads: [...heads, ...cross],
  };
}

/** A curve through every gap between columns, straight past the boxes. */
function pathOf(from: Point, to: Point, passes: readonly number[]): string {
  let path = `M${from.x} ${round(from.y)}`;
  let { x, y } = from;
  for (const next of [...passes, to.y]) {
    const middle = x + GAP / 2;
    path += `C${middle} ${round(y)} ${middle} ${round(next)} ${x + GAP} ${round(next)}`;
    x += GAP;
    y = next;
    if (x < to.x) {
      x += BOX;
      path += `H${x}`;
    }
  }
  return path;
}

const bowOf = (from: Point, to: Point): string =>
  `M${from.x} ${round(from.y)}C${from.x + GAP} ${round(from.y)} ${to.x + GAP} ${round(to.y)} ${to.x} ${round(to.y)}`;

const headAt = ({ x, y }: Point, way: 1 | -1): string =>
  `M${x} ${round(y)}l${-HEAD * way} ${-HEAD / 2}v${HEAD}z`;

const crossAt = ({ x, y }: Point, way: 1 | -1): string =>
  `M${x - 17 * way - 4} ${round(y) - 4}l8 8m0 -8l-8 8`;

/** Where each line meets its box, spread along the side. */
function portsOf(
  ways: readonly Way[],
  frames: Frames,
  boxOf: (way: Way) => string,
  comesFrom: (way: Way) => number,
): ReadonlyMap<Way, number> {
  const ports = new Map<Way, number>();
  for (const [id, group] of Map.groupBy(ways, boxOf)) {
    const frame = frames.get(id);
    if (!frame) continue;
    const sorted = group.toSorted((a, b) => comesFrom(a) - comesFrom(b));
    for (const [index, way] of sorted.entries())
      ports.set(way, frame.y + (frame.height * (index + 1)) / (sorted.length + 1));
  }
  return ports;
}

const round = (value: number): number => Math.round(value * 10) / 10;

import type { LineKind, MapLine } from './map-parts.ts';

/** Where a box stands, in pixels. */
export interface Frame {
  readonly column: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface DrawnLine {
  readonly kind: LineKind;
  readonly path: string;
  /** Arrow heads and the cross of what is blocked, as paths. */
  readonly heads: readonly string[];
}

interface Way {
  readonly line: MapLine;
  readonly left: Frame;
  readonly right: Frame;
  /** Whether the line runs from left to right. */
  readonly forth: boolean;
  readonly passes: readonly number[];
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const HEAD = 7;
const CROSS = 8;

/**
 * Lines as paths, each by the heights at which it passes the columns between. Those that meet a box on one side
 * share that side, in the order of where they come from.
 */
export function drawnLines(
  lines: readonly { readonly line: MapLine; readonly passes: readonly number[] }[],
  frames: ReadonlyMap<string, Frame>,
  gap: number,
): DrawnLine[] {
  const ways = lines.flatMap(({ line, passes }): Way[] => {
    const from = frames.get(line.from);
    const to = frames.get(line.to);
    if (!from || !to) return [];
    const forth = from.column <= to.column;
    return [{ line, left: forth ? from : to, right: forth ? to : from, forth, passes }];
  });
  const starts = portsOf(
    ways,
    ({ left }) => left,
    ({ passes, right }) => passes[0] ?? centreOf(right),
  );
  const ends = portsOf(
    ways.filter((way) => !isBow(way)),
    ({ right }) => right,
    ({ passes, left }) => passes.at(-1) ?? centreOf(left),
  );
  return ways.map((way) => {
    const { left, right } = way;
    const start = { x: left.x + left.width, y: starts.get(way) ?? centreOf(left) };
    const end = {
      x: right.x + (isBow(way) ? right.width : 0),
      y: ends.get(way) ?? centreOf(right),
    };
    return drawnLine(way, start, end, gap);
  });
}

const isBow = ({ left, right }: Way): boolean => left.column === right.column;

const centreOf = ({ y, height }: Frame): number => y + height / 2;

function drawnLine(way: Way, start: Point, end: Point, gap: number): DrawnLine {
  const { line, forth, passes, left } = way;
  const at = (name: 'from' | 'to'): Point => ((name === 'from') === forth ? start : end);
  // A head points into its box: to the right at its left side, to the left at its right side.
  const into = (point: Point): 1 | -1 => (point === end && !isBow(way) ? 1 : -1);
  const heads = line.arrows.map((name) => headAt(at(name), into(at(name))));
  const target = at('to');
  const cross = line.kind === 'blocked' ? [crossAt(target, into(target))] : [];
  return {
    kind: line.kind,
    path: isBow(way) ? bowOf(start, end, gap) : pathOf(start, end, passes, gap, left.width),
    heads: [...heads, ...cross],
  };
}

/** A curve through every gap between columns, straight past the boxes. */
function pathOf(
  start: Point,
  end: Point,
  passes: readonly number[],
  gap: number,
  box: number,
): string {
  let path = `M${start.x} ${round(start.y)}`;
  let { x, y } = start;
  for (const next of [...passes, end.y]) {
    const middle = x + gap / 2;
    path += `C${middle} ${round(y)} ${middle} ${round(next)} ${x + gap} ${round(next)}`;
    x += gap;
    y = next;
    if (x < end.x) {
      x += box;
      path += `H${x}`;
    }
  }
  return path;
}

const bowOf = (start: Point, end: Point, gap: number): string =>
  `M${start.x} ${round(start.y)}C${start.x + gap} ${round(start.y)} ${end.x + gap} ${round(end.y)} ${end.x} ${round(end.y)}`;

const headAt = ({ x, y }: Point, way: 1 | -1): string =>
  `M${x} ${round(y)}l${-HEAD * way} ${-HEAD / 2}v${HEAD}z`;

const crossAt = ({ x, y }: Point, way: 1 | -1): string =>
  `M${x - 2 * HEAD * way - CROSS / 2} ${round(y - CROSS / 2)}l${CROSS} ${CROSS}m0 ${-CROSS}l${-CROSS} ${CROSS}`;

/** Where each line meets its box, spread along the side. */
function portsOf(
  ways: readonly Way[],
  boxOf: (way: Way) => Frame,
  comesFrom: (way: Way) => number,
): ReadonlyMap<Way, number> {
  const ports = new Map<Way, number>();
  for (const [frame, group] of Map.groupBy(ways, boxOf)) {
    const sorted = group.toSorted((a, b) => comesFrom(a) - comesFrom(b));
    for (const [index, way] of sorted.entries())
      ports.set(way, frame.y + (frame.height * (index + 1)) / (sorted.length + 1));
  }
  return ports;
}

/** A number of pixels with one decimal, so that the page stays small. */
export const round = (value: number): number => Math.round(value * 10) / 10;

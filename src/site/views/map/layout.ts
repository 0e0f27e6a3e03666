/** A box of a drawing in columns. */
export interface Box {
  readonly id: string;
  /** Its column, from 0. */
  readonly column: number;
  readonly height: number;
}

/** A line between two boxes, by their ids. */
export interface Line {
  readonly from: string;
  readonly to: string;
}

export interface Layout {
  /** Where the upper edge of each box is. */
  readonly top: ReadonlyMap<string, number>;
  /** For each line the heights at which it passes the columns between its ends, from its left end on. */
  readonly passes: readonly (readonly number[])[];
  readonly height: number;
}

interface Cell {
  readonly height: number;
  /** Room that is kept free above and below. */
  readonly room: number;
  readonly left: Cell[];
  readonly right: Cell[];
  centre: number;
}

const ROOM_OF_BOX = 9;
const ROOM_OF_LINE = 3;
const SWEEPS = 12;

/**
 * Places boxes within their columns so that lines cross little and run straight: each column is
 * ordered by where its neighbours stand (Sugiyama), then moved towards them as far as there is room.
 * The cost grows with boxes plus the columns that lines pass.
 */
export function layoutColumns(boxes: readonly Box[], lines: readonly Line[]): Layout {
  const columns: Cell[][] = [];
  const cells = new Map<string, Cell>();
  for (const box of boxes) cells.set(box.id, addCell(columns, box.column, box.height, ROOM_OF_BOX));
  const columnOf = new Map(boxes.map(({ id, column }) => [id, column]));
  const passing = lines.map(({ from, to }) => {
    const ends = [from, to].sort((a, b) => (columnOf.get(a) ?? 0) - (columnOf.get(b) ?? 0));
    const [first, last] = [cells.get(ends[0] ?? ''), cells.get(ends[1] ?? '')];
    const [start, end] = [columnOf.get(ends[0] ?? '') ?? 0, columnOf.get(ends[1] ?? '') ?? 0];
    if (!first || !last || start === end) return [];
    const between = Array.from({ length: end - start - 1 }, (_, index) =>
      addCell(columns, start + index + 1, 0, ROOM_OF_LINE),
    );
    tie([first, ...between, last]);
    return between;
  });
  order(columns);
  place(columns);
  const all = columns.flat();
  const above = Math.min(0, ...all.map(({ centre, height }) => centre - height / 2));
  const below = Math.max(0, ...all.map(({ centre, height }) => centre + height / 2));
  return {
    top: new Map([...cells].map(([id, cell]) => [id, cell.centre - cell.height / 2 - above])),
    passes: passing.map((between) => between.map(({ centre }) => centre - above)),
    height: below - above,
  };
}

function addCell(columns: Cell[][], column: number, height: number, room: number): Cell {
  const cell: Cell = { height, room, left: [], right: [], centre: 0 };
  while (columns.length <= column) columns.push([]);
  columns[column]?.push(cell);
  return cell;
}

function tie(chain: readonly Cell[]): void {
  for (const [index, cell] of chain.entries()) {
    const next = chain[index + 1];
    if (!next) continue;
    cell.right.push(next);
    next.left.push(cell);
  }
}

/** Orders each column by its neighbours, to and fro. */
function order(columns: Cell[][]): void {
  for (const column of columns) stack(column);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const forth = sweep % 2 === 0;
    for (const column of forth ? columns : columns.toReversed()) {
      const wish = new Map(
        column.map((cell) => [cell, meanOf(forth ? cell.left : cell.right) ?? cell.centre]),
      );
      column.sort((a, b) => (wish.get(a) ?? 0) - (wish.get(b) ?? 0));
      stack(column);
    }
  }
}

/** Puts a column's cells below each other around the axis. */
function stack(column: readonly Cell[]): void {
  const height = column.reduce((sum, cell) => sum + spaceOf(cell), 0);
  let at = -height / 2;
  for (const cell of column) {
    cell.centre = at + spaceOf(cell) / 2;
    at += spaceOf(cell);
  }
}

function place(columns: readonly (readonly Cell[])[]): void {
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const column of sweep % 2 === 0 ? columns : columns.toReversed()) settle(column);
  }
}

interface Pool {
  readonly cells: Cell[];
  /** Where the first cell would like to begin, summed over the cells. */
  wish: number;
  space: number;
}

/** Moves the cells of a column as near to their neighbours as their order and sizes allow. */
function settle(column: readonly Cell[]): void {
  const pools: Pool[] = [];
  for (const cell of column) {
    const wish = (meanOf([...cell.left, ...cell.right]) ?? cell.centre) - spaceOf(cell) / 2;
    let pool: Pool = { cells: [cell], wish, space: spaceOf(cell) };
    for (let last = pools.at(-1); last && startOf(last) + last.space > startOf(pool); ) {
      pools.pop();
      pool = {
        cells: last.cells.concat(pool.cells),
        wish: last.wish + pool.wish - last.space * pool.cells.length,
        space: last.space + pool.space,
      };
      last = pools.at(-1);
    }
    pools.push(pool);
  }
  for (const pool of pools) {
    let at = startOf(pool);
    for (const cell of pool.cells) {
      cell.centre = at + spaceOf(cell) / 2;
      at += spaceOf(cell);
    }
  }
}

const startOf = ({ wish, cells }: Pool): number => wish / cells.length;

const spaceOf = ({ height, room }: Cell): number => height + 2 * room;

const meanOf = (cells: readonly Cell[]): number | null =>
  cells.length === 0 ? null : cells.reduce((sum, { centre }) => sum + centre, 0) / cells.length;

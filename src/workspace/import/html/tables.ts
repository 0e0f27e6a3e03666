import type { Element, ElementContent } from 'hast';
import type { State } from 'hast-util-to-mdast';
import { largest } from '../../../domain/import/lists.ts';
import { type Node, paragraph, strong } from '../mdx/node.ts';

/** A table with each cell at its place: one that spans several leaves the others empty. */
export function tableOf(state: State, element: Element): Node[] {
  const caption = element.children.find(
    (child): child is Element => child.type === 'element' && child.tagName === 'caption',
  );
  const rows = rowsOf(element);
  const grid = gridOf(state, rows);
  const before = caption ? [paragraph([strong(state.all(caption) as unknown as Node[])])] : [];
  if (grid.length === 0) return before;
  if (grid.every((row) => row.length <= 1))
    return [...before, ...grid.flatMap((row) => row[0] ?? [])];
  const [first] = rows;
  const isHeaded = first !== undefined && isHead(first);
  const width = largest(grid.map((row) => row.length));
  const all = isHeaded ? grid : [Array.from({ length: width }, () => []), ...grid];
  const table: Node = {
    type: 'table',
    align: Array.from({ length: width }, (_, index) => alignOf(rows, index)),
    children: all.map((row) => ({
      type: 'tableRow',
      children: Array.from({ length: width }, (_, index) => ({
        type: 'tableCell',
        children: row[index] ?? [],
      })),
    })),
  };
  return [...before, table];
}

/** Rows of a table, not those of a table in one of its cells. */
function rowsOf(node: Element): Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element' || child.tagName === 'caption') return [];
    if (child.tagName === 'tr') return [child];
    if (['thead', 'tbody', 'tfoot'].includes(child.tagName)) return rowsOf(child);
    return [];
  });
}

const cellsOf = (row: Element): Element[] =>
  row.children.filter(
    (child: ElementContent): child is Element =>
      child.type === 'element' && (child.tagName === 'td' || child.tagName === 'th'),
  );

const isHead = (row: Element): boolean => {
  const cells = cellsOf(row);
  return cells.length > 0 && cells.every((cell) => cell.tagName === 'th');
};

/** No table of a document has more columns; a span beyond it is a mistake. */
const MAX_SPAN = 100;

function gridOf(state: State, rows: readonly Element[]): Node[][][] {
  const grid: Node[][][] = rows.map(() => []);
  rows.forEach((row, index) => {
    let column = 0;
    for (const cell of cellsOf(row)) {
      const line = grid[index] ?? [];
      while (line[column] !== undefined) column++;
      const blocks = state.toFlow(state.all(cell)) as unknown as Node[];
      const height = Math.min(spanOf(cell, 'rowSpan'), rows.length - index);
      const width = spanOf(cell, 'colSpan');
      for (let down = 0; down < height; down++)
        for (let right = 0; right < width; right++) {
          const target = grid[index + down];
          if (target) target[column + right] = down === 0 && right === 0 ? blocks : [];
        }
      column += width;
    }
  });
  return grid.map((row) => Array.from(row, (cell) => cell ?? []));
}

const spanOf = (cell: Element, name: string): number =>
  Math.min(MAX_SPAN, Math.max(1, Number.parseInt(String(cell.properties[name] ?? 1), 10) || 1));

function alignOf(rows: readonly Element[], index: number): string | null {
  for (const row of rows.slice(0, 2)) {
    const value = String(cellsOf(row)[index]?.properties['align'] ?? '');
    if (['left', 'center', 'right'].includes(value)) return value;
  }
  return null;
}

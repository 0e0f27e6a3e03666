import { append } from '../../../domain/import/lists.ts';
import {
  attributeOf,
  childrenOf,
  isBlank,
  isPhrasing,
  lineBreak,
  list,
  type Node,
  paragraph,
  strong,
  text,
  wordsOf,
} from './node.ts';

/** Blocks that no cell of a table can hold, not even in one line. */
const BLOCKS: ReadonlySet<string> = new Set(['code', 'table', 'blockquote']);

/** Whether a cell holds what only stands on lines of its own. */
export function holdsBlocks(nodes: readonly Node[]): boolean {
  return nodes.some(
    (node) =>
      BLOCKS.has(node.type) ||
      (node.type === 'mdxJsxFlowElement' && node.name !== 'summary') ||
      (!isPhrasing(node) && holdsBlocks(childrenOf(node))),
  );
}

/** What a cell holds in one line: paragraphs and list items with breaks between them. */
export function cellOf(nodes: readonly Node[]): Node[] {
  const lines: Node[][] = [];
  let open: Node[] | null = null;
  for (const node of nodes) {
    if (isPhrasing(node)) {
      if (open === null) {
        open = [];
        lines.push(open);
      }
      append(open, inCell(node));
    } else {
      open = null;
      append(lines, linesOf(node));
    }
  }
  const kept = lines.filter((line) => !line.every(isBlank));
  return kept.flatMap((line, index) => (index === 0 ? line : [lineBreak(), ...line]));
}

/** Line ends of a cell are breaks or spaces: its row is one line. */
function inCell(node: Node): Node[] {
  if (node.type === 'break') return [lineBreak()];
  if (node.type === 'text')
    return [{ ...node, value: (node.value ?? '').replaceAll(/[ \t]*\n[ \t]*/g, ' ') }];
  if (node.type === 'inlineCode')
    return [{ ...node, value: (node.value ?? '').replaceAll('\n', ' ') }];
  if (node.children) return [{ ...node, children: node.children.flatMap(inCell) }];
  return [node];
}

function linesOf(node: Node): Node[][] {
  switch (node.type) {
    case 'list':
      return childrenOf(node).flatMap((item, index) => itemOf(item, node, index));
    case 'heading':
      return [[strong(childrenOf(node).flatMap(inCell))]];
    case 'code':
      return [[{ type: 'inlineCode', value: (node.value ?? '').replaceAll('\n', ' ') }]];
    case 'thematicBreak':
      return [];
    case 'mdxJsxFlowElement':
      return [[text(attributeOf(node, 'title'))], cellOf(childrenOf(node))];
    default:
      return node.children ? [cellOf(childrenOf(node))] : [[text(wordsOf(node))]];
  }
}

function itemOf(item: Node, parent: Node, index: number): Node[][] {
  const number = parent.ordered ? `${(parent.start ?? 1) + index}. ` : '• ';
  const box = item.checked == null ? '' : item.checked ? '[x] ' : '[ ] ';
  return [[text(number + box), ...cellOf(childrenOf(item))]];
}

/** A table that GFM cannot hold: each row an item, in it each cell with the head of its column. */
export function rowsAsList(rows: readonly Node[][][]): Node {
  const [head = [], ...body] = rows;
  const isHead = body.length > 0 && head.every((cell) => !holdsBlocks(cell) && hasWords(cell));
  const titles = isHead ? head.map((cell) => cellOf(cell)) : [];
  const items = (isHead ? body : rows).map((cells) => rowOf(cells, titles));
  return list(items.filter((item) => item.length > 0));
}

const hasWords = (nodes: readonly Node[]): boolean =>
  nodes.some((node) => wordsOf(node).trim() !== '' || hasWords(childrenOf(node)));

function rowOf(cells: readonly Node[][], titles: readonly Node[][]): Node[] {
  return cells.flatMap((cell, index) => {
    const title = titles[index];
    if (cell.length === 0) return [];
    if (!title) return cell;
    const label = [strong(title), text(': ')];
    const [first, ...rest] = cell;
    return first?.type === 'paragraph'
      ? [paragraph([...label, ...childrenOf(first)]), ...rest]
      : [paragraph([strong(title), text(':')]), ...cell];
  });
}

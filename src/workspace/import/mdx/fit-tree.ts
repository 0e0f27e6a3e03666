import type { Root } from 'mdast';
import { append, largest } from '../../../domain/import/lists.ts';
import type { Listed } from '../../../domain/import/model.ts';
import { linkedBlock, withoutBareLinks } from './bare-links.ts';
import { cellOf, holdsBlocks, rowsAsList } from './cells.ts';
import { fitComponents } from './components.ts';
import { withDiagrams } from './diagrams.ts';
import { withinLimits } from './limits.ts';
import { isBreak, merged, partsOf, trimmed, withoutEnds, withoutLoneElements } from './lines.ts';
import {
  childrenOf,
  holdsNode,
  isBlank,
  isElement,
  isPhrasing,
  type Node,
  paragraph,
  strong,
} from './node.ts';

/**
 * The tree in the shape that a document can have: blocks in blocks, lines in lines, components where they may
 * stand. No word is lost; what stood where it cannot stand is put beside it.
 */
export function fitTree(tree: Root, listed: Listed[] = []): Root {
  const linked = withoutBareLinks(tree as unknown as Node, listed);
  const root = { ...linked, children: flowOf(childrenOf(linked)) };
  if (holdsNode(root, isElement)) root.children = fitComponents(root.children);
  return withDiagrams(withinLimits(root, listed), listed) as unknown as Root;
}

/** Blocks: lines that stand between them become paragraphs. */
function flowOf(nodes: readonly Node[]): Node[] {
  const out: Node[] = [];
  let line: Node[] = [];
  const end = () => {
    append(out, paragraphsOf(line));
    line = [];
  };
  for (const node of nodes.flatMap(fitNode)) {
    if (isPhrasing(node)) line.push(node);
    else {
      end();
      out.push(node);
    }
  }
  end();
  return anchored(out);
}

/** A line as a paragraph; anchors without words stand alone. */
function paragraphsOf(line: readonly Node[]): Node[] {
  const parts = partsOf(line);
  if (parts.length > 1) return parts.flatMap(paragraphsOf);
  const children = trimmed(line);
  if (children.length === 0) return [];
  if (children.every((node) => node.type === 'anchor' || isBlank(node)))
    return children.filter((node) => node.type === 'anchor');
  return [paragraph(withoutLoneElements(children))];
}

/** Anchors that stand right before a heading lead to it. */
function anchored(nodes: readonly Node[]): Node[] {
  const out: Node[] = [];
  for (const node of nodes) {
    if (node.type === 'heading')
      for (let last = out.at(-1); last?.type === 'anchor'; last = out.at(-1)) {
        addId(node, last.id ?? '');
        out.pop();
      }
    out.push(node);
  }
  return out;
}

function addId(heading: Node, id: string): void {
  const ids = (heading.data?.['ids'] as string[] | undefined) ?? [];
  if (id !== '' && !ids.includes(id)) heading.data = { ...heading.data, ids: [...ids, id] };
}

/** One node, or those that it falls into where it held what it cannot hold. */
function fitNode(node: Node): Node[] {
  switch (node.type) {
    case 'root':
      return flowOf(childrenOf(node));
    case 'blockquote':
    case 'listItem':
    case 'footnoteDefinition':
      return [{ ...node, children: flowOf(childrenOf(node)) }];
    case 'list':
      return [{ ...node, children: itemsOf(node) }].filter(holdsSome);
    case 'table':
      return tableOf(node);
    case 'heading':
      return headingOf(node);
    case 'paragraph':
      return split(node, linesOf(node)).flatMap((one) =>
        one.type === 'paragraph' ? paragraphsOf(childrenOf(one)) : [one],
      );
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'link':
      return formatted(node);
    case 'mdxJsxFlowElement':
      return flowElement(node);
    case 'mdxJsxTextElement':
      return node.name === 'br' ? [node] : split(node, linesOf(node)).filter(holdsSome);
    case 'inlineCode':
      return node.value ? [{ ...node, value: node.value.replaceAll(/\r?\n/g, ' ') }] : [];
    case 'text':
      return node.value
        ? [{ ...node, value: node.value.replaceAll(/[ \t]*\n[ \t\n]*/g, '\n') }]
        : [];
    default:
      return [node];
  }
}

const holdsSome = (node: Node): boolean => node.children === undefined || node.children.length > 0;

const linesOf = (node: Node): Node[] => merged(childrenOf(node).flatMap(fitNode));

function itemsOf(node: Node): Node[] {
  return childrenOf(node).map((child) =>
    child.type === 'listItem'
      ? { ...child, children: flowOf(childrenOf(child)) }
      : { type: 'listItem', spread: false, checked: null, children: flowOf([child]) },
  );
}

function tableOf(node: Node): Node[] {
  const rows = childrenOf(node).map((row) =>
    filledOf(row).map((cell) => childrenOf(cell).flatMap(fitNode)),
  );
  if (rows.length === 0) return [];
  if (rows.some((cells) => cells.some(holdsBlocks)))
    return [rowsAsList(rows.map((cells) => cells.map(flowOf)))];
  const width = largest(
    rows.map((cells) => cells.length),
    1,
  );
  const align = Array.from({ length: width }, (_, index) => node.align?.[index] ?? null);
  const children = rows.map((cells, rowIndex) => ({
    type: 'tableRow',
    children: Array.from(
      { length: Math.max(cells.length, rowIndex === 0 ? width : 1) },
      (_, index) => ({
        type: 'tableCell',
        children: trimmed(cellOf(cells[index] ?? [])),
      }),
    ),
  }));
  return [{ ...node, align, children }];
}

/** Cells of a row up to the last that holds something; a table of 500 columns is padded by its reader. */
function filledOf(row: Node): Node[] {
  const cells = [...childrenOf(row)];
  while (cells.length > 1 && childrenOf(cells.at(-1) as Node).length === 0) cells.pop();
  return cells;
}

/** A heading is one line; its anchors lead to it, and blocks that stood in it follow it. */
function headingOf(node: Node): Node[] {
  const out = { ...node };
  const all = linesOf(node);
  for (const child of all) if (child.type === 'anchor') addId(out, child.id ?? '');
  const line = all.filter((child) => isPhrasing(child) && child.type !== 'anchor');
  out.children = trimmed(merged(line.map(withoutBreaks)));
  const blocks = all.filter((child) => !isPhrasing(child));
  return out.children.length === 0 ? blocks : [out, ...blocks];
}

function withoutBreaks(node: Node): Node {
  if (isBreak(node)) return { type: 'text', value: ' ' };
  if (node.type === 'text')
    return { ...node, value: (node.value ?? '').replaceAll(/\s*\n\s*/g, ' ') };
  return node.children ? { ...node, children: node.children.map(withoutBreaks) } : node;
}

/** Formatting around blocks goes around each line of them; space at its ends stands outside. */
function formatted(node: Node): Node[] {
  const lines = merged(linesOf(node).flatMap((child) => without(node.type, child)));
  return split(node, lines).flatMap((one) => {
    if (one.type !== node.type) return node.type === 'link' ? linkedBlock(node, one) : [one];
    const { before, inner, after } = withoutEnds(childrenOf(one));
    return [...before, ...(inner.length > 0 ? [{ ...one, children: inner }] : []), ...after];
  });
}

/** A link holds no other link, and what is strong is not made stronger. */
function without(type: string, node: Node): Node[] {
  if (node.type === type) return childrenOf(node);
  if (node.children && isPhrasing(node))
    return [{ ...node, children: merged(node.children.flatMap((child) => without(type, child))) }];
  return [node];
}

/** A node once for each line among its children, with the blocks between them beside it. */
function split(node: Node, children: readonly Node[]): Node[] {
  if (children.every(isPhrasing)) return [{ ...node, children: [...children] }];
  const out: Node[] = [];
  let line: Node[] = [];
  const end = () => {
    if (!line.every(isBlank)) out.push({ ...node, children: line });
    line = [];
  };
  for (const child of children) {
    if (isPhrasing(child)) line.push(child);
    else {
      end();
      out.push(child);
    }
  }
  end();
  return out;
}

function flowElement(node: Node): Node[] {
  if (node.name === 'summary') {
    const children = linesOf(node).flatMap((child) =>
      isPhrasing(child) ? [child] : cellOf([child]),
    );
    return [{ ...node, children: trimmed(merged(children.map(withoutBreaks))) }];
  }
  if (node.name !== 'details') return [{ ...node, children: flowOf(childrenOf(node)) }];
  return [detailsOf({ ...node, children: flowOf(childrenOf(node)) })];
}

/** A details element begins with its one summary. */
function detailsOf(node: Node): Node {
  const isSummary = (child: Node) => isElement(child, 'summary');
  const [first, ...others] = childrenOf(node).filter(
    (child) => isSummary(child) && childrenOf(child).length > 0,
  );
  const rest = childrenOf(node).flatMap((child) => {
    if (child === first || (isSummary(child) && childrenOf(child).length === 0)) return [];
    return others.includes(child) ? [paragraph([strong(childrenOf(child))])] : [child];
  });
  return { ...node, children: first ? [first, ...rest] : rest };
}

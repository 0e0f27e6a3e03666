import { append } from '../../../domain/import/lists.ts';
import { isBlank, isElement, type Node } from './node.ts';

/** Beside each other these are one: the ticks of two pieces of code would run together. */
const JOINS: ReadonlySet<string> = new Set(['inlineCode', 'text']);

/** Text nodes beside each other as one. */
export function merged(nodes: readonly Node[]): Node[] {
  const out: Node[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    if (JOINS.has(node.type) && last?.type === node.type)
      out[out.length - 1] = { ...last, value: joined(last.value, node.value) };
    else out.push(node);
  }
  return out.map((node, index) => besideBreaks(node, out[index - 1], out[index + 1]));
}

const joined = (a: string | undefined, b: string | undefined): string =>
  `${a}${b}`.replaceAll(/[ \t]*\n[ \t\n]*/g, '\n');

/** Space beside a break is none. */
function besideBreaks(node: Node, before: Node | undefined, after: Node | undefined): Node {
  if (node.type !== 'text' || (before?.type !== 'break' && after?.type !== 'break')) return node;
  let value = node.value ?? '';
  if (before?.type === 'break') value = value.replace(/^[ \t\n]+/, '');
  if (after?.type === 'break') value = value.replace(/[ \t\n]+$/, '');
  return { ...node, value };
}

/** The parts of a line between breaks that follow each other: a gap is what parts paragraphs. */
export function partsOf(line: readonly Node[]): Node[][] {
  const parts: Node[][] = [[]];
  let breaks: Node[] = [];
  for (const node of line) {
    if (isBreak(node) || (breaks.length > 0 && isBlank(node))) {
      breaks.push(node);
      continue;
    }
    if (breaks.filter(isBreak).length > 1) parts.push([]);
    else append(parts.at(-1) ?? [], breaks);
    breaks = [];
    parts.at(-1)?.push(node);
  }
  return parts;
}

export const isBreak = (node: Node): boolean => node.type === 'break' || isElement(node, 'br');

/** A first line of nothing but elements would be read as a block of its own: its line end becomes a space. */
export function withoutLoneElements(nodes: readonly Node[]): Node[] {
  const out = [...nodes];
  for (const [index, node] of out.entries()) {
    if (node.type === 'mdxJsxTextElement' || node.type === 'anchor') continue;
    if (node.type !== 'text') break;
    const value = node.value ?? '';
    if (!/^[ \t]*(?:\n|$)/.test(value)) break;
    out[index] = { ...node, value: value.replace('\n', ' ') };
    if (value.trim() !== '') break;
  }
  return out;
}

/** A line without the space and breaks at its ends, and with spaces around its line ends taken away. */
export function trimmed(nodes: readonly Node[]): Node[] {
  const anchors = nodes.filter(({ type }) => type === 'anchor');
  const out = merged(anchors.length === 0 ? nodes : nodes.filter(({ type }) => type !== 'anchor'));
  const isGap = (node: Node | undefined) =>
    node !== undefined && (isBlank(node) || node.type === 'break' || isElement(node, 'br'));
  while (isGap(out[0])) out.shift();
  while (isGap(out.at(-1))) out.pop();
  const [first] = out;
  if (first?.type === 'text') out[0] = { ...first, value: first.value?.trimStart() ?? '' };
  const last = out.at(-1);
  if (last?.type === 'text') out[out.length - 1] = { ...last, value: last.value?.trimEnd() ?? '' };
  return [...anchors, ...out];
}

/** A line in three parts: the space, breaks and anchors at its begin and end, and what is between them. */
export function withoutEnds(nodes: readonly Node[]): {
  before: Node[];
  inner: Node[];
  after: Node[];
} {
  const inner = [...nodes];
  const before: Node[] = [];
  const after: Node[] = [];
  const isGap = (node: Node | undefined): node is Node =>
    node !== undefined &&
    (isBlank(node) || node.type === 'break' || node.type === 'anchor' || isElement(node, 'br'));
  for (let [first] = inner; isGap(first); [first] = inner) append(before, inner.splice(0, 1));
  for (let last = inner.at(-1); isGap(last); last = inner.at(-1))
    after.unshift(...inner.splice(-1));
  const [first] = inner;
  if (first?.type === 'text') {
    const value = first.value?.trimStart() ?? '';
    const space = first.value?.slice(0, -value.length) ?? '';
    if (space !== '') before.push({ type: 'text', value: space });
    inner[0] = { ...first, value };
  }
  const last = inner.at(-1);
  if (last?.type === 'text') {
    const value = last.value?.trimEnd() ?? '';
    const space = last.value?.slice(value.length) ?? '';
    if (space !== '') after.unshift({ type: 'text', value: space });
    inner[inner.length - 1] = { ...last, value };
  }
  return { before, inner, after };
}

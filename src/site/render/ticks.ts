import { type ElementNode, type HtmlNode, h, isElement, textOf } from './hast.ts';

/** A body whose numbered steps and branches can be ticked off; each step gets an anchor, `_HEADING-NUMBER`. */
export function withTicks(nodes: readonly HtmlNode[]): HtmlNode[] {
  const place: Place = { heading: 'text', lists: new Map() };
  return nodes.map((node) => ticked(node, place));
}

interface Place {
  /** Anchor of the heading that was passed last. */
  heading: string;
  /** Numbered lists so far below each heading. */
  readonly lists: Map<string, number>;
}

function ticked(node: HtmlNode, place: Place): HtmlNode {
  if (node.type === 'text') return node;
  const id = node.properties['id'];
  if (/^h[1-6]$/.test(node.tagName) && typeof id === 'string') place.heading = id;
  if (isElement(node, 'ol')) return list(node, place);
  const children = node.children.map((child) => ticked(child, place));
  return { ...node, children: isBranch(node) ? branchTick(node, children) : children };
}

const isBranch = ({ properties }: ElementNode): boolean =>
  Array.isArray(properties['className']) && properties['className'].includes('branch');

/** The box stands in the line that says what is seen. */
const branchTick = (branch: ElementNode, [when, ...rest]: readonly HtmlNode[]): HtmlNode[] => {
  const words = String(branch.properties['ariaLabel'] ?? '');
  if (when?.type !== 'element') return when ? [when, ...rest] : [];
  return [{ ...when, children: [tick('branch', words), ...when.children] }, ...rest];
};

function list(node: ElementNode, place: Place): ElementNode {
  const count = (place.lists.get(place.heading) ?? 0) + 1;
  place.lists.set(place.heading, count);
  const base = `_${place.heading}${count === 1 ? '' : `-list-${count}`}`;
  let number = Number(node.properties['start'] ?? 1) - 1;
  const children = node.children.map((child) => {
    if (!isElement(child, 'li')) return child;
    number += 1;
    const words = `Step ${number}: ${firstLine(child)}`;
    const inner = child.children.map((one) => branchesOnly(one));
    return {
      ...child,
      properties: { ...child.properties, id: `${base}-${number}` },
      children: [tick('step', words), ...inner],
    };
  });
  return {
    ...node,
    properties: { ...node.properties, className: ['ticked'] },
    children,
  };
}

/** Within a step only its branches are ticked: a list below it is part of the step. */
function branchesOnly(node: HtmlNode): HtmlNode {
  if (node.type === 'text') return node;
  const children = node.children.map(branchesOnly);
  return { ...node, children: isBranch(node) ? branchTick(node, children) : children };
}

const tick = (kind: 'step' | 'branch', words: string): ElementNode =>
  h('label', { className: ['step-tick'] }, [
    h('input', {
      type: 'checkbox',
      autoComplete: 'off',
      ariaLabel: words,
      dataTick: kind,
    }),
  ]);

/** More than this of a step is not read aloud with its box. */
const LONG = 100;

function firstLine(item: ElementNode): string {
  const first = item.children.find((child) => textOf(child).trim() !== '');
  const block = isElement(first, 'p') ? textOf(first) : inlineWords(item);
  const words = block.replaceAll(/\s+/g, ' ').trim();
  return words.length <= LONG ? words : `${words.slice(0, LONG).replace(/\s+\S*$/, '')} …`;
}

/** The words of a tight item before its first block. */
function inlineWords({ children }: ElementNode): string {
  const end = children.findIndex((child) => isElement(child, 'ul', 'ol', 'div', 'figure', 'p'));
  return (end < 0 ? children : children.slice(0, end)).map(textOf).join('');
}

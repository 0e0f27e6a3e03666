import type { Root as HastRoot, RootContent } from 'hast';
import { raw } from 'hast-util-raw';
import type { Listed } from '../../../domain/import/model.ts';
import { nodesOfHast } from '../html/tree-of-hast.ts';
import { childrenOf, isPhrasing, type Node } from '../mdx/node.ts';

/** The tree with its HTML as nodes; Markdown between two tags stands in the element that they make. */
export function withoutHtml(node: Node, source: string, listed: Listed[]): Node {
  const { children } = node;
  if (!children) return node;
  const inner = children.map((child) => withoutHtml(child, source, listed));
  if (!inner.some(({ type }) => type === 'html')) return { ...node, children: inner };
  const isLine = LINES.has(node.type);
  const kept: Node[] = [];
  const hast: HastRoot = { type: 'root', children: [] };
  const add = (child: unknown) => hast.children.push(child as RootContent);
  const keep = (child: Node) =>
    add({ type: 'kept', index: kept.push(child) - 1, position: child.position });
  if (isLine) keep(EDGE);
  for (const child of inner) {
    if (child.type === 'html')
      add({ type: 'raw', value: closed(child.value ?? ''), position: child.position });
    else if (child.type === 'text')
      add({ type: 'text', value: child.value, position: child.position });
    else keep(child);
  }
  if (isLine) keep(EDGE);
  const parsed = raw(hast, { passThrough: ['kept'] }) as HastRoot;
  const nodes = nodesOfHast(parsed, { listed, kept, source, whole: !isLine });
  return { ...node, children: nodes.filter((one) => one !== EDGE) };
}

const LINES: ReadonlySet<string> = new Set([
  'delete',
  'emphasis',
  'heading',
  'link',
  'paragraph',
  'strong',
  'tableCell',
]);

/** Stands at both ends of a line, so that the space there is not taken for that around a block. */
const EDGE: Node = { type: 'text', value: '' };

/** Elements whose content is no HTML: one that is not closed would swallow what follows. */
const SWALLOWS =
  /<(script|style|iframe|textarea|title|xmp|noembed|noframes|noscript)\b[^>]{0,5000}>/gi;

function closed(html: string): string {
  if (!html.includes('<')) return html;
  return html.replaceAll(SWALLOWS, (tag, name: string, offset: number) => {
    const end = html.toLowerCase().indexOf(`</${name.toLowerCase()}`, offset);
    if (end >= 0) return tag;
    return `<span>`;
  });
}

export const isLine = (node: Node): boolean => childrenOf(node).every(isPhrasing);

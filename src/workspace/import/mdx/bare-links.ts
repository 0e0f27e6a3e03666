import { append } from '../../../domain/import/lists.ts';
import type { Listed } from '../../../domain/import/model.ts';
import {
  childrenOf,
  holdsNode,
  isBlank,
  isPhrasing,
  type Node,
  paragraph,
  text,
  wordsOf,
} from './node.ts';

/**
 * The tree with no link that shows nothing: one that leads elsewhere shows its address, one that leads to a place of
 * its own page, as beside a heading, is left out and listed.
 */
export const withoutBareLinks = (root: Node, listed: Listed[]): Node =>
  holdsNode(root, isBare) ? without(root, listed) : root;

const isBare = (node: Node): boolean => node.type === 'link' && !showsSome(node);

function without(node: Node, listed: Listed[]): Node {
  if (!node.children) return node;
  const children = node.children
    .map((child) => without(child, listed))
    .flatMap((child) => (child.type === 'link' ? linkOf(child, listed) : [child]));
  return { ...node, children };
}

function linkOf(link: Node, listed: Listed[]): Node[] {
  const { url = '', position } = link;
  if (showsSome(link) || url === '') return [link];
  if (!url.startsWith('#')) return [{ ...link, children: [...childrenOf(link), text(url)] }];
  const line = position?.start.line ?? null;
  const became = 'Left out: it shows nothing, and leads to a place of its own page.';
  listed.push({ line, kind: 'link', text: url, became });
  return childrenOf(link);
}

const showsSome = (node: Node): boolean =>
  node.type === 'image' || wordsOf(node).trim() !== '' || childrenOf(node).some(showsSome);

/** A link with what it holds: blocks stand beside it, with a link of their own. */
export function linkAround(link: Node, nodes: readonly Node[]): Node[] {
  if (nodes.every(isPhrasing)) return [{ ...link, children: [...nodes] }];
  const out: Node[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    if (!isPhrasing(node)) append(out, linkedBlock(link, node));
    else if (last?.type === 'link') last.children?.push(node);
    else out.push(isBlank(node) ? node : { ...link, children: [node] });
  }
  return out;
}

/** A block that stood in a link, with the link around each of its lines; beside it where it has none. */
export function linkedBlock(link: Node, block: Node): Node[] {
  let isPlaced = false;
  const place = (node: Node): Node => {
    if (!node.children) return node;
    if (node.type !== 'paragraph' && node.type !== 'heading')
      return { ...node, children: node.children.map(place) };
    isPlaced = true;
    const children = node.children.flatMap((child) =>
      child.type === 'link' ? childrenOf(child) : [child],
    );
    const isLine = children.every(isPhrasing) && children.length > 0;
    return { ...node, children: isLine ? [{ ...link, children }] : children };
  };
  const placed = place(block);
  return isPlaced ? [placed] : [placed, paragraph([{ ...link, children: [text(link.url ?? '')] }])];
}

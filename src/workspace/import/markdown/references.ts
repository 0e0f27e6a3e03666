import type { Listed } from '../../../domain/import/model.ts';
import { childrenOf, type Node, paragraph, text } from '../mdx/node.ts';

/** The tree with the addresses of its definitions at the links that use them; definitions are gone. */
export function resolved(root: Node, source: string, listed: Listed[]): Node {
  const found = collect(root);
  const out = replace(root, found);
  for (const definition of found.definitions) {
    if (found.used.has(definition)) continue;
    listed.push(unused(definition, source));
  }
  return out;
}

interface Found {
  readonly definitions: Node[];
  readonly byName: Map<string, Node>;
  readonly footnotes: Map<string, Node>;
  readonly noted: Set<string>;
  readonly used: Set<Node>;
}

const nameOf = (node: Node): string => (node.identifier ?? '').toLowerCase();

function collect(root: Node): Found {
  const found: Found = {
    definitions: [],
    byName: new Map(),
    footnotes: new Map(),
    noted: new Set(),
    used: new Set(),
  };
  const walk = (node: Node) => {
    if (node.type === 'definition') {
      found.definitions.push(node);
      if (!found.byName.has(nameOf(node))) found.byName.set(nameOf(node), node);
    } else if (node.type === 'footnoteReference') found.noted.add(nameOf(node));
    else if (node.type === 'footnoteDefinition' && !found.footnotes.has(nameOf(node)))
      found.footnotes.set(nameOf(node), node);
    for (const child of childrenOf(node)) walk(child);
  };
  walk(root);
  return found;
}

function replace(node: Node, found: Found): Node {
  if (!node.children) return node;
  return { ...node, children: node.children.flatMap((child) => replaceOne(child, found)) };
}

function replaceOne(node: Node, found: Found): Node[] {
  if (node.type === 'definition') return [];
  if (node.type === 'footnoteDefinition') return footnote(node, found);
  if (node.type !== 'linkReference' && node.type !== 'imageReference')
    return [replace(node, found)];
  const definition = found.byName.get(nameOf(node));
  const children = childrenOf(node).flatMap((child) => replaceOne(child, found));
  if (!definition) return node.type === 'linkReference' ? children : [text(node.alt ?? '')];
  found.used.add(definition);
  const { url = '', title = null } = definition;
  const place = { position: node.position };
  return node.type === 'linkReference'
    ? [{ type: 'link', url, title, children, ...place }]
    : [{ type: 'image', url, title, alt: node.alt ?? '', ...place }];
}

/** A footnote that nothing refers to would be on no page: it stays where it stands. */
function footnote(node: Node, found: Found): Node[] {
  const name = nameOf(node);
  const children = childrenOf(node).flatMap((child) => replaceOne(child, found));
  if (found.noted.has(name) && found.footnotes.get(name) === node) return [{ ...node, children }];
  const label = text(`[^${node.label ?? name}]: `);
  const [first, ...rest] = children;
  return first?.type === 'paragraph'
    ? [paragraph([label, ...childrenOf(first)]), ...rest]
    : [paragraph([label]), ...children];
}

function unused(definition: Node, source: string): Listed {
  const start = definition.position?.start;
  const end = definition.position?.end.offset ?? 0;
  const isComment = definition.label === '//' || definition.url === '#';
  return {
    line: start?.line ?? null,
    kind: isComment ? 'comment' : 'link definition',
    text: source.slice(start?.offset ?? 0, end),
    became: isComment
      ? 'Left out: comments are not shown.'
      : 'Left out: no link of the document uses it.',
  };
}

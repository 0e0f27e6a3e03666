import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5';
import { anchorOf, nothingSpoken, type Spoken } from './spoken.ts';

type Node = DefaultTreeAdapterTypes.Node;

const unseen: ReadonlySet<string> = new Set(['script', 'style', 'head', 'template', '#comment']);

/** What Confluence makes itself for a page: its table of contents and the arrows of what can be opened. */
const made = /\b(?:toc-macro|expand-control-icon|emoticon)\b/;

/** What a page says, or of a page with one main part what that says; a fragment as a whole. */
export function spokenHtml(html: string, isFragment = false): Spoken {
  const spoken = nothingSpoken();
  const root = isFragment ? parseFragment(html) : mainOf(parse(html));
  walk(root, spoken, false);
  return spoken;
}

function mainOf(root: Node): Node {
  const by = (test: (node: Node) => boolean) => find(root, test);
  return (
    by((node) => attribute(node, 'id') === 'main-content') ??
    by((node) => node.nodeName === 'main') ??
    by((node) => node.nodeName === 'article') ??
    by((node) => node.nodeName === 'body') ??
    root
  );
}

function find(node: Node, test: (node: Node) => boolean): Node | undefined {
  if (test(node)) return node;
  for (const child of childrenOf(node)) {
    const found = find(child, test);
    if (found) return found;
  }
  return undefined;
}

const childrenOf = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : []);

const attribute = (node: Node, name: string): string =>
  'attrs' in node ? (node.attrs.find((one) => one.name === name)?.value ?? '') : '';

/** The text of a node and of all below it. */
function textOf(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  if (node.nodeName === 'br') return '\n';
  return unseen.has(node.nodeName) ? '' : childrenOf(node).map(textOf).join('');
}

function walk(node: Node, spoken: ReturnType<typeof nothingSpoken>, inCode: boolean): void {
  const name = node.nodeName;
  if (unseen.has(name) || made.test(attribute(node, 'class'))) return;
  for (const key of ['id', 'name']) {
    const value = attribute(node, key);
    if (value !== '') spoken.anchors.add(anchorOf(value));
  }
  if (/^h[1-6]$/.test(name)) spoken.anchors.add(anchorOf(textOf(node)));
  if (name === '#text' && !inCode) spoken.texts.push(textOf(node));
  if (name === 'pre') spoken.codes.push(textOf(node));
  const href = attribute(node, 'href');
  if (name === 'a' && href !== '') spoken.links.push({ words: textOf(node), target: href });
  if (name === 'img') {
    spoken.images.push({ words: attribute(node, 'alt'), target: attribute(node, 'src') });
  }
  for (const child of childrenOf(node)) walk(child, spoken, inCode || name === 'pre');
}

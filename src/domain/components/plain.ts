import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { toString as textOf } from 'mdast-util-to-string';
import type { MdastNode } from 'satteri';
import { joinBranches } from './branch.ts';
import { componentNamed } from './catalogue.ts';
import {
  attributesOf,
  blocks,
  childrenOf,
  isBlank,
  isPhrasing,
  type JsxNode,
  paragraph,
  root,
  strong,
  text,
} from './nodes.ts';

/** A body as GFM that needs none of our components: the same headings, links, words and code. */
export function plainMarkdown(tree: MdastNode): string {
  const plain = root(flow(childrenOf(tree)));
  return toMarkdown(plain as Parameters<typeof toMarkdown>[0], {
    bullet: '-',
    extensions: [gfmToMarkdown()],
    fences: true,
    rule: '-',
  });
}

/** Nodes that stand below each other. */
const flow = (nodes: readonly MdastNode[]): MdastNode[] =>
  joinBranches(blocks(nodes.flatMap(plainNode)));

function plainNode(node: MdastNode): MdastNode[] {
  switch (node.type) {
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return plainElement(node);
    case 'yaml':
    case 'toml':
    case 'mdxjsEsm':
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return [];
    case 'listItem':
    case 'blockquote':
    case 'footnoteDefinition':
      return [withChildren(node, flow(childrenOf(node)))];
    case 'list':
    case 'table':
    case 'tableRow':
      return [withChildren(node, childrenOf(node).flatMap(plainNode))];
    default:
      return 'children' in node ? [withChildren(node, line(childrenOf(node)))] : [node];
  }
}

/** Nodes that stand in a line of text; a block that was put there keeps its words. */
const line = (nodes: readonly MdastNode[]): MdastNode[] =>
  nodes.flatMap(plainNode).map((node) => (isPhrasing(node) ? node : text(textOf(node))));

function plainElement(node: JsxNode): MdastNode[] {
  const attributes = attributesOf(node);
  const children = childrenOf(node).filter((child) => !isBlank(child));
  const component = componentNamed(node.name ?? '');
  if (component?.inline) return component.plain(attributes, line(childrenOf(node)));
  if (component) return component.plain(attributes, flow(children));
  return plainHtml(node, attributes['title']);
}

/** The HTML elements that documents may hold; GFM keeps those that a letter's place gives its meaning. */
function plainHtml(node: JsxNode, title: string | undefined): MdastNode[] {
  const children = childrenOf(node);
  switch (node.name) {
    case 'br':
      return [{ type: 'break' }];
    case 'details':
      return flow(children);
    case 'summary':
      return [paragraph([strong(line(children))])];
    case 'mark':
      return [strong(line(children))];
    case 'sub':
    case 'sup':
      return [html(`<${node.name}>`), ...line(children), html(`</${node.name}>`)];
    default:
      return [...line(children), ...(title ? [text(` (${title})`)] : [])];
  }
}

const html = (value: string): MdastNode => ({ type: 'html', value });

const withChildren = (node: MdastNode, children: readonly MdastNode[]): MdastNode =>
  ({ ...node, children }) as MdastNode;

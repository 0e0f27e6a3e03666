import { ticks } from '../../domain/components/nodes.ts';

/** The part of hast (HTML as a tree) that bodies are made of. */
export interface ElementNode {
  readonly type: 'element';
  readonly tagName: string;
  readonly properties: Properties;
  readonly children: readonly HtmlNode[];
}

export interface TextNode {
  readonly type: 'text';
  readonly value: string;
}

export type HtmlNode = ElementNode | TextNode;
export type Properties = Readonly<
  Record<string, string | number | boolean | readonly string[] | null | undefined>
>;

/** An element; children may be plain text. */
export const h = (
  tagName: string,
  properties: Properties = {},
  children: readonly (HtmlNode | string)[] = [],
): ElementNode => ({
  type: 'element',
  tagName,
  properties,
  children: children.map((child) =>
    typeof child === 'string' ? { type: 'text', value: child } : child,
  ),
});

/** The text below a node. */
export const textOf = (node: HtmlNode): string =>
  node.type === 'text' ? node.value : node.children.map(textOf).join('');

/** Whether a node is an element of one of the names. */
export const isElement = <const Name extends string>(
  node: HtmlNode | undefined,
  ...names: readonly Name[]
): node is ElementNode & { readonly tagName: Name } =>
  node?.type === 'element' && (names as readonly string[]).includes(node.tagName);

export const isBlank = (node: HtmlNode): boolean =>
  node.type === 'text' && node.value.trim() === '';

/** The first child of an element that has a name. */
export const childNamed = (node: ElementNode, tagName: string): ElementNode | undefined =>
  node.children.find((child): child is ElementNode => isElement(child, tagName));

/** The words of an attribute; what stands between backticks is code. */
export const ticked = (words: string): (HtmlNode | string)[] =>
  ticks(words).map((part) =>
    part.code ? h('code', /\s\s/.test(part.words) ? SPACED : {}, [part.words]) : part.words,
  );

/** Code in which the spaces say something. */
const SPACED: Properties = { className: ['spaced'] };

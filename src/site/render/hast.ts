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

/** Any node of a tree while it is taken apart and put together again; the contract says which types remain. */
export interface Node {
  type: string;
  children?: Node[];
  value?: string;
  name?: string | null;
  attributes?: Attribute[];
  url?: string;
  title?: string | null;
  alt?: string | null;
  id?: string;
  depth?: number;
  ordered?: boolean | null;
  start?: number | null;
  spread?: boolean | null;
  checked?: boolean | null;
  align?: (string | null)[] | null;
  lang?: string | null;
  meta?: string | null;
  identifier?: string;
  label?: string | null;
  data?: Record<string, unknown>;
  position?: Position | undefined;
}

export interface Attribute {
  type: 'mdxJsxAttribute';
  name: string;
  value: string;
}

export interface Position {
  start: { line: number; column: number; offset?: number };
  end: { line: number; column: number; offset?: number };
}

const PHRASING: ReadonlySet<string> = new Set([
  'anchor',
  'break',
  'delete',
  'emphasis',
  'footnoteReference',
  'image',
  'imageReference',
  'inlineCode',
  'link',
  'linkReference',
  'mdxJsxTextElement',
  'strong',
  'text',
]);

/** Whether a node stands inside a line of text; an anchor can stand anywhere. */
export const isPhrasing = (node: Node): boolean => PHRASING.has(node.type);

export const isBlank = (node: Node): boolean =>
  node.type === 'text' && (node.value ?? '').trim() === '';

export const childrenOf = (node: Node): Node[] => node.children ?? [];

export const text = (value: string): Node => ({ type: 'text', value });

export const paragraph = (children: Node[]): Node => ({ type: 'paragraph', children });

export const strong = (children: Node[]): Node => ({ type: 'strong', children });

export const list = (items: Node[][], ordered = false): Node => ({
  type: 'list',
  ordered,
  start: ordered ? 1 : null,
  spread: false,
  children: items.map((children) => ({
    type: 'listItem',
    spread: false,
    checked: null,
    children,
  })),
});

/** An element of the catalogue that stands on lines of its own. */
export const flow = (
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  children: Node[],
): Node => ({ type: 'mdxJsxFlowElement', name, attributes: listOf(attributes), children });

/** An element of the catalogue inside a line of text. */
export const inline = (
  name: string,
  children: Node[],
  attributes: Readonly<Record<string, string | undefined>> = {},
): Node => ({ type: 'mdxJsxTextElement', name, attributes: listOf(attributes), children });

export const lineBreak = (): Node => inline('br', []);

const listOf = (attributes: Readonly<Record<string, string | undefined>>): Attribute[] =>
  Object.entries(attributes).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [{ type: 'mdxJsxAttribute', name, value }],
  );

export const attributeOf = (node: Node, name: string): string =>
  node.attributes?.find((one) => one.name === name)?.value ?? '';

/** All words of a node, one after the other. */
export const wordsOf = (node: Node): string =>
  node.value ?? node.alt ?? childrenOf(node).map(wordsOf).join('');

export const isElement = (node: Node, name?: string): boolean =>
  (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') &&
  (name === undefined || node.name === name);

/** Whether a tree holds a node of a kind; a pass that would copy the tree for nothing is left out without. */
export function holdsNode(root: Node, isMeant: (node: Node) => boolean): boolean {
  const open = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (isMeant(node)) return true;
    if (node.children) for (const child of node.children) open.push(child);
  }
  return false;
}

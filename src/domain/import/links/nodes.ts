import { toString as textOf } from 'mdast-util-to-string';

/** A node of a tree of text, as far as links are concerned. */
export interface Node {
  readonly type: string;
  readonly children?: readonly Node[];
  readonly value?: string;
  readonly url?: string;
  readonly alt?: string | null;
  readonly title?: string | null;
  readonly identifier?: string;
  readonly label?: string | null;
  readonly depth?: number;
  /** Of an `anchor`. */
  readonly id?: string;
  /** `loose`: how a link is written that is none in Markdown. */
  readonly data?: { readonly ids?: readonly string[]; readonly loose?: string } | undefined;
  readonly position?: { readonly start: { readonly line: number } } | undefined;
}

/** The words of a node and of all below it. */
export const wordsOf = (node: Node): string => textOf(node);

/** The anchors that lead to a heading. */
export const idsOf = (heading: Node): readonly string[] => heading.data?.ids ?? [];

/** The line of a node in its source, or null where it has none. */
export const lineOf = (node: Node): number | null => node.position?.start.line ?? null;

/** Every node of a tree, in reading order. */
export function nodesIn(root: Node): readonly Node[] {
  const all: Node[] = [];
  const open: Node[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    all.push(node);
    for (const child of node.children?.toReversed() ?? []) open.push(child);
  }
  return all;
}

export const text = (value: string): Node => ({ type: 'text', value });

export const code = (value: string): Node => ({ type: 'inlineCode', value });

export const link = (
  url: string,
  children: readonly Node[],
  title: string | null = null,
): Node => ({
  type: 'link',
  url,
  title,
  children,
});

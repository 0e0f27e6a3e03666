import type { Root } from 'mdast';
import type { MdastNode } from 'satteri';
import { fitTree } from '../../../../src/workspace/import/mdx/fit-tree.ts';
import { mdxOf } from '../../../../src/workspace/import/mdx/mdx-of.ts';
import type { Node } from '../../../../src/workspace/import/mdx/node.ts';
import { parseMdx } from '../../../../src/workspace/mdx.ts';

/** A tree and what the handbook reads of the text that it was written as, both in one comparable form. */
export function wroteAndRead(tree: Root): {
  wrote: unknown;
  read: unknown;
  text: string;
  problems: string[];
} {
  const text = mdxOf(tree);
  const parsed = parseMdx(`---\ntitle: x\n---\n\n${text}`, 'x.mdx');
  const nodes = (parsed.tree as (MdastNode & { children: Node[] }) | null)?.children ?? [];
  return {
    wrote: shape(fitTree(tree) as unknown as Node),
    read: shape({ type: 'root', children: nodes.filter(({ type }) => type !== 'yaml') as Node[] }),
    text,
    problems: parsed.problems.map(({ message }) => message),
  };
}

const KEYS = [
  'value',
  'depth',
  'url',
  'title',
  'alt',
  'lang',
  'meta',
  'name',
  'checked',
  'label',
] as const;

/** A node without what says the same in two ways: positions, absent values, breaks, addresses that are links by themselves. */
function shape(node: Node): unknown {
  if (node.type === 'break' || node.name === 'br') return { type: 'break' };
  const out: Record<string, unknown> = { type: node.type.replace(/^mdxJsx(?:Flow|Text)/, '') };
  for (const key of KEYS) if (node[key] != null && node[key] !== '') out[key] = node[key];
  if (node.type === 'list') out['start'] = node.ordered ? (node.start ?? 1) : 'unordered';
  if (node.attributes?.length)
    out['attributes'] = node.attributes.map(({ name, value }) => [name, value]);
  const children = (node.children ?? [])
    .filter(({ type }) => type !== 'anchor')
    .flatMap(aloneInLine)
    .map(plainLink);
  const merged: Node[] = [];
  for (const child of children) {
    const last = merged.at(-1);
    if (child.type === 'text' && last?.type === 'text')
      merged[merged.length - 1] = { ...last, value: `${last.value}${child.value}` };
    else merged.push(child);
  }
  if (merged.length > 0) out['children'] = merged.map(shape);
  return out;
}

/** An address in the text becomes a link when it is read; its words are the same. */
function plainLink(node: Node): Node {
  const [only] = node.children ?? [];
  const isBare = node.type === 'link' && node.children?.length === 1 && only?.type === 'text';
  return isBare && node.url?.endsWith(only.value ?? '')
    ? { type: 'text', value: only.value ?? '' }
    : node;
}

/** A line of nothing but elements is read without its paragraph. */
function aloneInLine(node: Node): Node[] {
  const children = (node.children ?? []).filter(({ type }) => type !== 'anchor');
  const isAlone = children.every(
    (child) => child.type === 'mdxJsxTextElement' || (child.value ?? 'x').trim() === '',
  );
  return node.type === 'paragraph' && isAlone
    ? children.filter(({ type }) => type === 'mdxJsxTextElement')
    : [node];
}

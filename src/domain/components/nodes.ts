import type { MdastNode } from 'satteri';
import type { SourcePoint } from '../problems/problem.ts';
import type { Attributes } from './define.ts';

/** A component or HTML element in a tree. */
export type JsxNode = Extract<MdastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;
type Paragraph = Extract<MdastNode, { type: 'paragraph' }>;
type Phrasing = Paragraph['children'][number];
type Root = Extract<MdastNode, { type: 'root' }>;

const PHRASING: ReadonlySet<string> = new Set([
  'break',
  'delete',
  'emphasis',
  'footnoteReference',
  'html',
  'image',
  'imageReference',
  'inlineCode',
  'link',
  'linkReference',
  'strong',
  'text',
]);

/** Whether a node stands inside a line of text. */
export const isPhrasing = (node: MdastNode): boolean => PHRASING.has(node.type);

export const isJsx = (node: MdastNode): node is JsxNode =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

export const isBlank = (node: MdastNode): boolean =>
  node.type === 'text' && node.value.trim() === '';

export const childrenOf = (node: MdastNode): readonly MdastNode[] =>
  'children' in node ? (node.children as MdastNode[]) : [];

export const pointOf = (node: MdastNode): SourcePoint => ({
  line: node.position?.start.line ?? 1,
  column: node.position?.start.column ?? 1,
});

/** The attributes of an element that are quoted strings. */
export function attributesOf(node: JsxNode): Attributes {
  const attributes: Record<string, string> = {};
  for (const attribute of node.attributes) {
    if (attribute.type === 'mdxJsxAttribute' && typeof attribute.value !== 'object')
      attributes[attribute.name] = attribute.value ?? '';
  }
  return attributes;
}

export const text = (value: string): MdastNode => ({ type: 'text', value });

export const strong = (children: readonly MdastNode[]): MdastNode => ({
  type: 'strong',
  children: children as Phrasing[],
});

export const paragraph = (children: readonly MdastNode[]): MdastNode => ({
  type: 'paragraph',
  children: children as Phrasing[],
});

export const root = (children: readonly MdastNode[]): MdastNode => ({
  type: 'root',
  children: children as Root['children'],
});

export const quote = (children: readonly MdastNode[]): MdastNode => ({
  type: 'blockquote',
  children: children as Extract<MdastNode, { type: 'blockquote' }>['children'],
});

/** The words of an attribute, code between backticks. */
export const ticked = (words: string): MdastNode[] =>
  ticks(words).map(({ code, words: value }) =>
    code ? { type: 'inlineCode', value } : text(value),
  );

/** Words of an attribute in parts: those between backticks are code. An odd backtick is a backtick. */
export function ticks(words: string): { readonly code: boolean; readonly words: string }[] {
  const parts = words.trim().split('`');
  if (parts.length % 2 === 0)
    return [{ code: false, words: parts.join('`').replaceAll(/\s+/g, ' ') }];
  return parts
    .map((part, index) => {
      const code = index % 2 === 1;
      return { code, words: part.replaceAll(code ? /[\r\n\t]/g : /\s+/g, ' ') };
    })
    .filter((part) => part.words !== '');
}

/** Blocks: what stands in a line of text is put into a paragraph. */
export function blocks(nodes: readonly MdastNode[]): MdastNode[] {
  const out: MdastNode[] = [];
  let line: MdastNode[] = [];
  const end = () => {
    if (!line.every(isBlank)) out.push(paragraph(line));
    line = [];
  };
  for (const node of nodes) {
    if (isPhrasing(node)) line.push(node);
    else {
      end();
      out.push(node);
    }
  }
  end();
  return out;
}

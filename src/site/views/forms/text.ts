import { toString as textOf } from 'mdast-util-to-string';
import type { MdastNode } from 'satteri';
import { visit } from 'unist-util-visit';
import { attributesOf, isJsx } from '../../../domain/components/nodes.ts';
import type { Entry } from '../../../domain/graph/corpus.ts';
import { parseMdx } from '../../../workspace/mdx.ts';
import type { Code } from './form.ts';

/** The tree of a document's text, or null for records and for text that does not parse. */
export const treeOf = ({ body, path, outline }: Entry): MdastNode | null =>
  outline === null || body === '' ? null : parseMdx(body, path).tree;

/** The blocks below the heading of a section of the text, up to the next one. */
export function sectionOf(tree: MdastNode, title: string): MdastNode[] {
  const children = 'children' in tree ? (tree.children as MdastNode[]) : [];
  const start = children.findIndex(
    (node) => node.type === 'heading' && node.depth === 2 && textOf(node) === title,
  );
  if (start < 0) return [];
  const rest = children.slice(start + 1);
  const end = rest.findIndex((node) => node.type === 'heading' && node.depth <= 2);
  return end < 0 ? rest : rest.slice(0, end);
}

/** The first command of some blocks, with the place that it is run at and the answer that is expected. */
export function firstCode(nodes: readonly MdastNode[]): Code | null {
  const found: Code[] = [];
  for (const root of nodes) {
    visit(root, (node, _index, parent) => {
      if (node.type !== 'code' || node.lang?.toLowerCase() === 'mermaid') return;
      const where = /\btitle="([^"]*)"/.exec(node.meta ?? '')?.[1] ?? null;
      found.push({
        text: node.value,
        language: node.lang ?? '',
        where,
        command: parent ? commandAround(parent as MdastNode) : null,
      });
    });
  }
  return found[0] ?? null;
}

const commandAround = (node: MdastNode): Code['command'] =>
  isJsx(node) && node.name === 'Command' ? attributesOf(node) : null;

/** More than this of a paragraph is not read in a hurry. */
const LONG = 280;

/** The first sentences of the first paragraph, or null. */
export function firstWords(nodes: readonly MdastNode[]): string | null {
  const paragraph = nodes.find(({ type }) => type === 'paragraph');
  const all = paragraph ? textOf(paragraph).trim() : '';
  if (all === '') return null;
  if (all.length <= LONG) return all;
  const sentences = all.match(/[^.!?]+[.!?]+(?:\s|$)/g) ?? [all];
  let text = '';
  for (const sentence of sentences) {
    if (text !== '' && text.length + sentence.length > LONG) break;
    text += sentence;
  }
  return text.trim();
}

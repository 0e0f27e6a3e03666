import { toString as textOf } from 'mdast-util-to-string';
import type { MdastNode } from 'satteri';
import { childrenOf, pointOf } from '../../components/nodes.ts';
import type { SourcePoint } from '../../problems/problem.ts';

/** A heading of depth 2 and the blocks below it, up to the next one. */
export interface BodySection extends SourcePoint {
  readonly title: string;
  readonly nodes: readonly MdastNode[];
}

/** The sections of a body, in order; none where it did not parse. */
export function sectionsIn(tree: MdastNode | null): BodySection[] {
  const sections: (SourcePoint & { title: string; nodes: MdastNode[] })[] = [];
  for (const node of tree === null ? [] : childrenOf(tree)) {
    if (node.type === 'heading' && node.depth <= 2)
      sections.push({ title: textOf(node).trim(), nodes: [], ...pointOf(node) });
    else sections.at(-1)?.nodes.push(node);
  }
  return sections;
}

/** The first section of a title, whatever its case, or null. */
export const sectionNamed = (sections: readonly BodySection[], title: string): BodySection | null =>
  sections.find((section) => section.title.toLowerCase() === title.toLowerCase()) ?? null;

/** What a reader finds below a heading, in words: no headings, no comments. */
export const wordsOf = ({ nodes }: BodySection): string =>
  nodes
    .filter(({ type }) => type !== 'heading' && !type.startsWith('mdxFlow') && type !== 'html')
    .map((node) => textOf(node))
    .join(' ')
    .trim();

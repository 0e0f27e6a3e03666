import type { PhrasingContent, Root, RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';

/** The tree without components and elements of HTML: what they held stands in their place. */
export function plainer(root: Root): Root {
  return { type: 'root', children: root.children.flatMap(plainBlock) };
}

/** The whole text as one block of code. */
export function codeBlockOf(root: Root): Root {
  return { type: 'root', children: [{ type: 'code', value: sourceOf(root) }] };
}

function plainBlock(node: RootContent): RootContent[] {
  if (node.type === ('mdxJsxFlowElement' as string)) return inner(node).flatMap(plainBlock);
  if (node.type === ('mdxJsxTextElement' as string)) {
    return inner(node).flatMap(plainBlock);
  }
  if (!('children' in node)) return [node];
  const children = (node.children as RootContent[]).flatMap(plainBlock);
  return [{ ...node, children } as RootContent];
}

const inner = (node: RootContent): RootContent[] =>
  'children' in node ? (node.children as RootContent[]) : [];

/** Markdown of a tree, or its bare words where it cannot be written. */
function sourceOf(root: Root): string {
  const copy = structuredClone(plainer(root));
  visit(copy, (node, index, parent) => {
    if (node.type !== ('anchor' as string) || !parent || index === undefined) return;
    (parent.children as PhrasingContent[]).splice(index, 1);
    return index;
  });
  try {
    return toMarkdown(copy, { extensions: [gfmToMarkdown()] }).trim();
  } catch {
    return copy.children.map((node) => textOf(node)).join('\n\n');
  }
}

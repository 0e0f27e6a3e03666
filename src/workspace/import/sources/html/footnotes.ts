import type { ElementContent } from 'hast';
import type { FootnoteDefinition, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';

/** A note of a page; its references are links to `footnote:` and its id. */
export interface Footnote {
  readonly id: string;
  readonly content: readonly ElementContent[];
}

/** Puts references in the place of the links, and the notes at the end of the tree. */
export function withFootnotes(
  tree: Root,
  notes: readonly { readonly id: string; readonly children: readonly RootContent[] }[],
): void {
  const known = new Set(notes.map(({ id }) => id));
  visit(tree, 'link', (node, index, parent) => {
    const id = /^footnote:(.+)$/.exec(node.url)?.[1];
    if (id === undefined || index === undefined || !parent) return;
    parent.children[index] = known.has(id)
      ? { type: 'footnoteReference', identifier: id, label: id }
      : { type: 'text', value: `[${id}]` };
  });
  for (const { id, children } of notes)
    tree.children.push({
      type: 'footnoteDefinition',
      identifier: id,
      label: id,
      children: children as FootnoteDefinition['children'],
    });
}

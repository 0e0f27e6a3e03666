import type { Heading, ListItem, RootContent } from 'mdast';
import { headingWords } from '../detect/words.ts';
import type { Draft } from './draft.ts';
import { lineOf } from './draft.ts';

/** A part of the body: its heading and what stands below it, to the next heading that is no deeper. */
export interface Section {
  readonly heading: Heading;
  readonly nodes: readonly RootContent[];
}

/** The first section whose heading is one of these words. */
export function sectionOf({ document }: Draft, words: RegExp): Section | null {
  const nodes = document.tree.children;
  const at = nodes.findIndex(
    (node) => node.type === 'heading' && words.test(headingWords(lineOf(node))),
  );
  const heading = nodes[at];
  if (heading?.type !== 'heading') return null;
  const end = nodes.findIndex(
    (node, index) => index > at && node.type === 'heading' && node.depth <= heading.depth,
  );
  return { heading, nodes: nodes.slice(at + 1, end < 0 ? nodes.length : end) };
}

/** The items of the lists of a section, each with its own first line; deeper lists are left out. */
export const itemsOf = (section: Section | null): { item: ListItem; text: string }[] =>
  (section?.nodes ?? []).flatMap((node) =>
    node.type === 'list'
      ? node.children.map((item) => ({
          item,
          text: item.children[0] ? lineOf(item.children[0]) : '',
        }))
      : [],
  );

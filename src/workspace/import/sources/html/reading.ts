import type { Element, ElementContent, Root } from 'hast';
import { anchorsOf } from '../../../../domain/import/links/anchors.ts';
import type { Dialect, Listed } from '../../../../domain/import/model.ts';
import { inventoryOfHast } from '../../../../domain/import/proof/inventory-hast.ts';
import { treeOfHast } from '../../html/tree-of-hast.ts';
import type { Reading } from '../reader.ts';
import { type Footnote, withFootnotes } from './footnotes.ts';
import { attribute, element, isElement, lineOf, takeOut, words } from './hast.ts';

/** A page of a source, and how its own constructs become those that every format shares. */
export interface HtmlPage {
  readonly dialect: Dialect;
  readonly title: string | null;
  readonly frontmatter: Readonly<Record<string, unknown>>;
  /** What the document is taken from, without the page around it. */
  readonly content: readonly ElementContent[];
  /** Changes the content in place; what it leaves out it adds to the list. */
  readonly translate: (content: Root, listed: Listed[]) => void;
  readonly listed: readonly Listed[];
  readonly footnotes?: readonly Footnote[];
  /** The text of the file, where it has lines. */
  readonly source?: string;
}

/** A page as a document; a title that does not stand in it is put at its head. */
export function readingOf(page: HtmlPage): Reading {
  const root: Root = { type: 'root', children: [...page.content] };
  const notes = page.footnotes ?? [];
  const inventory = inventoryOfHast(
    saidBy([...page.content, ...notes.flatMap(({ content }) => content)]),
  );
  const listed = [...page.listed];
  page.translate(root, listed);
  if (page.title !== null && !isTitled(root, page.title))
    root.children.unshift(element('h1', {}, words(page.title)));
  const made = treeOfHast(root, page.source === undefined ? {} : { source: page.source });
  withFootnotes(
    made.tree,
    notes.map(({ id, content }) => ({
      id,
      children: treeOfHast({ type: 'root', children: [...content] }).tree.children,
    })),
  );
  anchorsOf(made.tree, page.dialect);
  return {
    dialect: page.dialect,
    title: page.title,
    frontmatter: page.frontmatter,
    tree: made.tree,
    listed: [...listed, ...made.listed],
    inventory,
  };
}

/** A copy without the numbers that lead to notes, which are no words and no links of the page. */
function saidBy(content: readonly ElementContent[]): Root {
  const copy: Root = structuredClone({ type: 'root', children: [...content] });
  takeOut(copy, (node) => attribute(node, 'href').startsWith('footnote:'));
  return copy;
}

/** Whether the first words of a page are its title as a heading. */
function isTitled(root: Root, title: string): boolean {
  const first = firstBlock(root);
  return first !== undefined && isElement(first, 'h1') && lineOf(first) === title;
}

function firstBlock(node: Root | Element): Element | undefined {
  const first = node.children.find(
    (child) => child.type === 'element' && (lineOf(child) !== '' || isElement(child, 'img')),
  );
  return isElement(first, 'div', 'header', 'section', 'article', 'main')
    ? firstBlock(first)
    : (first as Element | undefined);
}

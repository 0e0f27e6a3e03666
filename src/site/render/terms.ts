import type { HastNode } from 'satteri';
import { findTerms } from '../../domain/glossary/find.ts';
import type { Term, Vocabulary } from '../../domain/glossary/vocabulary.ts';
import { addressOf } from '../../domain/graph/addresses.ts';
import { type Entry, slugOf } from '../../domain/graph/corpus.ts';

/** A text whose terms lead to their pages, and those terms in the order of the text. */
export interface Explained {
  readonly tree: HastNode;
  readonly terms: readonly Term[];
}

/**
 * Makes links of the glossary's terms in the prose of a document: each once in a section, a word of the
 * everyday language once on the page; never in headings, links and code, and none to the page itself.
 */
export function explain(tree: HastNode, vocabulary: Vocabulary, self: Entry | null): Explained {
  if (vocabulary.terms.length === 0) return { tree, terms: [] };
  const page: Page = { vocabulary, self, shown: new Set(), inSection: new Set() };
  const [explained = tree] = walk(tree, page);
  return { tree: explained, terms: [...page.shown] };
}

/** The id of the element that holds what a term means. */
export const meaningId = ({ entry }: Term): string => `_term-${slugOf(entry)}`;

interface Page {
  readonly vocabulary: Vocabulary;
  readonly self: Entry | null;
  readonly shown: Set<Term>;
  readonly inSection: Set<Term>;
}

/** Elements and components whose words are names, labels or to be typed. */
const SPARED: ReadonlySet<string> = new Set(
  'a abbr code h1 h2 h3 h4 h5 h6 kbd pre summary th Badge Command Diagram FileTree'.split(' '),
);

function walk(node: HastNode, page: Page): HastNode[] {
  if (node.type === 'text') return explained(node.value, page);
  if (!('children' in node)) return [node];
  const name = nameOf(node);
  if (name === 'h1' || name === 'h2') page.inSection.clear();
  if (SPARED.has(name)) return [node];
  const children = (node.children as HastNode[]).flatMap((child) => walk(child, page));
  return [{ ...node, children } as HastNode];
}

const nameOf = (node: HastNode): string => {
  if (node.type === 'element') return node.tagName;
  return 'name' in node && typeof node.name === 'string' ? node.name : '';
};

function explained(text: string, page: Page): HastNode[] {
  const parts: HastNode[] = [];
  let end = 0;
  for (const { term, start, end: after } of findTerms(text, page.vocabulary)) {
    if (term.entry === page.self || isKnown(term, page)) continue;
    page.shown.add(term);
    page.inSection.add(term);
    if (start > end) parts.push(textNode(text.slice(end, start)));
    parts.push(termLink(term, text.slice(start, after)));
    end = after;
  }
  return [...parts, ...(end < text.length ? [textNode(text.slice(end))] : [])];
}

const isKnown = (term: Term, { shown, inSection }: Page): boolean =>
  (term.everyday ? shown : inSection).has(term);

const textNode = (value: string): HastNode => ({ type: 'text', value }) as HastNode;

const termLink = (term: Term, text: string): HastNode =>
  ({
    type: 'element',
    tagName: 'a',
    properties: {
      className: ['term'],
      href: addressOf(term.entry),
      ariaDescribedBy: meaningId(term),
    },
    children: [textNode(text)],
  }) as unknown as HastNode;

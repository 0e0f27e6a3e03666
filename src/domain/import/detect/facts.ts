import type { Heading, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { labelsOf } from '../fields/labels.ts';
import type { SourceDocument } from '../model.ts';
import { headingWords, wordsOf } from './words.ts';

/** What of a document can say which type it is of, read once for all types. */
export interface Facts {
  readonly path: string;
  /** The file name without its ending, as written and in plain words. */
  readonly stem: string;
  readonly words: string;
  /** Names of the folders that hold it, the nearest first, in plain words; the source's own name last. */
  readonly folders: readonly string[];
  /** The nearest folder as written. */
  readonly folder: string;
  readonly title: string;
  /** Its headings but the title, to level 4, in plain words and as written. */
  readonly headings: ReadonlyMap<string, string>;
  /** The first words of its text. */
  readonly opening: string;
  /** Lines such as `Status: accepted` at its head, by their label in plain words. */
  readonly labels: ReadonlyMap<string, string>;
  readonly frontmatter: Readonly<Record<string, unknown>>;
  /** Names of the documents in its folder and below, as paths from there, its own left out; the first few. */
  readonly siblings: readonly string[];
  readonly empty: boolean;
}

const OPENING = 600;
const SIBLINGS = 40;
const HEADINGS = 80;

/** Reads them; `siblings` are documents of the same folder and below, `source` is the source's own name. */
export function factsOf(
  document: Pick<SourceDocument, 'path' | 'tree' | 'frontmatter' | 'title'>,
  siblings: readonly { readonly path: string }[],
  source = '',
): Facts {
  const parts = document.path.split('/');
  const file = parts.pop() ?? '';
  const stem = file.replace(/\.[^.]{1,8}$/, '');
  const headings = headingsOf(document.tree);
  const first = headings.find(({ depth }) => depth === 1);
  return {
    path: document.path,
    stem,
    words: wordsOf(stem),
    folders: [...parts.reverse(), source].filter(Boolean).map(wordsOf),
    folder: parts[0] ?? source,
    title: titleOf(document, first, stem),
    headings: new Map(
      headings
        .filter((heading) => heading !== first && heading.depth <= 4)
        .slice(0, HEADINGS)
        .map(wordsAndText),
    ),
    opening: openingOf(document.tree),
    labels: new Map(labelsOf(document.tree).map(({ label, value }) => [label, value])),
    frontmatter: document.frontmatter,
    siblings: siblings
      .slice(0, SIBLINGS)
      .filter(({ path }) => path !== document.path)
      .map(({ path }) => path.slice(document.path.length - file.length)),
    empty: document.tree.children.length === 0,
  };
}

const headingsOf = (tree: Root): Heading[] =>
  tree.children.filter((node): node is Heading => node.type === 'heading');

function wordsAndText(heading: Heading): [string, string] {
  const text = textOf(heading).trim();
  return [headingWords(text), text];
}

function titleOf(
  document: Pick<SourceDocument, 'frontmatter' | 'title'>,
  first: Heading | undefined,
  stem: string,
): string {
  const named = document.frontmatter['title'];
  const heading = first === undefined ? '' : textOf(first).trim();
  return heading || (typeof named === 'string' && named.trim()) || document.title || stem;
}

function openingOf(tree: Root): string {
  let opening = '';
  for (const node of tree.children) {
    if (opening.length >= OPENING) break;
    if (!silent(node)) opening += `${textOf(node)}\n`;
  }
  return opening.slice(0, OPENING);
}

const silent = (node: RootContent): boolean => node.type === 'heading' || node.type === 'code';

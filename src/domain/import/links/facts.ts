import GithubSlugger from 'github-slugger';
import { antoraPath } from './antora.ts';
import type { LinkDocument, LinkFacts } from './model.ts';
import { idsOf, type Node, nodesIn, wordsOf } from './nodes.ts';

/** What other documents have to know of a document to link to it. */
export function linkFacts(document: LinkDocument): LinkFacts {
  const { path, to, dialect, title, frontmatter, source, tree } = document;
  const titles = [
    title,
    titleIn(source as Node),
    frontmatter['title'],
    frontmatter['sidebar_label'],
  ];
  return {
    path,
    to,
    dialect,
    names: [...new Set([...titles, ...texts(frontmatter['aliases'])].filter(isWords))],
    urls: urlsOf(frontmatter),
    moved: movedFrom(path, frontmatter['page-aliases']),
    anchors: anchorsIn(source as Node, tree as Node),
  };
}

/** Paths of the names that a page of Antora had before. */
const movedFrom = (path: string, names: unknown): string[] =>
  typeof names !== 'string'
    ? []
    : names.split(',').flatMap((name) => antoraPath(name.trim(), path, 'pages') ?? []);

function anchorsIn(source: Node, tree: Node): Map<string, string> {
  const anchors = new Map<string, string>();
  const slugs = new Set<string>();
  const slugger = new GithubSlugger();
  let waiting: string[] = [];
  let above = '';
  const add = (id: string, slug: string) => {
    if (id !== '' && !anchors.has(id)) anchors.set(id, slug);
  };
  for (const node of nodesIn(tree)) {
    if (node.type === 'anchor' && node.id !== undefined) waiting.push(node.id);
    else if (node.type === 'heading') {
      const slug = slugger.slug(wordsOf(node));
      slugs.add(slug);
      // An anchor that stands right before a heading was set for it.
      for (const id of [...idsOf(node), ...waiting]) add(id, slug);
      [waiting, above] = [[], slug];
    } else if (waiting.length > 0 && isContent(node)) {
      for (const id of waiting) add(id, above);
      waiting = [];
    }
  }
  for (const id of waiting) add(id, above);
  for (const node of nodesIn(source)) {
    if (node.type === 'heading') for (const id of idsOf(node)) add(id, '');
    if (node.type === 'anchor') add(node.id ?? '', '');
  }
  for (const slug of slugs) add(slug, slug);
  return anchors;
}

const isContent = ({ type, value }: Node): boolean =>
  type !== 'paragraph' && type !== 'anchor' && (type !== 'text' || value?.trim() !== '');

function titleIn(source: Node): string | null {
  for (const node of nodesIn(source))
    if (node.type === 'heading' && node.depth === 1) return wordsOf(node);
  return null;
}

/** Fields by which a document says its own address, in the dialects that know them. */
const URL_FIELDS = ['permalink', 'url', 'slug', 'redirect_from', 'aliases', 'id'] as const;

const urlsOf = (frontmatter: LinkDocument['frontmatter']): string[] =>
  URL_FIELDS.flatMap((field) => texts(frontmatter[field])).filter(
    (url) => !/^[a-z]+:/i.test(url) && url.length < 500,
  );

const texts = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');

const isWords = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '';

import type { Element, ElementContent, Root } from 'hast';
import type { Listed } from '../../../../domain/import/model.ts';
import {
  attribute,
  byClass,
  byId,
  findAll,
  findFirst,
  isElement,
  lineOf,
  replaceIn,
} from '../html/hast.ts';
import type { PageKind } from '../html/html-reader.ts';
import type { HtmlPage } from '../html/reading.ts';
import { translateEmoticons } from './emoticons.ts';
import { translateMacros } from './macros.ts';
import { sectionsOf } from './sections.ts';

/** A page of a space that Confluence exported as HTML, or the list of its pages. */
export const confluencePage: PageKind = (tree, source, { file, survey }) => {
  const heading = findFirst(tree, byId('title-text'));
  const main = findFirst(tree, byId('main-content'));
  if (!heading || (!main && !isIndex(tree))) return null;
  const title = survey.confluence[file.path] ?? nameIn(lineOf(heading), spaceOf(tree));
  const isList = !main || /^Space Details:?\s*$/i.test(lineOf(heading));
  return isList ? indexOf({ tree, title, source }) : pageOf({ tree, main, title, source });
};

interface Parts {
  readonly tree: Root;
  readonly title: string;
  readonly source: string;
}

function pageOf({ tree, main, title, source }: Parts & { main: Element }): HtmlPage {
  const listed: Listed[] = [];
  const content: ElementContent[] = [...main.children, ...sectionsOf(tree, main)];
  const root: Root = { type: 'root', children: content };
  translateEmoticons(root, listed);
  withPlainAddresses(root);
  return {
    dialect: 'confluence',
    title,
    frontmatter: { ...metadataOf(tree), ...labelsOf(tree), ...parentsOf(tree) },
    content: root.children as ElementContent[],
    translate: translateMacros,
    listed,
    source,
  };
}

/** Addresses of attachments without the size and version that the server was asked for. */
const withPlainAddresses = (content: Root): Root =>
  replaceIn(content, (node) => {
    const name = node.tagName === 'img' ? 'src' : 'href';
    const file = /^((?:\.\/)?(?:attachments|thumbnails|download)\/[^?#]+)\?[^#]*$/.exec(
      attribute(node, name),
    )?.[1];
    return file === undefined
      ? null
      : [{ ...node, properties: { ...node.properties, [name]: file } }];
  });

const isIndex = (tree: Root): boolean =>
  findFirst(tree, byClass('pageSection')) !== undefined &&
  findFirst(tree, byId('content')) !== undefined;

/** The list of the pages of a space, which keeps their order and what stands below what. */
function indexOf({ tree, title, source }: Parts): HtmlPage {
  const body = findFirst(tree, byId('content'));
  return {
    dialect: 'confluence',
    title: title.replace(/^Space Details:?\s*/i, '') || spaceName(tree) || title,
    frontmatter: {},
    content: body?.children ?? [],
    translate: translateMacros,
    listed: [],
    source,
  };
}

/** The name of a space, as the table of its details says it. */
function spaceName(tree: Root): string {
  const row = findAll(tree, (node) => node.tagName === 'tr').find(
    (one) => lineOf(one.children.find((cell) => isElement(cell))) === 'Name',
  );
  return row ? lineOf(row.children.filter((cell) => isElement(cell))[1]) : '';
}

/** The name of a page without the name of its space: the export writes `Space : Page`. */
function nameIn(heading: string, space: string): string {
  const prefix = `${space} : `;
  if (space !== '' && heading.startsWith(prefix)) return heading.slice(prefix.length);
  const at = heading.indexOf(' : ');
  return space === '' && at > 0 ? heading.slice(at + 3) : heading;
}

const crumbsOf = (tree: Root): string[] => {
  const list = findFirst(tree, byId('breadcrumbs'));
  return list
    ? findAll(list, (node) => node.tagName === 'a')
        .map(lineOf)
        .filter(Boolean)
    : [];
};

const spaceOf = (tree: Root): string => crumbsOf(tree)[0] ?? '';

/** The pages above a page, from the space down. */
function parentsOf(tree: Root): Record<string, string> {
  const crumbs = crumbsOf(tree);
  return crumbs.length > 0 ? { parents: crumbs.join(' / ') } : {};
}

/** Who wrote a page and when it changed, as the export tells it. */
function metadataOf(tree: Root): Record<string, string> {
  const node = findFirst(tree, byClass('page-metadata'));
  if (!node) return {};
  const text = lineOf(node);
  const author = lineOf(findFirst(node, byClass('author')));
  const editor = lineOf(findFirst(node, byClass('editor')));
  const day =
    /\bon ([A-Za-z]{3,9}\.? \d{1,2}, \d{4}|\d{1,2} [A-Za-z]{3,9}\.? \d{4}|\d{4}-\d\d-\d\d)/.exec(
      text,
    )?.[1];
  const name = /^Created by (.+?)(?:,? last (?:modified|updated)\b| on [A-Z0-9]|$)/.exec(text)?.[1];
  const known = {
    author: author || name || '',
    last_modified_by: editor,
    [/last (?:modified|updated)/i.test(text) ? 'last_modified' : 'created']: day ?? '',
    ...(day === undefined && !author && !name ? { history: text } : {}),
  };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== ''));
}

function labelsOf(tree: Root): Record<string, string[]> {
  const section = findFirst(tree, byId('labels-section')) ?? findFirst(tree, byClass('label-list'));
  const labels = section ? findAll(section, byClass('aui-label', 'label')).map(lineOf) : [];
  return labels.length > 0 ? { labels: [...new Set(labels)] } : {};
}

import type { Element, ElementContent, Root } from 'hast';
import { append } from '../../../../domain/import/lists.ts';
import type { Listed } from '../../../../domain/import/model.ts';
import {
  attribute,
  byId,
  findAll,
  findFirst,
  hasClass,
  isElement,
  lineNumber,
  lineOf,
  takeOut,
} from './hast.ts';
import type { PageKind } from './html-reader.ts';
import { linksIn } from './parts.ts';

/** A page of no particular origin: its main part, or its whole body. */
export const plainPage: PageKind = (tree, source) => {
  const body = findFirst(tree, (node) => node.tagName === 'body');
  if (!body) return null;
  const main = mainOf(body) ?? body;
  const listed: Listed[] = [];
  const frame = takeOut(main, isFrame).map((node) => listedFrame(node));
  const around = main === body ? [] : aroundOf(body, main);
  append(listed, frame);
  append(listed, around);
  const content: ElementContent[] = main.children;
  if (content.every((node) => lineOf(node) === '' && !hasPicture(node))) return null;
  return {
    dialect: 'html',
    title: titleOf(tree, main),
    frontmatter: metaOf(tree),
    content,
    translate: () => {},
    listed,
    source,
  };
};

const hasPicture = (node: ElementContent): boolean =>
  isElement(node, 'img') ||
  (isElement(node) && findFirst(node, (one) => one.tagName === 'img') !== undefined);

/** The one element that a page marks as its content, if that holds most of its words. */
function mainOf(body: Element): Element | undefined {
  const found =
    findFirst(body, (node) => node.tagName === 'main' || attribute(node, 'role') === 'main') ??
    only(findAll(body, (node) => node.tagName === 'article')) ??
    findFirst(body, byId('main-content', 'content', 'bodyContent'));
  return found && lineOf(found).length * 2 > lineOf(body).length ? found : undefined;
}

const only = <T>(found: readonly T[]): T | undefined => (found.length === 1 ? found[0] : undefined);

const isFrame = (node: Element): boolean =>
  node.tagName === 'nav' ||
  ['navigation', 'banner', 'contentinfo', 'search'].includes(attribute(node, 'role')) ||
  hasClass(node, 'headerlink', 'skip-link');

const listedFrame = (node: Element): Listed => ({
  line: lineNumber(node),
  kind: 'page frame',
  text: linksIn(node),
  became: 'Left out: a handbook draws its own navigation.',
});

/** What stands beside the main part, told part by part. */
function aroundOf(node: Element, main: Element): Listed[] {
  return node.children.flatMap((child) => {
    if (child === main) return [];
    if (isElement(child, 'script', 'style', 'noscript', 'template')) return [];
    if (isElement(child) && findFirst(child, (one) => one === main)) return aroundOf(child, main);
    return isElement(child) && lineOf(child) !== '' ? [listedFrame(child)] : [];
  });
}

/** The heading of the page if it has one; otherwise its title, as browsers show it. */
function titleOf(tree: Root, main: Element): string | null {
  if (findFirst(main, (node) => node.tagName === 'h1')) return null;
  return lineOf(findFirst(tree, (node) => node.tagName === 'title')) || null;
}

const KEPT = new Set(['description', 'author', 'keywords', 'date', 'generator']);

function metaOf(tree: Root): Record<string, string> {
  const metas = findAll(tree, (node) => node.tagName === 'meta');
  return Object.fromEntries(
    metas
      .map((node) => [attribute(node, 'name').toLowerCase(), attribute(node, 'content')] as const)
      .filter(([name, content]) => KEPT.has(name) && content !== ''),
  );
}

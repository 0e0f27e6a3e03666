import type { Element, ElementContent, Root } from 'hast';
import {
  attribute,
  byClass,
  cellsOf,
  element,
  findAll,
  findFirst,
  isElement,
  lineOf,
  words,
} from '../html/hast.ts';

/** The sections below a page that belong to it: its attachments, and what people wrote below. */
export function sectionsOf(tree: Root, main: Element): ElementContent[] {
  return findAll(tree, byClass('pageSection')).flatMap((section) => {
    if (findFirst(section, (node) => node === main)) return [];
    const header = lineOf(findFirst(section, byClass('pageSectionHeader'))).replace(/:$/, '');
    const body = section.children.filter((node) => !isElement(node) || !isHeader(node));
    if (header === '' || body.every((node) => lineOf(node) === '')) return [];
    return [element('h2', {}, words(header)), ...body.flatMap(partsOf)];
  });
}

const isHeader = (node: Element): boolean => byClass('pageSectionHeader')(node);

function partsOf(node: ElementContent): ElementContent[] {
  if (isElement(node) && byClass('greybox')(node)) return [listOf(node)];
  if (isElement(node, 'table')) return commentsOf(node);
  return [node];
}

/** The attachments, which the export sets on lines of their own behind a blue dot, as a list. */
function listOf(box: Element): Element {
  const items: ElementContent[][] = [[]];
  for (const node of box.children) {
    if (isElement(node, 'br')) items.push([]);
    else if (!isElement(node, 'img')) items.at(-1)?.push(node);
  }
  const filled = items.filter((item) => item.some((node) => lineOf(node) !== ''));
  return element(
    'ul',
    {},
    filled.map((item) => element('li', {}, item)),
  );
}

/** Comments, which the export sets in the rows of a table, as quotations. */
function commentsOf(table: Element): ElementContent[] {
  return cellsOf(table)
    .filter((cell) => lineOf(cell) !== '')
    .map((cell) => element('blockquote', {}, cell.children.map(withoutDot)));
}

/** The mark in front of a comment's author is no picture of the page. */
const withoutDot = (node: ElementContent): ElementContent =>
  isElement(node, 'img') && /images\/icons\//.test(attribute(node, 'src')) ? words('') : node;

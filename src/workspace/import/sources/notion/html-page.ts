import type { Element, ElementContent, Root } from 'hast';
import type { Listed } from '../../../../domain/import/model.ts';
import {
  attribute,
  byClass,
  element,
  findAll,
  findFirst,
  hasClass,
  isElement,
  lineOf,
  replaceIn,
  words,
} from '../html/hast.ts';
import type { PageKind } from '../html/html-reader.ts';
import { leftOut, linksIn } from '../html/parts.ts';

/** A page that Notion exported as HTML. */
export const notionPage: PageKind = (tree, source) => {
  const article = findFirst(tree, (node) => node.tagName === 'article' && hasClass(node, 'page'));
  const body = article && findFirst(article, byClass('page-body'));
  if (!article || !body) return null;
  const description = findFirst(article, byClass('page-description'));
  const intro = description && lineOf(description) !== '' ? [description] : [];
  return {
    dialect: 'notion',
    title: lineOf(findFirst(article, byClass('page-title'))) || null,
    frontmatter: propertiesOf(article),
    content: [...intro, ...body.children],
    translate,
    listed: [],
    source,
  };
};

/** The properties that a page has as a row of a database. */
function propertiesOf(article: Element): Record<string, string> {
  const table = findFirst(
    article,
    (node) => node.tagName === 'table' && hasClass(node, 'properties'),
  );
  const rows = table ? findAll(table, (node) => node.tagName === 'tr') : [];
  return Object.fromEntries(
    rows.flatMap((row) => {
      const [name, value] = row.children.filter((node) => isElement(node, 'th', 'td'));
      return name && value && lineOf(name) !== '' ? [[lineOf(name), wordsIn(value)]] : [];
    }),
  );
}

function wordsIn(cell: ElementContent): string {
  const parts = isElement(cell) ? findAll(cell, byClass('selected-value', 'user')) : [];
  return parts.length > 1 ? parts.map(lineOf).join(', ') : lineOf(cell);
}

function translate(content: Root, listed: Listed[]): void {
  replaceIn(content, (node) => {
    if (isElement(node, 'figure') && hasClass(node, 'callout')) return [callout(node)];
    if (isElement(node, 'nav') && hasClass(node, 'table_of_contents')) {
      listed.push(
        leftOut(node, 'table of contents', 'Left out: each page draws its own.', linksIn(node)),
      );
      return [];
    }
    if (hasClass(node, 'toggle') && isElement(node, 'ul')) return togglesOf(node);
    if (hasClass(node, 'to-do-list') && isElement(node, 'ul'))
      return [{ ...node, children: tasksOf(node) }];
    if (hasClass(node, 'equation')) return [formula(node)];
    if (isElement(node, 'a') && hasClass(node, 'bookmark')) return [bookmark(node)];
    return isElement(node, 'figure') ? pictureOf(node) : null;
  });
}

/** A callout begins with a character or a picture of its own, then the words. */
function callout(node: Element): Element {
  const icon = findFirst(node, byClass('icon'));
  const sign = isElement(icon, 'img') ? '' : lineOf(icon);
  const children = node.children.filter(
    (child) => !icon || (child !== icon && !holds(child, icon)),
  );
  const type = /⚠|❗|🚨|🔥/u.test(sign) ? 'caution' : /💡|✅/u.test(sign) ? 'tip' : 'note';
  const lead = sign === '' ? [] : [element('p', {}, words(sign))];
  return element('x-aside', { type }, lead, children);
}

const holds = (node: ElementContent, wanted: Element): boolean =>
  isElement(node) && findFirst(node, (one) => one === wanted) !== undefined;

const togglesOf = (list: Element): ElementContent[] =>
  list.children.flatMap((item) => (isElement(item, 'li') ? item.children : [item]));

function tasksOf(list: Element): ElementContent[] {
  return list.children.map((item) => {
    if (!isElement(item, 'li')) return item;
    const box = findFirst(item, byClass('checkbox'));
    const checked = box !== undefined && hasClass(box, 'checkbox-on');
    const rest = item.children.filter((child) => child !== box);
    return {
      ...item,
      children: [element('input', { type: 'checkbox', checked }), words(' '), ...rest],
    };
  });
}

/** The source of a formula, which the page carries beside its drawing. */
function formula(node: Element): Element {
  const source = lineOf(findFirst(node, (one) => one.tagName === 'annotation')) || lineOf(node);
  return isElement(node, 'figure')
    ? element('pre', {}, element('code', { className: ['language-tex'] }, words(source)))
    : element('code', {}, words(source));
}

/** A link with a preview: its title and what it says of itself. */
function bookmark(node: Element): Element {
  const title = lineOf(findFirst(node, byClass('bookmark-title')));
  const about = lineOf(findFirst(node, byClass('bookmark-description')));
  const href = attribute(node, 'href');
  const link = element('a', { href }, words(title || href));
  return element('p', {}, link, ...(about === '' ? [] : [words(` ${about}`)]));
}

/** A picture links to its own file, which is the picture again. */
function pictureOf(figure: Element): ElementContent[] | null {
  const link = findFirst(figure, (node) => node.tagName === 'a');
  const image = link && findFirst(link, (node) => node.tagName === 'img');
  if (!link || !image || attribute(link, 'href') !== attribute(image, 'src')) return null;
  return [
    { ...figure, children: figure.children.map((child) => (child === link ? image : child)) },
  ];
}

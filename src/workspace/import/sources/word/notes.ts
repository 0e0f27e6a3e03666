import type { Element, ElementContent, Root } from 'hast';
import type { Footnote } from '../html/footnotes.ts';
import {
  attribute,
  element,
  findFirst,
  isElement,
  lineOf,
  replaceIn,
  takeOut,
  words,
} from '../html/hast.ts';

/** Takes the notes from the end of a page, and names them in the text by their numbers. */
export function notesOf(tree: Root): Footnote[] {
  const taken = takeOut(
    tree,
    (node) => isElement(node, 'li') && /^(?:foot|end)note-\d+$/.test(idOf(node)),
  );
  const numbers = new Map(taken.map((node, at) => [idOf(node), String(at + 1)]));
  replaceIn(tree, (node) => {
    if (!isElement(node, 'sup')) return null;
    const link = findFirst(node, (one) => one.tagName === 'a');
    const number = numbers.get(link ? attribute(link, 'href').slice(1) : '');
    return number === undefined
      ? null
      : [element('a', { href: `footnote:${number}` }, words(number))];
  });
  return taken.map((node) => ({ id: numbers.get(idOf(node)) ?? '', content: withoutArrow(node) }));
}

const idOf = (node: Element): string => attribute(node, 'id');

/** A note without the arrow that leads back. */
function withoutArrow(note: Element): ElementContent[] {
  takeOut(
    note,
    (node) => isElement(node, 'a') && /^#(?:foot|end)note-ref-/.test(attribute(node, 'href')),
  );
  return note.children;
}

/** The body of a page without empty paragraphs and pictures that nobody can be given. */
export function tidy(tree: Root): ElementContent[] {
  const body = findFirst(tree, (node) => node.tagName === 'body');
  const root: Root = { type: 'root', children: body?.children ?? [] };
  replaceIn(root, (node) => {
    if (isElement(node, 'img') && attribute(node, 'src') === '')
      return [words(attribute(node, 'alt'))];
    const isEmpty =
      isElement(node, 'p', 'li', 'ol', 'ul', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6') && isBlank(node);
    return isEmpty ? node.children.filter((child) => isElement(child, 'a')) : null;
  });
  return root.children as ElementContent[];
}

const isBlank = (node: Element): boolean =>
  lineOf(node) === '' &&
  findFirst(node, (one) => isElement(one, 'img', 'input', 'table')) === undefined;

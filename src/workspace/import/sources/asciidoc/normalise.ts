import type { Element, ElementContent, Root } from 'hast';
import type { Footnote } from '../html/footnotes.ts';
import {
  attribute,
  byClass,
  byId,
  element,
  findAll,
  findFirst,
  hasClass,
  isElement,
  lineOf,
  replaceIn,
  takeOut,
  words,
} from '../html/hast.ts';
import { addressFrom } from './addresses.ts';

/** The page as its document says it, without the labels, marks and numbers of the converter. */
export function normalise(tree: Root, path: string): Root {
  const body = findFirst(tree, (node) => node.tagName === 'body');
  const root: Root = { type: 'root', children: body?.children ?? [] };
  return replaceIn(root, (node) => {
    if (isElement(node, 'b', 'i') && hasClass(node, 'conum')) return [words(callout(node))];
    if (isElement(node, 'sup') && hasClass(node, 'footnote', 'footnoteref'))
      return [reference(node)];
    if (isElement(node, 'td') && hasClass(node, 'icon')) return [labelled(node)];
    if (isElement(node, 'a', 'img')) addressFrom(node, path);
    return null;
  });
}

/** `<1>` at the end of a line of code, as it was written. */
const callout = (node: Element): string => `<${lineOf(node).replaceAll(/[()]/g, '')}>`;

/** The label of a note, kept as an attribute: it is the note's kind and no word of the text. */
const labelled = (cell: Element): Element => ({
  ...cell,
  properties: { ...cell.properties, title: lineOf(cell) },
  children: [],
});

function reference(node: Element): Element {
  const link = findFirst(node, (one) => one.tagName === 'a');
  const id = attribute(link ?? node, 'href').replace(/^#_footnotedef_/, '') || lineOf(node);
  return element('a', { href: `footnote:${id}` }, words(id));
}

/** Takes the footnotes from the end of a page. */
export function footnotesOf(root: Root): Footnote[] {
  const [box] = takeOut(root, byId('footnotes'));
  const notes = box ? findAll(box, byClass('footnote')) : [];
  return notes.map((note) => {
    const id = attribute(note, 'id').replace(/^_footnotedef_/, '');
    const [back, ...rest] = note.children.filter((child) => lineOf(child) !== '');
    const content = isElement(back, 'a') ? rest : note.children;
    return { id, content: [element('p', {}, content.map(withoutDot))] };
  });
}

const withoutDot = (node: ElementContent, at: number): ElementContent =>
  at === 0 && node.type === 'text' ? words(node.value.replace(/^\.\s+/, '')) : node;

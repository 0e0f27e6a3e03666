import type { Element } from 'hast';
import type { Listed } from '../../../../domain/import/model.ts';
import { attribute, element, findAll, lineNumber, lineOf, words } from './hast.ts';

/** Tells of an element that is left out. */
export const leftOut = (node: Element, kind: string, became: string, text?: string): Listed => ({
  line: lineNumber(node),
  kind,
  text: text ?? lineOf(node),
  became,
});

/** A paragraph of bold words, for a caption that has no heading's rank. */
export const caption = (text: string): Element =>
  element('p', {}, element('strong', {}, words(text)));

/** The words of an element with the addresses of its links, for what is left out as a whole. */
export function linksIn(node: Element): string {
  const links = findAll(node, (one) => one.tagName === 'a' && attribute(one, 'href') !== '');
  const lines = links.map((link) => `${lineOf(link)} (${attribute(link, 'href')})`);
  return links.map(lineOf).join('') === lineOf(node).replaceAll(' ', '')
    ? lines.join('\n')
    : [lineOf(node), ...lines].join('\n');
}

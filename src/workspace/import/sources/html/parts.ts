import type { Element } from 'hast';
import type { Listed } from '../../../../domain/import/model.ts';
import { element, lineNumber, lineOf, words } from './hast.ts';

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

import type { Root } from 'hast';
import type { Listed } from '../../../../domain/import/model.ts';
import { textOf } from '../html/hast.ts';
import type { WordPackage } from './package.ts';
import { paragraphsOf } from './told.ts';

/** Paragraphs of a Word file whose words are neither in the page nor in the list: formulas, drawings, odd boxes. */
export function missingFrom(word: WordPackage, page: Root, listed: readonly Listed[]): Listed[] {
  const shown = keyOf(`${textOf(page)} ${listed.map(({ text }) => text).join(' ')}`);
  let from = 0;
  return paragraphsIn(word).flatMap((text) => {
    const key = keyOf(text);
    if (key === '') return [];
    // Nearly always the next words of the page: looked for from there first.
    const at = shown.indexOf(key, from);
    if (at >= 0) {
      from = at;
      return [];
    }
    return shown.includes(key) || partsOf(text).every((part) => shown.includes(part))
      ? []
      : [missing(text)];
  });
}

const paragraphsIn = (word: WordPackage): string[] =>
  word.paths
    .filter(
      (path) =>
        path === word.main || /^word\/(?:footnotes|endnotes|diagrams\/data\d+)\.xml$/.test(path),
    )
    .flatMap((path) => paragraphsOf(word.text(path) ?? ''));

/** A paragraph with a note or a box inside stands in pieces on the page. */
const partsOf = (text: string): string[] => text.split(/\s+/).map(keyOf).filter(Boolean);

const missing = (text: string): Listed => ({
  line: null,
  kind: 'drawing or formula',
  text,
  became: 'Left out: Word draws it, a page cannot.',
});

const keyOf = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');

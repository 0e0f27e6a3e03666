import type { Dialect } from '../../../../domain/import/model.ts';
import type { Reading } from '../reader.ts';
import { element, words } from './hast.ts';
import { readingOf } from './reading.ts';

/** A text that would be read for minutes, as one block of code that is told of. */
export const asCode = (text: string, dialect: Dialect): Reading =>
  readingOf({
    dialect,
    title: null,
    frontmatter: {},
    content: [element('pre', {}, element('code', {}, words(text)))],
    translate: () => {},
    listed: [
      {
        line: 1,
        kind: 'long document',
        text: text.slice(0, 200),
        became: 'Shown as code: it has too many parts to be read as one page. Split it.',
      },
    ],
  });

const MAX_TAGS = 60_000;
const MAX_SECTIONS = 2000;
const MAX_ROWS = 10_000;

/** Whether a page has more elements than anybody wrote by hand. */
export const isLongHtml = (text: string): boolean =>
  (text.match(/<[a-z]/gi)?.length ?? 0) > MAX_TAGS;

/** Whether AsciiDoc has more sections, rows or columns than its converter is done with in seconds. */
export const isLongAsciidoc = (text: string): boolean =>
  (text.match(/^={1,6}[ \t]/gm)?.length ?? 0) > MAX_SECTIONS ||
  (text.match(/^\|/gm)?.length ?? 0) > MAX_ROWS ||
  /\d{4}(?:\.\d{1,9})?[+*][<^>.a-z]{0,4}\|/.test(text);

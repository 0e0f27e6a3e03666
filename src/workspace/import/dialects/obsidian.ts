import type { Dialect } from '../../../domain/import/model.ts';
import { linkTo, opening } from './elements.ts';
import type { Family, Spot } from './family.ts';
import type { Line } from './line.ts';
import { highlights } from './marks.ts';
import { list, type State } from './state.ts';

const only: ReadonlySet<Dialect> = new Set(['obsidian']);
const wikis: ReadonlySet<Dialect> = new Set(['obsidian', 'markdown', 'github']);

/** Links by name, embeds, marks, comments and named blocks of Obsidian and of wikis. */
export const obsidian: Family = {
  regions: [{ open: comment, make: withoutComment, dialects: only }],
  inlines: [
    { begins: '!', at: embed },
    { begins: '[', at: wikiLink, dialects: wikis },
    { begins: '=', at: marked, dialects: highlights },
    { begins: '%', at: inlineComment, dialects: only },
    { begins: '^', at: blockName, dialects: only },
  ],
};

const LINK = /\[\[([^[\]\n|]{1,300}?)(?:\\?\|([^[\]\n]{0,300}))?\]\]/y;
const PICTURE = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp)$/i;

function embed({ text, index, line, state }: Spot) {
  if (text[index + 1] !== '[') return null;
  const sized = sizedImage(text, index);
  if (sized) return sized;
  LINK.lastIndex = index + 1;
  const match = LINK.exec(text);
  if (!match) return null;
  const end = LINK.lastIndex;
  const to = (match[1] ?? '').replace(/\\$/, '').trim();
  const words = (match[2] ?? '').trim();
  if (PICTURE.test(to)) {
    const alt = /^\d+(?:x\d+)?$/.test(words) ? '' : words;
    if (alt !== words) list(state, { line, kind: 'image size', text: `!${match[0]}` });
    return { end, text: `${opening('x-image', { to, alt })}</x-image>` };
  }
  list(state, { line, kind: 'embed', text: `!${match[0]}`, became: EMBEDDED });
  return { end, text: linkTo(to, words || named(to)) };
}

const EMBEDDED = 'Became a link: a handbook shows no document inside another.';

/** An image whose words end in its width. */
function sizedImage(text: string, index: number) {
  const match = /^!\[([^[\]\n|]{0,300})\|(\d{1,5}(?:x\d{1,5})?)\](?=\()/.exec(
    text.slice(index, index + 320),
  );
  return match ? { end: index + match[0].length - 1, text: `![${match[1] ?? ''}` } : null;
}

function wikiLink({ text, index, line, state }: Spot) {
  LINK.lastIndex = index;
  const match = LINK.exec(text);
  if (!match || /[([]/.test(text.charAt(LINK.lastIndex))) return null;
  const end = LINK.lastIndex;
  const [, first = '', second] = match;
  const to = first.replace(/\\$/, '').trim();
  if (state.dialect === 'obsidian') return { end, text: linkTo(to, second?.trim() || named(to)) };
  if (!isName(first) || (second !== undefined && !isName(second))) return null;
  // GitHub's wikis write the words first.
  const words = second === undefined ? named(to) : to;
  if (second !== undefined)
    list(state, { line, kind: 'wiki link', text: match[0], became: 'Became a link to the page.' });
  return { end, text: linkTo((second ?? to).trim(), words) };
}

/** Whether brackets can hold the name of a page, and no shell test or footnote. */
const isName = (words: string): boolean =>
  /^\p{L}(?:[^"'$=<>;&*]|(?<=\p{L})'(?=\p{L}))*$/u.test(words) &&
  words === words.trim() &&
  words.length > 1 &&
  !/^TOC$|^_TOC_$/i.test(words);

/** The words that a link by name shows. */
const named = (to: string): string => to.replace(/^#+/, '').replaceAll(/#+\^?/g, ' > ');

function marked({ text, index }: Spot) {
  const match = /^==([^\s=](?:[^=\n]|=(?!=)){0,400})==/.exec(text.slice(index, index + 410));
  if (!match || /\s$/.test(match[1] ?? '') || text[index - 1] === '=') return null;
  if (text[index + match[0].length] === '=') return null;
  return { end: index + match[0].length, text: `<mark>${match[1]}</mark>` };
}

function inlineComment({ text, index, line, state }: Spot) {
  if (text[index + 1] !== '%') return null;
  const close = text.slice(index, index + 5000).indexOf('%%', 2);
  if (close < 0) return null;
  const end = index + close + 2;
  list(state, { line, kind: 'comment', text: text.slice(index, end), became: HIDDEN });
  return { end, text: '' };
}

const HIDDEN = 'Left out: comments are not shown.';

function comment(text: string) {
  return /^\s*%%(?!.*%%)/.test(text) ? { closes: /%%\s*$/ } : null;
}

function withoutComment(lines: readonly Line[], state: State): Line[] {
  const text = lines.map((line) => line.text).join('\n');
  const from = lines[0]?.from ?? 1;
  list(state, { line: from, kind: 'comment', text, became: HIDDEN });
  return [{ text: '', from }];
}

function blockName({ text, index }: Spot) {
  if (index > 0 && !/\s/.test(text[index - 1] ?? '')) return null;
  const match = /^\^([A-Za-z0-9-]{1,60})[ \t]*(?=\n|$)/.exec(text.slice(index, index + 80));
  return match
    ? { end: index + match[0].length, text: `${opening('a', { id: `^${match[1]}` })}</a>` }
    : null;
}

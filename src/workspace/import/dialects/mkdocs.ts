import { append } from '../../../domain/import/lists.ts';
import { linkTo, shown, wrapped } from './elements.ts';
import type { Cursor, Family, InlineRule, Spot, Taken } from './family.ts';
import { isNote } from './kinds.ts';
import { blankAt, columnsOf, isBlank, type Line, outdent, trimmed } from './line.ts';
import { detailsLines, noteLines, tabsLines } from './note.ts';
import { list } from './state.ts';

const only = new Set(['mkdocs'] as const);

/** Python-Markdown and Material for MkDocs: notes, folds, tabs, snippets, keys and icons. */
export const mkdocs: Family = {
  blocks: [{ at: admonition }, { at: tabs }, { at: snippet }, { at: fencedBlock, dialects: only }],
  inlines: [
    { begins: '+', at: keys, dialects: only },
    { begins: ':', at: icon } satisfies InlineRule,
    { begins: '^', at: inserted, dialects: only },
    { begins: '{', at: critic, dialects: only },
  ],
};

const ADMONITION =
  /^\s*(!!!|\?\?\?\+?)[ \t]*([A-Za-z][\w-]{0,40}(?:[ \t]+[A-Za-z][\w-]{0,40}){0,4})?[ \t]*(?:"(.{0,400})")?[ \t]*$/;
const TAB = /^\s*===[!+]{0,2}[ \t]+"(.{1,200})"[ \t]*$/;

function admonition({ lines, index, inside }: Cursor): Taken | null {
  const first = lines[index] as Line;
  const found = /[!?]{3}/.test(first.text) ? ADMONITION.exec(first.text) : null;
  if (!found || (!found[2] && found[3] === undefined)) return null;
  const [, sign = '', words = '', title] = found;
  const word = words.split(/\s+/)[0] ?? '';
  const { inner, end } = contentOf(lines, index);
  if (inner.length === 0 && title === undefined && !isNote(word)) return null;
  const span = { inside, from: first.from, to: lines[end - 1]?.from ?? first.from };
  const shownTitle = title?.replaceAll(ICON, '').trim();
  if (sign === '!!!') return { lines: noteLines(word, shownTitle, inner, span), next: end };
  const summary = shownTitle || word.charAt(0).toUpperCase() + word.slice(1);
  return { lines: detailsLines(summary, inner, span), next: end };
}

/** The lines below a mark that stand four columns deeper. */
function contentOf(lines: readonly Line[], index: number): { inner: Line[]; end: number } {
  const edge = columnsOf(lines[index]?.text ?? '') + 4;
  let end = index + 1;
  for (let at = end; at < lines.length; at += 1) {
    const line = lines[at] as Line;
    if (isBlank(line)) continue;
    if (columnsOf(line.text) < edge) break;
    end = at + 1;
  }
  return { inner: outdent(lines.slice(index + 1, end), edge), end };
}

function tabs({ lines, index, inside }: Cursor): Taken | null {
  const first = lines[index] as Line;
  const edge = columnsOf(first.text);
  const found: { label: string; lines: Line[]; from: number }[] = [];
  let end = index;
  for (let at = index; at < lines.length; ) {
    const line = lines[at] as Line;
    const label = line.text.includes('===') ? TAB.exec(line.text)?.[1] : undefined;
    if (label === undefined || columnsOf(line.text) !== edge) break;
    // The sign `!` begins another set.
    if (found.length > 0 && /^\s*===!/.test(line.text)) break;
    const content = contentOf(lines, at);
    if (content.inner.length === 0 && found.length === 0) return null;
    const words = label.replaceAll(ICON, '').trim();
    found.push({ label: words || label, lines: inside(content.inner), from: line.from });
    end = content.end;
    at = end;
    while (at < lines.length && isBlank(lines[at] as Line)) at += 1;
  }
  if (found.length === 0) return null;
  const span = { from: first.from, to: lines[end - 1]?.from ?? first.from };
  return { lines: tabsLines(found, span), next: end };
}

/** The lines that stand in a note, a fold or a tab which begins here; null where none does. */
export function mkdocsContent(
  lines: readonly Line[],
  index: number,
): { inner: readonly Line[]; end: number } | null {
  const text = lines[index]?.text ?? '';
  if (!ADMONITION.test(text) && !TAB.test(text)) return null;
  const content = contentOf(lines, index);
  return content.inner.length > 0 ? content : null;
}

const SNIPPET = /^\s*-{1,}8<-{1,}[ \t]*(?:"([^"]{1,300})"|'([^']{1,300})')?[ \t]*$/;

function snippet({ lines, index, state }: Cursor): Taken | null {
  const first = lines[index] as Line;
  const found = first.text.includes('8<') ? SNIPPET.exec(first.text) : null;
  if (!found) return null;
  const one = found[1] ?? found[2];
  let end = index + 1;
  const files = one ? [one] : [];
  if (!one) {
    const rest = lines.slice(index + 1, index + 50);
    const last = index + 1 + rest.findIndex((line) => SNIPPET.test(line.text));
    if (last === index) return null;
    append(
      files,
      lines.slice(index + 1, last).flatMap(({ text }) => text.trim() || []),
    );
    end = last + 1;
  }
  const text = lines
    .slice(index, end)
    .map((line) => line.text)
    .join('\n');
  list(state, { line: first.from, kind: 'include', text, became: INCLUDED });
  const links = files.flatMap((file) => [
    blankAt(first.from),
    { text: linkTo(file.replace(/:.*$/, ''), file), from: first.from },
  ]);
  return { lines: [...links, blankAt(first.from)], next: end };
}

const BLOCK = /^\s*(\/{3,})[ \t]*([a-z][\w-]{0,40})[ \t]*(?:\|[ \t]*(.{0,300}))?$/;

/** The blocks of PyMdown between lines of slashes: captions, notes, folds. */
function fencedBlock({ lines, index, inside, state }: Cursor): Taken | null {
  const first = lines[index] as Line;
  const [, fence, name = '', words] = first.text.includes('///')
    ? (BLOCK.exec(first.text) ?? [])
    : [];
  if (fence === undefined) return null;
  const below = lines.slice(index + 1);
  const length = below.findIndex(({ text }) => text.trim() === fence);
  if (length < 0) return null;
  const span = { from: first.from, to: below[length]?.from ?? first.from };
  const next = index + length + 2;
  const options = /^ {4,}\S/.test(below[0]?.text ?? '')
    ? below.findIndex((line) => !/^ {4,}\S/.test(line.text))
    : 0;
  const settings = below.slice(0, Math.min(options, length)).map(({ text }) => text);
  const inner = below.slice(settings.length, length);
  const title = words?.trim() || undefined;
  if (isNote(name)) return { lines: noteLines(name, title, inner, { ...span, inside }), next };
  if (name === 'details')
    return { lines: detailsLines(title ?? 'Details', inner, { ...span, inside }), next };
  const text = [first.text, ...settings].join('\n');
  const isCaption = /caption$/.test(name);
  list(state, { line: first.from, kind: 'block', text, became: isCaption ? CAPTION : KEPT });
  const head =
    title && !isCaption ? [{ text: `**${title}**`, from: first.from }, blankAt(first.from)] : [];
  const body = [...head, ...trimmed(inside(inner))];
  if (isCaption) return { lines: wrapped('figcaption', {}, body, span), next };
  return { lines: [blankAt(span.from), ...body, blankAt(span.to)], next };
}

const CAPTION = 'Became a line of its own below what it describes.';
const KEPT = 'Left out: what stood in it is kept.';

const INCLUDED = 'Became a link: the file is not put into the text.';

function keys({ text, index }: Spot) {
  const found = /\+\+([\w"'.-]{1,40}(?:\+[\w"'.-]{1,40}){0,5})\+\+/y;
  found.lastIndex = index;
  const match = found.exec(text);
  if (!match) return null;
  const names = (match[1] ?? '').split('+').map((name) => name.replace(/^["']|["']$/g, ''));
  return {
    end: index + match[0].length,
    text: names.map((name) => `<kbd>${name}</kbd>`).join('+'),
  };
}

const ICON = /:(?:material|fontawesome|octicons|simple)-[a-z0-9-]{1,80}:(?:\{[^{}\n]{0,100}\})?/g;

function icon({ text, index, line, state }: Spot) {
  const found = new RegExp(ICON.source, 'y');
  found.lastIndex = index;
  const match = found.exec(text);
  if (!match) return null;
  list(state, { line, kind: 'icon', text: match[0] });
  const end = index + match[0].length;
  // What stood behind it comes to its place: a list counts its columns from there.
  const isFirst = index === 0 || /\s/.test(text[index - 1] ?? '');
  const gap = isFirst ? (/^[ \t]{0,20}(?=\S)/.exec(text.slice(end, end + 21))?.[0].length ?? 0) : 0;
  return { end: end + gap, text: '' };
}

function inserted({ text, index }: Spot) {
  const match = /^\^\^([^\s^][^^\n]{0,300})\^\^/.exec(text.slice(index, index + 310));
  return match ? { end: index + match[0].length, text: match[1] ?? '' } : null;
}

/** Changes that wait for a review: both sides stay readable. */
function critic({ text, index }: Spot) {
  const match = /^\{(\+\+|--|~~|==|>>)([^{}]{1,500}?)(\+\+|--|~~|==|<<)\}/.exec(
    text.slice(index, index + 520),
  );
  return match ? { end: index + match[0].length, text: shown('review mark', match[0]) } : null;
}

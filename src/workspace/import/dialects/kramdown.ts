import { append } from '../../../domain/import/lists.ts';
import { opening, shown } from './elements.ts';
import type { BlockRule, Cursor, Family, Spot, Taken } from './family.ts';
import { isNote } from './kinds.ts';
import { blankAt, columnsOf, isBlank, type Line, outdent } from './line.ts';
import { kramdownLike } from './marks.ts';
import { noteLines } from './note.ts';
import { list, type State } from './state.ts';

/** A term with its meaning behind a colon below it. */
export const definitions: BlockRule = { at: definition, dialects: kramdownLike };

/** Attribute lists, tables of contents, definitions and abbreviations of kramdown and Python-Markdown. */
export const kramdown: Family = {
  regions: [{ open: comment, make: commentLines }],
  blocks: [
    { at: contents },
    { at: listContents },
    { at: noteByAttributes, dialects: kramdownLike },
    { at: attributeLine },
    definitions,
    { at: abbreviation },
  ],
  inlines: [{ begins: '{', at: attributes, mdx: true }],
};

const ONE = String.raw`(?:[.#][\w:-]{1,80}|[\w:@-]{1,60}=(?:"[^"{}]{0,300}"|'[^'{}]{0,300}'|[^\s"'{}]{1,200})|[\w-]{1,60}|-)`;
const COLON = new RegExp(String.raw`^\{:{1,2}[ \t]*(?:\w+:)?(?:[ \t]*${ONE}){0,20}[ \t]*\/?\}`);
const PLAIN = new RegExp(String.raw`^\{[ \t]*[.#](?:[\w:-]{1,80})(?:[ \t]+${ONE}){0,20}[ \t]*\}`);
const VALUES = new RegExp(
  String.raw`^\{[ \t]*[\w-]{1,40}=(?:"[^"{}]{0,300}"|[^\s"'{}]{1,200})(?:[ \t]+${ONE}){0,20}[ \t]*\}`,
);

const TOC =
  /^ {0,3}(?:\[TOC\]|\[\[_?toc_?\]\]|\{:?\s*toc[^{}]{0,80}\}|\$\{toc\}|@\[toc\][^\n]{0,80})\s*$/i;

function contents({ lines, index, state }: Cursor): Taken | null {
  const line = lines[index] as Line;
  if (!TOC.test(line.text)) return null;
  list(state, { line: line.from, kind: 'table of contents', text: line.text, became: TOC_OUT });
  return { lines: [blankAt(line.from)], next: index + 1 };
}

const TOC_OUT = 'Left out: the handbook makes its own.';

/** `* TOC` with `{:toc}` below it. */
function listContents({ lines, index, state }: Cursor): Taken | null {
  const [first, second] = lines.slice(index, index + 2);
  if (!first || !second || !/^ {0,3}\{:\s*toc\b[^{}]{0,80}\}\s*$/i.test(second.text)) return null;
  if (!/^ {0,3}(?:[-*+]|\d+[.)])[ \t]+\S/.test(first.text)) return null;
  const text = `${first.text}\n${second.text}`;
  list(state, { line: first.from, kind: 'table of contents', text, became: TOC_OUT });
  return { lines: [blankAt(first.from)], next: index + 2 };
}

const CLASSES = /\.([A-Za-z][\w-]{0,40})/g;

/** `{: .note }` above or below a paragraph or quote is a note. */
function noteByAttributes({ lines, index, inside }: Cursor): Taken | null {
  const line = lines[index] as Line;
  const mark = markIn(line.text);
  if (mark) {
    const end = endOfParagraph(lines, index + 1);
    if (end === index + 1) return null;
    return noteFrom(
      { inner: lines.slice(index + 1, end), mark, from: line.from, next: end },
      inside,
    );
  }
  if (!/^ {0,3}>/.test(line.text) || /^ {0,3}>/.test(lines[index - 1]?.text ?? '')) return null;
  const end = endOfParagraph(lines, index);
  const below = markIn(lines[end - 1]?.text ?? '') ? end - 1 : -1;
  const after = below >= 0 ? markIn(lines[below]?.text ?? '') : null;
  if (!after) return null;
  return noteFrom(
    { inner: lines.slice(index, below), mark: after, from: line.from, next: end },
    inside,
  );
}

function markIn(text: string): { word: string; titled: boolean } | null {
  const list = /^ {0,3}\{:[ \t]*([^{}]{1,200})\}[ \t]*$/.exec(text)?.[1];
  if (!list) return null;
  for (const [, name = ''] of list.matchAll(CLASSES)) {
    const word = name
      .replace(/^(?:alert|admonition|callout|notice|box|bs-callout)-+|-+title$/g, '')
      .replace(/^notice--/, '');
    if (isNote(word)) return { word, titled: name.endsWith('-title') };
  }
  return null;
}

/** Lines of a paragraph that are looked at. */
const LONGEST = 200;

function endOfParagraph(lines: readonly Line[], start: number): number {
  let end = start;
  const last = Math.min(lines.length, start + LONGEST);
  while (end < last && !isBlank(lines[end] as Line)) end += 1;
  return end;
}

interface Marked {
  readonly inner: readonly Line[];
  readonly mark: { readonly word: string; readonly titled: boolean };
  readonly from: number;
  readonly next: number;
}

function noteFrom({ inner, mark, from, next }: Marked, inside: Cursor['inside']): Taken {
  const isQuote = inner.every(({ text }) => /^ {0,3}>/.test(text));
  const plain = isQuote
    ? inner.map((line) => ({ ...line, text: line.text.replace(/^ {0,3}> ?/, '') }))
    : [...inner];
  const title = mark.titled ? plain.shift()?.text : undefined;
  const span = { inside, from, to: inner.at(-1)?.from ?? from };
  return { lines: noteLines(mark.word, title, plain, span), next };
}

function attributeLine({ lines, index, state }: Cursor): Taken | null {
  const line = lines[index] as Line;
  const text = line.text.trim();
  if (!text.startsWith('{')) return null;
  const found = listAt(text, state);
  if (!found || found.length !== text.length) return null;
  const anchor = anchorIn(found);
  leave(found, line.from, state);
  const lines_ = anchor ? [blankAt(line.from), { text: anchor, from: line.from }] : [];
  return { lines: [...lines_, blankAt(line.from)], next: index + 1 };
}

function attributes({ text, index, line, state }: Spot) {
  const rest = text.slice(index, index + 700);
  const found = listAt(rest, state);
  if (!found || (state.mdx && !found.startsWith('{#'))) return null;
  const end = index + found.length;
  const before = text[index - 1] ?? '';
  const atEnd = /^[ \t]*(?:#+[ \t]*)?(?:\n|$)/.test(text.slice(end, end + 60));
  const head = text.lastIndexOf('\n', index - 1) + 1;
  const heading = atEnd && /^ {0,3}#{1,6}[ \t]|^ {0,3}\S/.test(text.slice(head, head + 10));
  if (!(/[)\]`*_>}"]/.test(before) || heading)) return null;
  if (found.startsWith('{#') && before === '$') return null;
  leave(found, line, state);
  return { end, text: anchorIn(found) };
}

/** An attribute list at the head of a text, where the dialect has lists of that form. */
function listAt(text: string, { dialect }: State): string | null {
  const colon = COLON.exec(text)?.[0];
  if (colon && /^\{::?[ \t]*[\w.#/-]/.test(colon)) return colon;
  const plain = PLAIN.exec(text)?.[0];
  if (plain) return plain;
  return kramdownLike.has(dialect) ? (VALUES.exec(text)?.[0] ?? null) : null;
}

function anchorIn(attributeList: string): string {
  const id =
    /(?:^|[\s{:])#([\w:.-]{1,80})/.exec(attributeList)?.[1] ??
    /\bid="?([\w:.-]{1,80})/.exec(attributeList)?.[1];
  return id ? `${opening('a', { id })}</a>` : '';
}

function leave(source: string, line: number, state: State): void {
  if (/^\{#[\w:.-]+\}$/.test(source)) return;
  list(state, { line, kind: 'attributes', text: source });
}

function comment(text: string) {
  if (!/^ {0,3}\{::comment\}/.test(text)) return null;
  return { closes: /\{:\/(?:comment)?\}\s*$/, sameLine: /\{:\//.test(text) };
}

function commentLines(lines: readonly Line[], state: State): Line[] {
  const from = lines[0]?.from ?? 1;
  const text = lines.map((line) => line.text).join('\n');
  list(state, { line: from, kind: 'comment', text, became: 'Left out: comments are not shown.' });
  return [blankAt(from)];
}

const DEFINITION = /^( {0,3}:[ \t]+)(\S.*)$/;

/** A term with what it means below it, behind a colon: a list, the meaning under the term. */
function definition({ lines, index, inside }: Cursor): Taken | null {
  const term = lines[index] as Line;
  let at = index + 1;
  if (lines[at] && isBlank(lines[at] as Line)) at += 1;
  if (!DEFINITION.test(lines[at]?.text ?? '') || !/^ {0,3}[^\s:#>|]/.test(term.text)) return null;
  const meaning: Line[] = [];
  let next = at;
  while (next < lines.length) {
    const line = lines[next] as Line;
    const found = DEFINITION.exec(line.text);
    const goesOn =
      columnsOf(line.text) >= 4 || (!isBlank(line) && !isBlank(lines[next - 1] as Line));
    if (found) meaning.push(blankAt(line.from), { text: found[2] ?? '', from: line.from });
    else if (goesOn) append(meaning, outdent([line], 4));
    else if (isBlank(line) && /^(?: {4}|\t| {0,3}:[ \t]+\S)/.test(lines[next + 1]?.text ?? ''))
      meaning.push(line);
    else break;
    next += 1;
  }
  const words = inside([{ text: term.text.trim(), from: term.from }]);
  const below = inside(meaning).map(({ text, from }) => ({ text: text && `  ${text}`, from }));
  const [head = term, ...rest] = words;
  const item = [{ text: `- ${head.text}`, from: head.from }, ...rest];
  return { lines: [...item, blankAt(term.from), ...below, blankAt(term.from)], next };
}

/** `*[HTML]: …` is a word's long form. */
function abbreviation({ lines, index }: Cursor): Taken | null {
  const line = lines[index] as Line;
  const found = /^ {0,3}\*\[([^\]]{1,80})\]:[ \t]*(\S.{0,500})$/.exec(line.text);
  if (!found) return null;
  return {
    lines: [
      blankAt(line.from),
      { text: shown('abbreviation', line.text.trim()), from: line.from },
      blankAt(line.from),
    ],
    next: index + 1,
  };
}

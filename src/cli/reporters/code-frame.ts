import type { LocatedProblem } from '../../domain/problems/problem.ts';
import { segments, widthOf } from '../table.ts';

/** Columns of source that a frame shows; longer lines are cut around the problem. */
const WIDTH = 96;

/** Columns that stay visible before the problem on a line that is cut. */
const LEAD = 40;

/**
 * The line of a problem with the one before and after it and a caret at its column, each line without its
 * end; nothing for a problem of the file as a whole, or where there is no text.
 */
export function codeFrame(
  { position, line, column }: Pick<LocatedProblem, 'position' | 'line' | 'column'>,
  text: string | null,
): string[] {
  if (text === null || position.kind === 'file') return [];
  const { before, here, after } = linesAround(text, line);
  if (here === null) return [];
  const at = Math.min(Math.max(column - 1, 0), here.length);
  const start = firstShown(here, at);
  const gutter = String(line + 1).length;
  const row = (number: number, source: string | null, mark = ' ') =>
    source === null || source.trim() === ''
      ? []
      : [`${mark} ${String(number).padStart(gutter)} | ${shown(source, start)}`.trimEnd()];
  const indent = ' '.repeat(widthOf(visible(here.slice(start, at))) + (start > 0 ? 1 : 0));
  return [
    ...row(line - 1, before),
    `> ${String(line).padStart(gutter)} | ${shown(here, start)}`.trimEnd(),
    `  ${' '.repeat(gutter)} | ${indent}^`,
    ...row(line + 1, after),
  ];
}

/** A line and its neighbours, without splitting a text that may be large. */
function linesAround(text: string, line: number) {
  let start = 0;
  let previous = -1;
  for (let number = 1; number < line; number++) {
    const end = text.indexOf('\n', start);
    if (end < 0) return { before: null, here: null, after: null };
    previous = start;
    start = end + 1;
  }
  const end = endOf(text, start);
  return {
    before: previous < 0 ? null : text.slice(previous, start - 1),
    here: text.slice(start, end),
    after: end < text.length ? text.slice(end + 1, endOf(text, end + 1)) : null,
  };
}

function endOf(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** Offset of the first character that is shown: 0 unless the problem is far to the right. */
function firstShown(line: string, at: number): number {
  // Letters may be two columns wide, and tabs are, so half of them fits in any case.
  if (at <= WIDTH / 2 || widthOf(visible(line.slice(0, Math.min(at, 2 * WIDTH)))) < WIDTH - 8)
    return 0;
  const start = Math.max(0, at - LEAD);
  const isInside = /[\uDC00-\uDFFF]/.test(line[start] ?? '');
  return isInside ? start + 1 : start;
}

/** What of a line fits, with dots where it was cut. */
function shown(line: string, start: number): string {
  if (start > 0 && start >= line.length) return '…';
  // A picture may be made of many characters, so more is looked at than fits.
  const rest = visible(line.slice(start, start + 16 * WIDTH));
  let width = start > 0 ? 1 : 0;
  let out = start > 0 ? '…' : '';
  for (const { segment } of segments.segment(rest)) {
    width += widthOf(segment);
    if (width > WIDTH) return `${out}…`;
    out += segment;
  }
  return out;
}

/** Source as it may stand on a screen: tabs as two spaces, what cannot be seen or turns text around as a mark. */
const visible = (source: string): string =>
  source
    .replaceAll('\t', '  ')
    .replaceAll(/[\p{Cc}\u200b\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu, '\ufffd')
    .toWellFormed();

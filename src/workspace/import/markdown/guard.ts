import type { Listed } from '../../../domain/import/model.ts';

/** A text that the parser can be given, and for each of its lines the one that it was before. */
export interface GuardedText {
  readonly text: string;
  readonly lines: readonly number[];
  readonly listed: readonly Listed[];
}

const MARK = '(?:>|[-*+]|\\d{1,9}[.)])';

/** A line that opens twenty levels of quotes and lists, or one that stands as far in: no document does. */
const DEEP = new RegExp(
  `^(?:(?:[ \\t]{0,80}${MARK}(?=[ \\t>]|$)){20}|(?:[ ]{4}|\\t){20,}[ \\t]{0,80}${MARK}(?:[ \\t]|$))`,
);

/** A block of more marks than this in one paragraph is data, for which a parser needs minutes. */
const MAX_MARKS = 20_000;
const MARKS = /[*_~`\]]/g;

/** So many bare addresses in one paragraph are data as well. */
const MAX_ADDRESSES = 2000;
const ADDRESSES = /@\w|:\/\/|www\./g;

/** The parser's time grows with the square of references, as `&lt;`, and of what may be tags. */
const MAX_REFERENCES = 2000;
const REFERENCES = /<|&(?=#?\w{1,32};)/g;

/** A block that HTML begins: its tags are no text. */
const HTML =
  /^\s{0,3}<\/?(?:table|thead|tbody|tr|td|th|div|ul|ol|li|dl|p|details|section|center|pre|svg|h[1-6])\b/i;

/** The text with what is nested beyond all reading, or made of marks, put into code blocks. */
export function guard(text: string): GuardedText {
  const lines = text.split('\n');
  const wrong = chunksOf(lines).filter((chunk) => isWrong(lines.slice(chunk.from, chunk.to)));
  const out: string[] = [];
  const numbers: number[] = [];
  const listed: Listed[] = [];
  let at = 0;
  const add = (line: string, number: number) => {
    out.push(line);
    numbers.push(number);
  };
  for (const { from, to } of wrong) {
    for (; at < from; at++) add(lines[at] ?? '', at + 1);
    const source = lines.slice(from, to);
    const fence = fenceAround(source);
    for (const line of ['', fence]) add(line, from + 1);
    for (; at < to; at++) add(lines[at] ?? '', at + 1);
    for (const line of [fence, '']) add(line, to);
    listed.push({
      line: from + 1,
      kind: 'deep nesting',
      text: source.join('\n'),
      became:
        'Shown as code: it is nested too deep, or made of too many marks, to be read as text.',
    });
  }
  if (wrong.length === 0) return { text, lines: lines.map((_, index) => index + 1), listed };
  for (; at < lines.length; at++) add(lines[at] ?? '', at + 1);
  return { text: out.join('\n'), lines: numbers, listed };
}

interface Chunk {
  readonly from: number;
  readonly to: number;
}

/** Runs of lines between empty ones, outside fenced code. */
function chunksOf(lines: readonly string[]): Chunk[] {
  const chunks: Chunk[] = [];
  let from: number | null = null;
  let fence: string | null = null;
  const end = (to: number) => {
    if (from !== null) chunks.push({ from, to });
    from = null;
  };
  lines.forEach((line, index) => {
    if (fence !== null) {
      const start = line.trim();
      if (start.startsWith(fence) && /^(?:`+|~+)$/.test(start)) fence = null;
      return;
    }
    fence = /^[ \t]{0,40}(?:[-*+>][ \t]{1,4})?(`{3,}(?![^`]*`)|~{3,})/.exec(line)?.[1] ?? null;
    if (fence !== null || line.trim() === '') end(index);
    else from ??= index;
  });
  end(lines.length);
  return chunks;
}

function isWrong(lines: readonly string[]): boolean {
  if (lines.some((line) => DEEP.test(line))) return true;
  if (lines.reduce((sum, line) => sum + line.length, 0) < MAX_REFERENCES) return false;
  // Rows of a table are short, each for itself; a paragraph is one line to the parser.
  if (lines.every((line) => line.length < 2000 && /^\s*(?:\||[-*+]\s|\d+[.)]\s)/.test(line)))
    return false;
  if (countOf(MARKS, lines) > MAX_MARKS || countOf(ADDRESSES, lines) > MAX_ADDRESSES) return true;
  return !HTML.test(lines[0] ?? '') && countOf(REFERENCES, lines) > MAX_REFERENCES;
}

const countOf = (marks: RegExp, lines: readonly string[]): number =>
  lines.reduce((sum, line) => sum + (line.match(marks)?.length ?? 0), 0);

function fenceAround(lines: readonly string[]): string {
  let longest = 2;
  for (const line of lines)
    for (const run of line.match(/`{3,}/g) ?? []) longest = Math.max(longest, run.length);
  return '`'.repeat(longest + 1);
}

import type { RegionRule } from './family.ts';
import { columnsOf, isBlank, type Line } from './line.ts';

/** A run of lines that are read in one way; `end` is the first line behind it. */
export interface Segment {
  readonly kind: 'blank' | 'text' | 'code' | 'region' | 'quote' | 'item';
  readonly start: number;
  readonly end: number;
  /** Columns of an item's mark, behind which its text begins. */
  readonly width: number;
  readonly rule: RegionRule | null;
}

/** Parts the lines of one container into text and what must not be read as text, as CommonMark does. */
export function segmentsOf(
  lines: readonly Line[],
  rules: readonly RegionRule[],
  mdx: boolean,
): Segment[] {
  const segments: Segment[] = [];
  const unclosed = new Set<string>();
  let paragraph = false;
  let start = 0;
  while (start < lines.length) {
    const segment = segmentAt({ lines, start, paragraph, rules, mdx, unclosed });
    segments.push(segment);
    paragraph = segment.kind === 'text' && !HEADING.test(textAt(lines, start));
    start = segment.end;
  }
  return segments;
}

/** Whether a line begins a block of its own and so cannot go on with a paragraph above it. */
export const beginsBlock = (text: string): boolean => STARTS.test(text) || markOf(text) !== null;

/** The mark of a list item at the head of a line, and its columns up to the item's text. */
export function markOf(text: string): { readonly width: number; readonly length: number } | null {
  const found = MARK.exec(text);
  if (!found || RULE.test(text)) return null;
  const [mark, before = '', sign = '', space = ''] = found;
  const edge = before.length + sign.length;
  const rest = text.slice(mark.length);
  const columns = columnsOf(`${' '.repeat(edge % 4)}${space}`) - (edge % 4);
  if (rest === '' || columns > 4)
    return { width: edge + 1, length: edge + Math.min(1, space.length) };
  return { width: edge + columns, length: mark.length };
}

const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;
const HEADING = /^ {0,3}(?:#{1,6}(?:\s|$)|([-*_])[ \t]*(?:\1[ \t]*){2,}$)/;
const RULE = /^ {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$/;
const MARK = /^( {0,3})([-*+]|\d{1,9}[.)])([ \t]+|$)/;
/** The end of a shortcode that goes over several lines is no quote. */
const QUOTE = /^ {0,3}>(?!\}\})/;
const STARTS =
  /^\s{0,3}(?:#{1,6}\s|>|`{3}|~{3}|:::|!!!|\?\?\?|===|\{\{[<%]|\{%|<[/!A-Za-z]|\||([-*_])[ \t]*(?:\1[ \t]*){2,}$)/;

interface Place {
  readonly lines: readonly Line[];
  readonly start: number;
  readonly paragraph: boolean;
  readonly rules: readonly RegionRule[];
  /** Whether deep lines are no code, as in MDX. */
  readonly mdx: boolean;
  readonly unclosed: Set<string>;
}

function segmentAt(place: Place): Segment {
  const { lines, start, paragraph } = place;
  const given = textAt(lines, start);
  if (!/\S/.test(given)) return segment('blank', start, start + 1);
  const text = place.mdx ? given.trimStart() : given;
  if (columnsOf(text) >= 4) return segment(paragraph ? 'text' : 'code', start, start + 1);
  const fence = FENCE.exec(text)?.[1];
  if (fence) return segment('region', start, endOfFence(place, fence));
  const region = regionAt(place, text);
  if (region) return region;
  // Deep in a component's lines, lists and quotes are read as they are.
  if (columnsOf(given) >= 4) return segment('text', start, start + 1);
  if (QUOTE.test(text)) return segment('quote', start, endOfQuote(lines, start));
  const mark = markOf(text);
  if (mark && !(paragraph && !interrupts(text)))
    return { ...segment('item', start, endOfItem(lines, start, mark)), width: mark.width };
  return segment('text', start, start + 1);
}

const segment = (kind: Segment['kind'], start: number, end: number): Segment => ({
  kind,
  start,
  end,
  width: 0,
  rule: null,
});

const textAt = (lines: readonly Line[], index: number): string => lines[index]?.text ?? '';

/** In a paragraph only a list that begins with 1 begins, and never with an empty item. */
const interrupts = (text: string): boolean => /^ {0,3}(?:[-*+]|1[.)])[ \t]+\S/.test(text);

function endOfFence({ lines, start, mdx }: Place, fence: string): number {
  for (let index = start + 1; index < lines.length; index += 1) {
    const text = textAt(lines, index);
    if (closes(mdx ? text.trimStart() : text, fence)) return index + 1;
  }
  return lines.length;
}

function closes(text: string, fence: string): boolean {
  const found = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(text)?.[1];
  return found !== undefined && found[0] === fence[0] && found.length >= fence.length;
}

function regionAt({ lines, start, rules, unclosed }: Place, text: string): Segment | null {
  for (const rule of rules) {
    const opened = rule.open(text);
    if (!opened || unclosed.has(opened.closes.source)) continue;
    for (let index = opened.sameLine ? start : start + 1; index < lines.length; index += 1) {
      if (opened.closes.test(textAt(lines, index)))
        return { ...segment('region', start, index + 1), rule };
    }
    unclosed.add(opened.closes.source);
  }
  return null;
}

function endOfQuote(lines: readonly Line[], start: number): number {
  let fence: string | undefined;
  let index = start;
  for (; index < lines.length; index += 1) {
    const text = textAt(lines, index);
    if (!QUOTE.test(text)) {
      const above = textAt(lines, index - 1).replace(/^[\s>]+/, '');
      const goesOn = /\S/.test(text) && above !== '' && fence === undefined && !beginsBlock(text);
      if (!goesOn || QUOTE.test(textAt(lines, index - 1)) === false) break;
      continue;
    }
    fence = fenceAfter(text.replace(/^ {0,3}> ?/, ''), fence);
  }
  return index;
}

/** The fence that is open behind a line, given the one before it. */
function fenceAfter(text: string, open: string | undefined): string | undefined {
  if (open !== undefined) return closes(text, open) ? undefined : open;
  return FENCE.exec(text)?.[1];
}

function endOfItem(
  lines: readonly Line[],
  start: number,
  mark: { readonly width: number; readonly length: number },
): number {
  let fence = fenceAfter(textAt(lines, start).slice(mark.length), undefined);
  let end = start + 1;
  for (let index = start + 1; index < lines.length; index += 1) {
    const line = lines[index] as Line;
    if (isBlank(line)) continue;
    if (columnsOf(line.text) < mark.width) {
      const lazy = end === index && fence === undefined && !beginsBlock(line.text);
      if (!lazy || fenceEndsAt(textAt(lines, index - 1))) break;
    } else fence = fenceAfter(line.text.slice(mark.width), fence);
    end = index + 1;
  }
  return end;
}

const fenceEndsAt = (text: string): boolean => /^\s*(?:`{3,}|~{3,})[ \t]*$/.test(text);

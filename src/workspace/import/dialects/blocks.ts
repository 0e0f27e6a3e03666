import { append } from '../../../domain/import/lists.ts';
import type { BlockRule, Bound, Family, InlineRule, RegionRule, TagRule, Taken } from './family.ts';
import { translateText } from './inline.ts';
import { columnsOf, indent, type Line } from './line.ts';
import { closings, type Mark } from './pairs.ts';
import { beginsBlock, markOf, type Segment, segmentsOf } from './segments.ts';
import { splitTags } from './split.ts';
import type { State } from './state.ts';

/** The rules that apply to a text, in the order in which they are asked. */
export interface Rules {
  readonly regions: readonly RegionRule[];
  readonly blocks: readonly BlockRule[];
  readonly inlines: readonly InlineRule[];
  readonly tags: readonly TagRule[];
  readonly markOf: (text: string) => Mark | null;
}

/** Containers inside containers that are read; deeper ones stay as they are. */
const DEEPEST = 24;

/** Translates the lines of one container, and of what it contains. */
export function translateLines(
  given: readonly Line[],
  rules: Rules,
  state: State,
  depth = 0,
): Line[] {
  if (depth > DEEPEST) return [...given];
  const lines = splitTags(given, segmentsOf(given, rules.regions, state.mdx), rules.tags);
  const segments = segmentsOf(lines, rules.regions, state.mdx);
  const closing = closings(lines, segments, rules.markOf);
  const starts = new Map(segments.map((segment) => [segment.start, segment]));
  const inside = (inner: readonly Line[]) => translateLines(inner, rules, state, depth + 1);
  const out: Line[] = [];
  let text: Line[] = [];
  let html = false;
  const flush = () => {
    for (const chunk of chunksOf(text)) append(out, translateText(chunk, rules.inlines, state));
    text = [];
  };
  for (let index = 0; index < lines.length; ) {
    const segment = starts.get(index);
    html =
      segment?.kind === 'text' &&
      (html || (text.length === 0 && HTML.test(lines[index]?.text ?? '')));
    const cursor = { lines, index, state, inside, html, closing: closing.get(index) ?? -1 };
    const taken = segment ? takenAt(segment, cursor, rules) : asItIs(lines, index, index + 1);
    if (taken === null) text.push(lines[index] as Line);
    else {
      flush();
      append(out, taken.lines);
    }
    index = taken?.next ?? index + 1;
  }
  flush();
  return out;
}

const HTML = /^ {0,3}<[/A-Za-z]/;

type At = Parameters<BlockRule['at']>[0];

/** What becomes of a segment; null where it is running text. */
function takenAt(segment: Segment, cursor: At, rules: Rules): Taken | null {
  const { lines, index, state } = cursor;
  const { kind, rule, end } = segment;
  if (kind === 'region') {
    const region = lines.slice(index, end);
    const made = rule?.make?.(region, state);
    return { lines: made ? indent(made, edge(cursor)) : region, next: end };
  }
  if (kind === 'blank' || (kind === 'code' && cursor.closing < 0)) return asItIs(lines, index, end);
  const construct = constructAt(cursor, rules);
  if (construct) return construct;
  if (kind === 'quote') return quoteAt(segment, cursor);
  if (kind === 'item') return itemAt(segment, cursor);
  return null;
}

const asItIs = (lines: readonly Line[], start: number, next: number): Taken => ({
  lines: lines.slice(start, next),
  next,
});

const edge = ({ lines, index }: At): number => {
  const columns = columnsOf(lines[index]?.text ?? '');
  return columns < 4 ? columns : 0;
};

function constructAt(cursor: At, rules: Rules): Taken | null {
  for (const rule of rules.blocks) {
    const taken = rule.at(cursor);
    if (taken) return { lines: indent(taken.lines, edge(cursor)), next: taken.next };
  }
  return null;
}

function quoteAt({ start, end }: Segment, { lines, inside }: At): Taken {
  const inner = lines
    .slice(start, end)
    .map(({ text, from }) => ({ text: text.replace(/^ {0,3}> ?/, ''), from }));
  const quoted = inside(inner).map(({ text, from }) => ({
    text: text === '' ? '>' : `> ${text}`,
    from,
  }));
  return { lines: quoted, next: end };
}

function itemAt({ start, end, width }: Segment, { lines, inside }: At): Taken {
  const [first = { text: '', from: 1 }, ...below] = lines.slice(start, end);
  const length = markOf(first.text)?.length ?? 0;
  const mark = first.text.slice(0, length);
  const inner = inside([
    { text: first.text.slice(length), from: first.from },
    ...below.map(({ text, from }) => ({ text: cut(text, width), from })),
  ]);
  // What is left of a construct at its head; one that is empty in the source stays so, as it ends at once.
  const isEmpty = first.text.slice(length).trim() === '';
  while (!isEmpty && inner.length > 1 && inner[0]?.text === '') inner.shift();
  const [head = first, ...rest] = inner;
  // What was left out at its head must not widen the mark: the lines below would fall out of the item.
  const isIndented = /^\s/.test(first.text.slice(length));
  return {
    lines: [
      { text: mark + (isIndented ? head.text : head.text.trimStart()), from: head.from },
      ...indent(rest, width),
    ],
    next: end,
  };
}

const cut = (text: string, width: number): string => {
  let columns = 0;
  let index = 0;
  while (index < text.length && columns < width && /[ \t]/.test(text[index] ?? '')) {
    columns += text[index] === '\t' ? 4 - (columns % 4) : 1;
    index += 1;
  }
  return ' '.repeat(Math.max(0, columns - width)) + text.slice(index);
};

/** Running text in pieces over whose edges no code span goes. */
function* chunksOf(lines: readonly Line[]): Generator<Line[]> {
  let chunk: Line[] = [];
  for (const line of lines) {
    if (chunk.length > 0 && (beginsBlock(line.text) || /^\s*#/.test(chunk[0]?.text ?? ''))) {
      yield chunk;
      chunk = [];
    }
    chunk.push(line);
  }
  if (chunk.length > 0) yield chunk;
}

/** The rules of families, those that a text has no use for left out. */
export function rulesOf(
  families: readonly Family[],
  isUsed: (rule: Bound) => boolean,
  markOf: Rules['markOf'],
): Rules {
  return {
    regions: families.flatMap(({ regions = [] }) => regions.filter(isUsed)),
    blocks: families.flatMap(({ blocks = [] }) => blocks.filter(isUsed)),
    inlines: families.flatMap(({ inlines = [] }) => inlines.filter(isUsed)),
    tags: families.flatMap(({ tags = [] }) => tags.filter(isUsed)),
    markOf,
  };
}

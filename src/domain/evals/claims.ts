import { toString as textOf } from 'mdast-util-to-string';
import type { MdastNode } from 'satteri';
import { visit } from 'unist-util-visit';
import { pointOf } from '../components/nodes.ts';
import type { SourcePoint } from '../problems/problem.ts';
import type { SliceChange } from './comparison.ts';
import type { Decision, SliceDecision } from './decision.ts';
import { percent } from './gate.ts';

/** Something that a report says of a decision and the data do not. */
export interface FalseClaim extends SourcePoint {
  /** What it says, and where, such as `Coverage, Threshold: 70 %`. */
  readonly said: string;
  /** What the data say. */
  readonly computed: string;
}

/** What a report may be held against. */
export interface Computed {
  readonly decision: Decision;
  /** Changes against the run that it is compared with; null where there is none. */
  readonly changes: readonly SliceChange[] | null;
}

/** Everything in a report's text that differs from the computed decision. */
export function falseClaims(tree: MdastNode, computed: Computed): FalseClaim[] {
  const found: FalseClaim[] = [];
  visit(tree, (node) => {
    if (node.type === 'table') found.push(...claimsOfTable(node, computed));
  });
  for (const node of sectionOf(tree, 'Gate decision')) {
    if (node.type !== 'table')
      found.push(...claimsOfWords(textOf(node), computed.decision, pointOf(node)));
  }
  return found;
}

/** The blocks below a heading of depth 2. */
function sectionOf(tree: MdastNode, title: string): MdastNode[] {
  const children = 'children' in tree ? (tree.children as MdastNode[]) : [];
  const isHeading = (node: MdastNode) => node.type === 'heading' && node.depth <= 2;
  const start = children.findIndex((node) => isHeading(node) && textOf(node).trim() === title);
  if (start < 0) return [];
  const rest = children.slice(start + 1);
  const end = rest.findIndex(isHeading);
  return end < 0 ? rest : rest.slice(0, end);
}

type TableNode = Extract<MdastNode, { type: 'table' }>;

function claimsOfTable(table: TableNode, computed: Computed): FalseClaim[] {
  const [head, ...rows] = table.children.map((row) => ({
    at: pointOf(row),
    cells: row.children.map((cell) => textOf(cell).trim()),
  }));
  const columns = (head?.cells ?? []).map((name) => name.toLowerCase());
  const { slices } = computed.decision;
  const sliceOf = (name = '') =>
    slices.find(({ line, title }) => sameWords(title, name) || sameWords(line.slice, name));
  const tellsOfSlices =
    columns.some((name) => /^(?:lower|upper) bound$/.test(name)) ||
    (columns.includes('threshold') && rows.some(({ cells }) => sliceOf(cells[0])));
  if (!head || !tellsOfSlices) return [];
  const shown = new Set<SliceDecision>();
  const found: FalseClaim[] = [];
  for (const { at, cells } of rows) {
    const name = cells[0] ?? '';
    const slice = sliceOf(name);
    if (slice === undefined) {
      found.push({ ...at, said: name, computed: 'the gate has no such slice' });
      continue;
    }
    shown.add(slice);
    const change = computed.changes?.find(({ now }) => now === slice) ?? null;
    columns.forEach((column, place) => {
      const cell = cells[place] ?? '';
      const truth = cell === '' || place === 0 ? null : truthOf(column, cell, slice, change);
      if (truth !== null)
        found.push({ ...at, said: `${name}, ${head.cells[place]}: ${cell}`, computed: truth });
    });
  }
  const left = slices.filter((slice) => !shown.has(slice)).map(({ title }) => title);
  if (left.length > 0)
    found.push({
      ...head.at,
      said: 'a table of slices',
      computed: `it leaves out ${left.join(', ')}`,
    });
  return found;
}

const sameWords = (one: string, other: string): boolean =>
  one.toLowerCase() === other.toLowerCase();

/** What should stand in a cell instead; null where it is right or says nothing that can be held against data. */
function truthOf(
  column: string,
  cell: string,
  { hits, n, rate, bound, line, met }: SliceDecision,
  change: SliceChange | null,
): string | null {
  if (/^(?:right|hits|count|found)$/.test(column)) return counted(cell, hits);
  if (/^(?:n|cases)$/.test(column)) return counted(cell, n);
  if (/^(?:share|rate)$/.test(column)) return share(cell, rate);
  if (column === 'lower bound')
    return line.upper_bound_at_most === undefined
      ? share(cell, bound)
      : 'the gate asks for an upper bound';
  if (column === 'upper bound')
    return line.upper_bound_at_most === undefined
      ? 'the gate asks for no upper bound'
      : share(cell, bound);
  if (column === 'threshold') {
    const most = line.count_at_most;
    return most === undefined
      ? share(cell, line.lower_bound_at_least ?? line.upper_bound_at_most ?? null)
      : counted(cell, most);
  }
  if (column === 'change' && change) return counted(cell, change.hits);
  const yes = /^(?:met|holds?|pass(?:ed|es)?|yes)$/i.test(cell);
  const no = /^(?:miss(?:ed|es)?|not met|fail(?:ed|s)?|no)$/i.test(cell);
  if (!(yes || no) || met === null || yes === met) return null;
  return met ? 'met' : 'missed';
}

function counted(cell: string, value: number): string | null {
  const number = /^[+\u2212-]?\d+(?= |$)/.exec(cell)?.[0].replace('\u2212', '-');
  return number !== undefined && Number(number) === value ? null : String(value);
}

/** A percentage may be rounded to as many digits as the cell has. */
function share(cell: string, value: number | null): string | null {
  const number = /^(\d+(?:\.(\d+))?)\s?%$/.exec(cell);
  if (value === null) return 'nothing, as it has none';
  const digits = number?.[2]?.length ?? 0;
  return number && Math.abs(Number(number[1]) - value * 100) <= 0.5 * 10 ** -digits + 1e-9
    ? null
    : percent(value);
}

const numbers = 'none one two three four five six seven eight nine ten eleven twelve'.split(' ');

const numberIn = (word: string): number | null => {
  const at = numbers.indexOf(word.toLowerCase());
  if (at >= 0) return at;
  return /^\d+$/.test(word) ? Number(word) : null;
};

const LINES = '(?:lines?|slices?|bounds?|thresholds?)';
const HOLD = '(?:hold|holds|held|met|meets?|pass|passes|passed)';
const MISS = '(?:miss|misses|missed|fail|fails|failed)';
const ALL_HOLD = new RegExp(
  `(?<!\\bnot )\\b(?:all|every)\\b(?: \\w+){0,2} ${LINES}\\b(?![^.]*\\b(?:but|except)\\b)[^.]{0,60}?\\b${HOLD}\\b`,
  'i',
);
const SOME = new RegExp(
  `\\b(\\w+) of (?:the )?(?:\\w+ )?${LINES}\\b[^.]{0,40}?\\b(${HOLD}|${MISS})\\b`,
  'i',
);
const STATED =
  /\b(?:gate|decision)\s*(?::|is|was|has been)\s*(not met|not passed|met|passed|pass|missed|failed|fail)\b/i;

/** What sentences say of the whole, in the few forms that people write. */
export function claimsOfWords(
  text: string,
  { state, slices }: Decision,
  at: SourcePoint,
): FalseClaim[] {
  const missed = slices.filter(({ met }) => met !== true).length;
  const truth =
    missed === 0
      ? 'met, all lines hold'
      : `missed: ${missed} of ${slices.length} lines do not hold`;
  const said: string[] = [];
  const all = ALL_HOLD.exec(text);
  if (all && state !== 'met') said.push(all[0]);
  const [some, word = '', verb = ''] = SOME.exec(text) ?? [];
  const count = numberIn(word);
  const wanted = new RegExp(`^${MISS}$`, 'i').test(verb) ? missed : slices.length - missed;
  if (some && count !== null && count !== wanted) said.push(some);
  const [stated, verdict = ''] = STATED.exec(text) ?? [];
  if (stated && /^(?:met|pass)/i.test(verdict) !== (state === 'met')) said.push(stated);
  return said.map((words) => ({ ...at, said: words, computed: truth }));
}

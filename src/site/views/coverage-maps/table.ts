import type { Entry } from '../../../domain/graph/corpus.ts';
import type { StandardContext } from '../../../domain/standard/rule.ts';
import type { LocatedReadiness } from '../../../workspace/judge.ts';
import { type RuleLink, ruleLink } from '../readiness/findings.ts';
import type { Value } from '../values.ts';
import { linkTo } from '../values.ts';
import type { Tone } from '../words.ts';

/** What each thing of one sort has and lacks: words with marks, never colour alone. */
export interface CoverageTable {
  readonly id: string;
  readonly title: string;
  /** One sentence on how to read it. */
  readonly about: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly head: Value; readonly cells: readonly (Value | null)[] }[];
  /** What is lacking, by column; only columns where something is. */
  readonly gaps: readonly string[];
  /** Said where there is no row. */
  readonly empty: string;
}

/** The rules of a family that find something, now or at a later gate. */
export const openRules = (family: string, readiness: LocatedReadiness | null): RuleLink[] =>
  (readiness?.rules ?? [])
    .filter(({ rule, findings }) => rule.id.startsWith(`${family}-`) && findings.some(isOpen))
    .map(({ rule }) => ruleLink(rule));

const isOpen = ({ waiver }: { readonly waiver: unknown }): boolean => waiver === null;

/** What coverage is read from. */
export type Book = StandardContext;

/** One column: its label, what stands in it, and what a gap in it is called. */
export interface Column {
  readonly label: string;
  readonly lacks?: string;
  readonly cell: (entry: Entry, book: Book) => Value | null;
}

/** A table with a row for each entry. */
export function coverageOf(
  names: Pick<CoverageTable, 'id' | 'title' | 'about' | 'empty'>,
  first: string,
  entries: readonly Entry[],
  columns: readonly Column[],
  book: Book,
): CoverageTable {
  const rows = entries.map((entry) => ({
    head: linkTo(entry),
    cells: columns.map(({ cell }) => cell(entry, book)),
  }));
  return {
    ...names,
    columns: [first, ...columns.map(({ label }) => label)],
    rows,
    gaps: columns.flatMap(({ lacks }, index) => {
      const count = rows.filter(({ cells }) => isBad(cells[index] ?? null)).length;
      return lacks === undefined || count === 0 ? [] : [`${count} ${lacks}`];
    }),
  };
}

/** Whether a cell, or a part of it, is marked as lacking. */
export const isBad = (value: Value | null): boolean =>
  value !== null &&
  ((value.kind === 'status' && value.tone === 'bad') ||
    ((value.kind === 'run' || value.kind === 'list') && value.items.some(isBad)));

export const mark = (text: string, tone: Tone): Value => ({ kind: 'status', text, tone });

/** A mark with words or a link behind it. */
export const marked = (text: string, tone: Tone, ...behind: readonly Value[]): Value => ({
  kind: 'run',
  items: [
    mark(text, tone),
    ...behind.flatMap((item): Value[] => [{ kind: 'text', text: ' ' }, item]),
  ],
});

/** The entries that are in use or being built. */
export const inUse = ({ data }: Entry): boolean => data['status'] !== 'retired';

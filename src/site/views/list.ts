import { compareText } from '../../domain/problems/problem.ts';
import type { Value } from './values.ts';

/** A table that can be filtered and sorted in the browser, and is a plain table without it. */
export interface ListView {
  /** What its region is called. */
  readonly title: string;
  /** The header of the first column, which holds the links. */
  readonly first: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

export interface Column {
  readonly label: string;
  /** Values to narrow the table by; empty where they are too many to choose from. */
  readonly choices: readonly string[];
  /** They are words of a state, which the page begins with a capital; names stay as they are. */
  readonly states: boolean;
}

export interface Row {
  readonly href: string;
  readonly title: string;
  readonly summary: string | null;
  readonly cells: readonly (Value | null)[];
}

/** More values than these are searched for, not chosen from. */
export const MAX_CHOICES = 15;

/** A list with the choices that its rows offer. */
export const listView = (
  title: string,
  first: string,
  labels: readonly string[],
  rows: readonly Row[],
): ListView => ({
  title,
  first,
  columns: labels.map((label, index) => ({
    label,
    choices: choicesOf(rows, index),
    states: areStates(rows, index),
  })),
  rows,
});

const areStates = (rows: readonly Row[], index: number): boolean =>
  rows.every(({ cells }) => (cells[index] ?? null) === null || cells[index]?.kind === 'status');

function choicesOf(rows: readonly Row[], index: number): string[] {
  const words = new Set(rows.flatMap((row) => wordsOf(row.cells[index] ?? null)));
  return words.size > 1 && words.size <= MAX_CHOICES
    ? [...words].sort((a, b) => compareText(a.toLowerCase(), b.toLowerCase()))
    : [];
}

/** The words of a cell, one for each item of a list. Dates and telephone numbers are left to sorting and search. */
function wordsOf(value: Value | null): string[] {
  if (value === null || value.kind === 'date') return [];
  if (value.kind === 'link' && value.href.startsWith('tel:')) return [];
  if (value.kind === 'list') return value.items.flatMap(wordsOf);
  return 'text' in value ? [value.text] : [];
}

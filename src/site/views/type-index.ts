import type { TypeDefinition } from '../../domain/documents/define.ts';
import { addressOf } from '../../domain/graph/addresses.ts';
import { type Entry, summaryOf } from '../../domain/graph/corpus.ts';
import { fieldSchema } from '../../domain/graph/relations.ts';
import type { Handbook } from '../handbook.ts';
import { type ByType, breadcrumbsOf, type Group, sidebarOf } from './navigation.ts';
import { shownValue, type Value } from './values.ts';
import { labelOf, nameOf } from './words.ts';

/** The page that lists all documents of a type. */
export interface TypeIndexView {
  readonly title: string;
  readonly purpose: string;
  readonly name: string;
  readonly breadcrumbs: readonly { readonly label: string; readonly href: string | null }[];
  readonly sidebar: readonly Group[];
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

export interface Column {
  readonly label: string;
  /** Values to narrow the table by; empty where they are too many to choose from. */
  readonly choices: readonly string[];
}

export interface Row {
  readonly href: string;
  readonly title: string;
  readonly summary: string | null;
  readonly cells: readonly (Value | null)[];
}

/** More values than these are searched for, not chosen from. */
const MAX_CHOICES = 15;

/** The view of a type's index page. */
export function typeIndexView(
  type: TypeDefinition,
  handbook: Handbook,
  byType: ByType,
): TypeIndexView {
  const entries = byType.get(type.name) ?? [];
  const rows = entries.map((entry) => rowOf(entry, handbook));
  return {
    title: type.plural,
    purpose: type.purpose,
    name: type.name,
    breadcrumbs: breadcrumbsOf(type, null),
    sidebar: sidebarOf(type, null, byType),
    columns: type.columns.map((field, index) => ({
      label: labelOf(field),
      choices: choicesOf(rows, index),
    })),
    rows,
  };
}

function rowOf(entry: Entry, { corpus }: Handbook): Row {
  const properties = fieldSchema(entry.type).properties ?? {};
  return {
    href: addressOf(entry),
    title: nameOf(entry),
    summary: summaryOf(entry),
    cells: entry.type.columns.map((field) =>
      shownValue(entry.data[field], properties[field] ?? {}, entry, corpus, field),
    ),
  };
}

function choicesOf(rows: readonly Row[], index: number): string[] {
  const words = new Set(rows.flatMap((row) => wordsOf(row.cells[index] ?? null)));
  return words.size > 1 && words.size <= MAX_CHOICES ? [...words].sort() : [];
}

/** The words of a cell, one for each item of a list. Dates are left to sorting. */
function wordsOf(value: Value | null): string[] {
  if (value === null || value.kind === 'date') return [];
  if (value.kind === 'list') return value.items.flatMap(wordsOf);
  return 'text' in value ? [value.text] : [];
}

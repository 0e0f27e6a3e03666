import type { TypeDefinition } from '../../domain/documents/define.ts';
import { addressOf } from '../../domain/graph/addresses.ts';
import { type Entry, folderOf, slugOf, summaryOf } from '../../domain/graph/corpus.ts';
import { fieldSchema } from '../../domain/graph/relations.ts';
import { fileText } from '../assets.ts';
import type { Handbook } from '../handbook.ts';
import { alertList, symptomList } from './alerts.ts';
import { evaluations, gateWord } from './evaluations.ts';
import { type ListView, listView, MAX_CHOICES, type Row } from './list.ts';
import { type ByType, breadcrumbsOf, type Group, sectionsShown, sidebarOf } from './navigation.ts';
import { type Roles, rolesOf } from './onboarding/roles.ts';
import { inPages } from './pages.ts';
import { shownValue } from './values.ts';
import { labelOf, nameOf } from './words.ts';

/** The page that lists all documents of a type. */
export interface TypeIndexView {
  readonly title: string;
  readonly purpose: string;
  readonly name: string;
  readonly breadcrumbs: readonly { readonly label: string; readonly href: string | null }[];
  readonly sidebar: readonly Group[];
  readonly list: ListView;
  /** Which page of the list it is, from 1, and what stands on it where there are several. */
  readonly page: number;
  readonly pages: number;
  readonly span: string | null;
  /** A second list of the page, under a heading of its own. */
  readonly second: (ListView & { readonly id: string }) | null;
  /** On the page of onboarding paths: the roles that a newcomer chooses from. */
  readonly roles: Roles | null;
}

/** The views of a type's index: one page, or as many as its list needs. */
export function typeIndexViews(
  type: TypeDefinition,
  handbook: Handbook,
  byType: ByType,
): TypeIndexView[] {
  const whole = typeIndexView(type, handbook, byType);
  const lists = inPages(whole.list.rows);
  const seconds = inPages(whole.second?.rows ?? []);
  const pages = Math.max(lists.length, seconds.length);
  if (pages === 1) return [whole];
  return Array.from({ length: pages }, (_, at): TypeIndexView => {
    const rows = lists[at] ?? [];
    return {
      ...whole,
      list: { ...whole.list, rows },
      page: at + 1,
      pages,
      span: rows.length > 0 ? `${rows[0]?.title} to ${rows.at(-1)?.title}` : null,
      second: whole.second && { ...whole.second, rows: seconds[at] ?? [] },
    };
  });
}

/** The whole index of a type. */
export function typeIndexView(
  type: TypeDefinition,
  handbook: Handbook,
  byType: ByType,
): TypeIndexView {
  const entries = byType.get(type.name) ?? [];
  const isAlert = type.name === 'alert';
  return {
    title: type.plural,
    purpose: type.purpose,
    name: type.name,
    // In a copy without a document of its section the home page has no place for it.
    breadcrumbs: breadcrumbsOf(type, null).map((one, index) =>
      index === 0 && !sectionsShown(handbook).has(type.section) ? { ...one, href: null } : one,
    ),
    sidebar: sidebarOf(type, null, byType),
    list: isAlert
      ? alertList(entries, handbook)
      : (type.name === 'eval-report' ? evaluationList : plainList)(type, entries, handbook),
    page: 1,
    pages: 1,
    span: null,
    second: isAlert ? symptomList(byType.get('runbook') ?? [], handbook) : null,
    roles: type.name === 'onboarding-path' ? rolesOf(entries, handbook.corpus) : null,
  };
}

function plainList(type: TypeDefinition, entries: readonly Entry[], handbook: Handbook): ListView {
  const labels = columnsOf(type).map(labelOf);
  const rows = toldApart(
    entries,
    entries.map((entry) => rowOf(entry, handbook)),
  );
  const folders = entries.map(foldersOf(entries));
  if (folders.every((folder) => folder === '')) return listView(type.plural, 'Title', labels, rows);
  const placed = rows.map(({ cells, ...row }, index) => {
    const text = folders[index] ?? '';
    return { ...row, cells: [text === '' ? null : ({ kind: 'text', text } as const), ...cells] };
  });
  return listView(type.plural, 'Title', ['Folder', ...labels], placed);
}

/** Rows of one title with the addresses of their documents: files of a wiki are often called the same. */
function toldApart(entries: readonly Entry[], rows: readonly Row[]): Row[] {
  const titles = Map.groupBy(rows, ({ title }) => title);
  return rows.map((row, index) => {
    const entry = entries[index];
    if (entry === undefined || (titles.get(row.title) ?? []).length === 1) return row;
    return { ...row, title: `${row.title} (${slugOf(entry)})` };
  });
}

/** The folder of an entry as a list is narrowed by it: where they are too many to choose from, its first part. */
function foldersOf(entries: readonly Entry[]): (entry: Entry) => string {
  const isMany = new Set(entries.map(folderOf)).size > MAX_CHOICES;
  return (entry) => (isMany ? (folderOf(entry).split('/')[0] ?? '') : folderOf(entry));
}

/** Eval reports with how each one came out, computed from its results. */
function evaluationList(
  type: TypeDefinition,
  entries: readonly Entry[],
  handbook: Handbook,
): ListView {
  const files = { corpus: handbook.corpus, fileText: (path: string) => fileText(handbook, path) };
  const runs = new Map(evaluations(files).map((run) => [run.entry, run]));
  const rows = entries.map((entry) => {
    const { cells, ...row } = rowOf(entry, handbook);
    const mark = gateWord(runs.get(entry));
    return { ...row, cells: [mark ? ({ kind: 'status', ...mark } as const) : null, ...cells] };
  });
  return listView(type.plural, 'Title', ['Gate', ...columnsOf(type).map(labelOf)], rows);
}

/** The columns of a type; the summary stands below the title already. */
const columnsOf = ({ columns, summaryField }: TypeDefinition): string[] =>
  columns.filter((field) => field !== summaryField);

function rowOf(entry: Entry, { corpus }: Handbook): Row {
  const properties = fieldSchema(entry.type).properties ?? {};
  return {
    href: addressOf(entry),
    title: nameOf(entry),
    summary: summaryOf(entry),
    cells: columnsOf(entry.type).map((field) =>
      shownValue(entry.data[field], properties[field] ?? {}, entry, corpus, field),
    ),
  };
}

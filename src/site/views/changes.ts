import { createHash } from 'node:crypto';
import { addressOf } from '../../domain/graph/addresses.ts';
import type { Entry } from '../../domain/graph/corpus.ts';
import { mention } from '../../domain/graph/graph.ts';
import type { Difference } from '../../domain/news/difference.ts';
import { type NewsItem, type NewsKind, newsOf } from '../../domain/news/news.ts';
import { compareText } from '../../domain/problems/problem.ts';
import type { Handbook } from '../handbook.ts';
import { counted } from './days.ts';
import { dayOf, labelOf, nameOf, type Tone } from './words.ts';

/** What changed in the handbook, newest day first. */
export interface ChangesView {
  /** Why nothing is told; null where something is. */
  readonly empty: { readonly what: string; readonly why: string } | null;
  /** Since when changes are known, where all that is known is one day; null where there is more. */
  readonly begun: { readonly text: string; readonly before: BeforeLink | null } | null;
  /** Which days are told, and what is not among them. */
  readonly bounds: string | null;
  readonly types: readonly Option[];
  readonly systems: readonly Option[];
  readonly days: readonly Day[];
  /** The earliest and the latest day that a reader may choose. */
  readonly from: string | null;
  readonly to: string | null;
}

/** What tells of the time before the history. */
interface BeforeLink {
  readonly href: string;
  readonly text: string;
}

/** A value to narrow the list by, and how many changes it leaves. */
interface Option {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

interface Day {
  readonly iso: string;
  readonly text: string;
  readonly rows: readonly ChangeRow[];
  /** What the handbook began with, where it began on this day. */
  readonly first: readonly ChangeRow[];
}

export interface ChangeRow {
  /** Another one when the document changes again. */
  readonly key: string;
  /** Moment of the commit, ISO. */
  readonly at: string;
  readonly kind: string;
  readonly tone: Tone;
  /** Null for what is gone. */
  readonly href: string | null;
  readonly title: string;
  readonly type: Named;
  readonly systems: readonly Named[];
  /** Type and systems in words, without the document itself. */
  readonly about: string;
  /** What changed in it, as sentences; empty where nothing can be told. */
  readonly told: string;
}

interface Named {
  readonly value: string;
  readonly label: string;
}

type Book = Pick<Handbook, 'graph' | 'standard' | 'audience' | 'corpus'>;

/** The view of what changed, from git as far as it can tell. */
export function changesView(book: Book): ChangesView {
  const { standard, audience, graph } = book;
  const news = standard && newsOf(standard, audience?.name ?? null);
  if (!news || news.items.length === 0)
    return { ...NOTHING, empty: emptyOf(news?.state ?? 'none') };
  const rows = news.items.map((item) => rowOf(item, graph));
  const isFirst = (at: number) =>
    news.items[at]?.kind === 'new' && news.items[at]?.on === news.begins;
  const numbered = rows.map((row, at) => ({
    row,
    on: news.items[at]?.on ?? '',
    first: isFirst(at),
  }));
  const days = Map.groupBy(numbered, ({ on }) => on);
  return {
    empty: null,
    begun: begunOf(news, rows.length, book),
    bounds: boundsOf(news),
    types: optionsOf(rows.map(({ type }) => [type])),
    systems: optionsOf(rows.map(({ systems }) => systems)),
    days: [...days].map(([iso, all]) => ({
      iso,
      text: dayOf(iso),
      rows: all.filter(({ first }) => !first).map(({ row }) => row),
      first: all.filter(({ first }) => first).map(({ row }) => row),
    })),
    from: news.from,
    to: news.to,
  };
}

type News = ReturnType<typeof newsOf>;

const NOTHING: Omit<ChangesView, 'empty'> = {
  ...{ begun: null, bounds: null, from: null, to: null },
  ...{ types: [], systems: [], days: [] },
};

const emptyOf = (state: News['state']): NonNullable<ChangesView['empty']> =>
  ({
    none: {
      what: 'There is no history to read.',
      why: 'What changed is told by git, and this copy was built from a folder without a commit. Keep the handbook in a git repository, commit, and build again.',
    },
    shallow: {
      what: 'The history was cut off before this build.',
      why: 'It was built from a clone with the newest commits only, so nothing can be compared with what was there before. Clone with the whole history: fetch-depth 0 in a workflow, git fetch --unshallow in a clone.',
    },
    full: {
      what: 'Nothing has changed that this copy holds.',
      why: 'A document appears here on the day it is committed, and again each day it is changed.',
    },
  })[state];

/** Nothing can have changed on the day on which everything came. */
function begunOf(news: News, count: number, { corpus }: Book): ChangesView['begun'] {
  const { begins, items } = news;
  if (begins === null || items.some(({ kind, on }) => kind !== 'new' || on !== begins)) return null;
  const weeks = corpus.entries.filter(({ type }) => type.name === 'weekly-summary');
  const [week] = weeks;
  const text = `Changes are known since ${dayOf(begins)}: on that day the history of this handbook begins, with ${counted(count, 'document')}. Nothing has changed since.`;
  const before = { text: counted(weeks.length, 'weekly summary', 'weekly summaries') };
  return { text, before: week ? { ...before, href: `/${week.type.folder}/` } : null };
}

function boundsOf({ state, from, to, items, left }: News): string {
  const days =
    from === to
      ? `On ${dayOf(to ?? '')}, a day in UTC.`
      : `From ${dayOf(from ?? '')} to ${dayOf(to ?? '')}, days in UTC.`;
  const cut =
    left > 0
      ? ` The newest ${items.length} changes; ${left} older ones of these days are not shown.`
      : '';
  const shallow =
    state === 'shallow'
      ? ' Built from a clone without the whole history: what came before is not known.'
      : '';
  return days + cut + shallow;
}

const kinds: Readonly<Record<NewsKind, readonly [word: string, tone: Tone]>> = {
  new: ['New', 'good'],
  changed: ['Changed', 'quiet'],
  renamed: ['Renamed', 'quiet'],
  reviewed: ['Reviewed', 'good'],
  superseded: ['Superseded', 'attention'],
  retired: ['Retired', 'attention'],
  removed: ['Removed', 'bad'],
};

function rowOf(item: NewsItem, graph: Handbook['graph']): ChangeRow {
  const { entry, type, title, path, commit, at } = item;
  const [kind, tone] = kinds[item.kind];
  const systems = entry ? systemsOf(entry, graph) : [];
  const others = systems.filter(({ value }) => value !== (type.name === 'system' && slugOf(entry)));
  return {
    key: createHash('sha256').update(`${path}\n${commit}`).digest('hex').slice(0, 10),
    ...{ at, kind, tone },
    href: entry && addressOf(entry),
    title: entry ? nameOf(entry) : (title ?? `A ${type.label.toLowerCase()} without a title`),
    type: { value: type.folder || type.name, label: type.label },
    systems,
    about: [type.label, ...others.map(({ label }) => label)].join(' · '),
    told: toldOf(item),
  };
}

/** The systems that a document names in its fields, and a system itself. */
function systemsOf(entry: Entry, graph: Handbook['graph']): Named[] {
  const named = graph
    .outgoing(entry)
    .filter(({ relation, to }) => relation.label !== mention.label && to.type.name === 'system')
    .map(({ to }) => to);
  const all = entry.type.name === 'system' ? [entry, ...named] : named;
  return [...new Set(all)].map((system) => ({
    value: slugOf(system),
    label: nameOf(system),
  }));
}

const slugOf = (entry: Entry | null): string => entry?.id.slice(entry.type.folder.length + 1) ?? '';

function toldOf({ difference, moved, kind }: NewsItem): string {
  const parts = difference ? partsOf(difference, kind) : [];
  const told = moved ? ['It has a new address; the old one leads to it', ...parts] : parts;
  return told.map((part) => `${part}.`).join(' ');
}

/** Most names in a sentence; the rest is counted. */
const MOST = 4;

function partsOf(difference: Difference, kind: NewsKind): string[] {
  const { status, titled, reviewed, fields, added, changed, removed, opening } = difference;
  return [
    status?.to ? `Now ${status.to}${status.from ? `, before ${status.from}` : ''}` : '',
    titled ? 'It has a new title' : '',
    reviewed && kind !== 'reviewed' ? 'Reviewed' : '',
    listed('New section', 'New sections', added),
    listed('Changed', 'Changed', [
      ...(opening ? ['the text before the first section'] : []),
      ...changed,
    ]),
    removed > 0 ? `${removed} ${removed === 1 ? 'section' : 'sections'} taken out` : '',
    listed('Field', 'Fields', fields.map(labelOf)),
  ].filter((part) => part !== '');
}

function listed(one: string, many: string, names: readonly string[]): string {
  if (names.length === 0) return '';
  const shown = names.slice(0, MOST);
  const more = names.length - shown.length;
  return `${names.length === 1 ? one : many}: ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function optionsOf(names: readonly (readonly Named[])[]): Option[] {
  const counts = new Map<string, Option>();
  for (const { value, label } of names.flat())
    counts.set(value, { value, label, count: (counts.get(value)?.count ?? 0) + 1 });
  return [...counts.values()].sort((a, b) => compareText(a.label, b.label));
}

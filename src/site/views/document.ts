import { addressOf } from '../../domain/graph/addresses.ts';
import { type Entry, slugOf, summaryOf } from '../../domain/graph/corpus.ts';
import { mention } from '../../domain/graph/graph.ts';
import { compareText } from '../../domain/problems/problem.ts';
import { fileText } from '../assets.ts';
import { isPart } from '../copy-words.ts';
import type { Handbook } from '../handbook.ts';
import type { Settings } from '../settings.ts';
import type { Block, Form, Notice, Section } from './forms/form.ts';
import { forms } from './forms/registry.ts';
import { drillMark, freshnessWords } from './freshness.ts';
import {
  type ByType,
  breadcrumbsOf,
  type Group,
  type Link,
  neighboursOf,
  sidebarOf,
} from './navigation.ts';
import { type NearbyLink, nearbyOf } from './nearby.ts';
import { type Places, placesOf } from './onboarding/places.ts';
import { type OriginView, originView } from './origin.ts';
import { beyondOwed, type PageFindings, pageFindings } from './readiness/page.ts';
import { documentReport, type ReportView } from './report.ts';
import { type RunView, runView } from './run.ts';
import { type TermView, termsOf } from './terms.ts';
import { type Fact, factsOf } from './values.ts';
import { type Mark, marksOf, nameOf, toneOf } from './words.ts';

/** Everything that the page of a document shows, as plain data; its digest decides whether the page is drawn again. */
export interface DocumentView {
  readonly address: string;
  readonly title: string;
  readonly summary: string | null;
  /** Where it was brought in from; null where somebody wrote it here. */
  readonly origin: OriginView | null;
  /** The form says better below the title what the page is about. */
  readonly summaryShown: boolean;
  readonly typeLabel: string;
  readonly status: Mark | null;
  /** Severity, tier and danger, in words. */
  readonly marks: readonly Mark[];
  readonly breadcrumbs: readonly { readonly label: string; readonly href: string | null }[];
  /** What its type leads with. */
  readonly form: FormView;
  /** Who, what and when, above the text; without what the form shows. */
  readonly facts: readonly Fact[];
  /** Lists of blocks and what is kept for the record, below the text. */
  readonly tables: readonly Fact[];
  /** Null where nobody reviews it. */
  readonly freshness: Mark | null;
  /** The last drill of a runbook. */
  readonly drill: Mark | null;
  /** What a runbook needs while it is carried out. */
  readonly run: RunView | null;
  /** What the exit asks of it and does not get; null where nothing is found. */
  readonly exit: PageFindings | null;
  readonly related: readonly RelatedGroup[];
  /** What the words of the glossary mean that stand in its text. */
  readonly terms: readonly TermView[];
  /** Its places in onboarding paths; null where no path leads to it. */
  readonly places: Places | null;
  /** What is two links away and shares most with it. */
  readonly nearby: readonly NearbyLink[];
  readonly report: ReportView;
  readonly sidebar: readonly Group[];
  readonly prev: Link | null;
  readonly next: Link | null;
  readonly headings: readonly { depth: number; slug: string; text: string }[];
  readonly editUrl: string | null;
  /** What its text is on paper: the file, and the last commit that touched it. */
  readonly source: { readonly path: string; readonly commit: string | null };
  /** Moment of the last commit that touched it, ISO. */
  readonly lastUpdated: string | null;
  readonly filters: readonly { readonly name: string; readonly value: string }[];
}

interface FormView {
  readonly notices: readonly Notice[];
  readonly lead: readonly Block[];
  readonly sections: readonly Section[];
  readonly after: readonly Section[];
}

export interface RelatedGroup {
  readonly label: string;
  readonly links: readonly {
    readonly href: string;
    readonly text: string;
    readonly typeLabel: string;
  }[];
}

/** Fields that the page shows in places of their own. */
const shownElsewhere = (entry: Entry): ReadonlySet<string> =>
  new Set([
    entry.type.titleField,
    entry.type.summaryField ?? '',
    'status',
    'aliases',
    'reviewed_on',
    'reviewed_by',
    'reviewed_hash',
    'review_every_days',
    'severity',
    'tier',
    'destructive',
    'imported',
  ]);

/** Fields that nobody reads a document for; under a text they stand below it. */
const keeping = new Set(['audience', 'controls', 'created', 'last_effective', 'watch']);

/** The view of one document or record. */
export function documentView(
  entry: Entry,
  handbook: Handbook,
  settings: Settings,
  byType: ByType,
): DocumentView {
  const { corpus, history, standard } = handbook;
  const status = entry.data['status'];
  const form = formOf(entry, handbook);
  const facts = factsOf(entry, corpus, shownElsewhere(entry));
  const left = facts.filter(({ field }) => !form.shown.includes(field));
  const name = nameOf(entry);
  const found = pageFindings(entry, handbook);
  return {
    address: addressOf(entry),
    title: name,
    summary: summaryOf(entry),
    origin: originView(entry, handbook),
    summaryShown: form.replacesSummary !== true,
    typeLabel: entry.type.label,
    status: typeof status === 'string' ? { text: status, tone: toneOf(status) } : null,
    breadcrumbs: breadcrumbsOf(entry.type, name),
    marks: marksOf({ data: without(entry.data, form.shown) }),
    form: {
      notices: form.notices ?? [],
      lead: (form.lead ?? []).filter(hasContent),
      sections: form.sections ?? [],
      after: form.after ?? [],
    },
    facts: left.filter((fact) => !isBelow(entry, fact)),
    tables: left.filter((fact) => isBelow(entry, fact)),
    freshness: freshnessWords(entry, standard),
    drill: drillMark(entry, handbook),
    run: runView(entry, handbook),
    exit: form.owes === true ? beyondOwed(found) : found,
    related: relatedOf(entry, handbook),
    terms: termsOf(entry, handbook),
    places: placesOf(entry, corpus),
    nearby: nearbyOf(entry, handbook),
    report: documentReport(entry, handbook, settings),
    sidebar: sidebarOf(entry.type, entry, byType),
    ...neighboursOf(entry, byType),
    headings: (entry.outline?.headings ?? []).map(({ depth, slug, text }) => ({
      depth,
      slug,
      text,
    })),
    editUrl: settings.editPattern?.replace('{path}', encodeURI(entry.path)) ?? null,
    source: { path: entry.path, commit: history.changes.get(entry.path)?.commit ?? null },
    lastUpdated: history.changes.get(entry.path)?.on ?? null,
    filters: filtersOf(entry, facts),
  };
}

const isBelow = (entry: Entry, { field, value }: Fact): boolean =>
  value.kind === 'table' ||
  value.kind === 'facts' ||
  (entry.type.format === 'mdx' && keeping.has(field));

/** The form of the entry's type, or an empty one. */
function formOf(entry: Entry, handbook: Handbook): Form {
  const { corpus, graph, asOf, standard, readiness } = handbook;
  const form = forms[entry.type.name];
  if (!form) return { shown: [] };
  const read = (path: string) => fileText(handbook, path);
  const part = isPart(handbook);
  return form({ entry, corpus, graph, asOf, standard, readiness, part, fileText: read });
}

const hasContent = (block: Block): boolean =>
  (block.kind !== 'facts' || block.facts.length > 0) &&
  (block.kind !== 'figures' || block.figures.length > 0);

const without = (data: Entry['data'], fields: readonly string[]): Entry['data'] =>
  Object.fromEntries(Object.entries(data).filter(([field]) => !fields.includes(field)));

/** Links that other documents make to this one, and those that its own text makes. */
function relatedOf(entry: Entry, { graph }: Handbook): RelatedGroup[] {
  const incoming = Map.groupBy(graph.incoming(entry), ({ relation }) => relation.inverseLabel);
  const outgoing = graph.outgoing(entry).filter(({ relation }) => relation.label === mention.label);
  const groups = [...incoming].map(([label, edges]) => ({
    label,
    links: linksTo(edges.map(({ from }) => from)),
  }));
  const mentions = { label: mention.label, links: linksTo(outgoing.map(({ to }) => to)) };
  // A mention says least, so mentions come last.
  return [
    ...groups.filter(({ label }) => label !== mention.inverseLabel),
    ...groups.filter(({ label }) => label === mention.inverseLabel),
    ...(mentions.links.length > 0 ? [mentions] : []),
  ];
}

function linksTo(entries: readonly Entry[]): RelatedGroup['links'] {
  const links = [...new Set(entries)].map((entry) => ({
    href: addressOf(entry),
    text: nameOf(entry),
    typeLabel: entry.type.label,
  }));
  return links.sort((a, b) => compareText(a.href, b.href));
}

/** What the search can be narrowed by. */
function filtersOf(entry: Entry, facts: readonly Fact[]): DocumentView['filters'] {
  const status = entry.data['status'];
  const names = (field: string): string[] => {
    const value = facts.find((fact) => fact.field === field)?.value;
    const values = value?.kind === 'list' ? value.items : value ? [value] : [];
    return values.flatMap((item) => ('text' in item ? [item.text] : []));
  };
  return [
    { name: 'type', value: entry.type.label },
    ...names('systems').map((value) => ({ name: 'system', value })),
    ...(entry.type.name === 'system' ? [{ name: 'system', value: nameOf(entry) }] : []),
    ...names('owner').map((value) => ({ name: 'owner', value })),
    ...(typeof status === 'string' ? [{ name: 'status', value: status }] : []),
  ];
}

/** The part of the address below the type's folder, for a page's parameters. */
export const pathOf = (entry: Entry): string =>
  entry.type.folder === '' ? entry.id : `${entry.type.folder}/${slugOf(entry)}`;

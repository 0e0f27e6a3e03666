import { addressOf } from '../../domain/graph/addresses.ts';
import { type Entry, slugOf, summaryOf } from '../../domain/graph/corpus.ts';
import { freshnessOf } from '../../domain/graph/freshness.ts';
import { type Edge, mention } from '../../domain/graph/graph.ts';
import { compareText } from '../../domain/problems/problem.ts';
import type { Handbook } from '../handbook.ts';
import type { Settings } from '../settings.ts';
import {
  type ByType,
  breadcrumbsOf,
  type Group,
  type Link,
  neighboursOf,
  sidebarOf,
} from './navigation.ts';
import { type Fact, factsOf } from './values.ts';
import { dayOf, nameOf, type Tone, toneOf } from './words.ts';

/** Everything that the page of a document shows, as plain data; its digest decides whether the page is drawn again. */
export interface DocumentView {
  readonly address: string;
  readonly title: string;
  readonly summary: string | null;
  readonly typeLabel: string;
  readonly status: { readonly text: string; readonly tone: Tone } | null;
  readonly breadcrumbs: readonly { readonly label: string; readonly href: string | null }[];
  /** Who, what and when, above the text. */
  readonly facts: readonly Fact[];
  /** Lists of blocks, below the text. */
  readonly tables: readonly Fact[];
  readonly freshness: { readonly text: string; readonly tone: Tone };
  readonly related: readonly RelatedGroup[];
  readonly sidebar: readonly Group[];
  readonly prev: Link | null;
  readonly next: Link | null;
  readonly headings: readonly { depth: number; slug: string; text: string }[];
  readonly editUrl: string | null;
  /** Moment of the last commit that touched it, ISO. */
  readonly lastUpdated: string | null;
  readonly filters: readonly { readonly name: string; readonly value: string }[];
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
  ]);

/** The view of one document or record. */
export function documentView(
  entry: Entry,
  handbook: Handbook,
  settings: Settings,
  byType: ByType,
): DocumentView {
  const { corpus, history, asOf } = handbook;
  const status = entry.data['status'];
  const facts = factsOf(entry, corpus, shownElsewhere(entry));
  const name = nameOf(entry);
  return {
    address: addressOf(entry),
    title: name,
    summary: summaryOf(entry),
    typeLabel: entry.type.label,
    status: typeof status === 'string' ? { text: status, tone: toneOf(status) } : null,
    breadcrumbs: breadcrumbsOf(entry.type, name),
    facts: facts.filter(({ value }) => !isLarge(value.kind)),
    tables: facts.filter(({ value }) => isLarge(value.kind)),
    freshness: freshnessWords(entry, asOf),
    related: relatedOf(entry, handbook),
    sidebar: sidebarOf(entry.type, entry, byType),
    ...neighboursOf(entry, byType),
    headings: (entry.outline?.headings ?? []).map(({ depth, slug, text }) => ({
      depth,
      slug,
      text,
    })),
    editUrl: settings.editPattern?.replace('{path}', encodeURI(entry.path)) ?? null,
    lastUpdated: history.changes.get(entry.path)?.on ?? null,
    filters: filtersOf(entry, facts),
  };
}

const isLarge = (kind: string): boolean => kind === 'table' || kind === 'facts';

function freshnessWords(entry: Entry, asOf: string | null): DocumentView['freshness'] {
  const { state, reviewedOn, dueOn } = freshnessOf(entry, asOf);
  if (reviewedOn === null) return { text: 'Never reviewed', tone: 'attention' };
  const reviewed = `Reviewed ${dayOf(reviewedOn)}`;
  if (dueOn === null) return { text: reviewed, tone: 'good' };
  return state === 'due'
    ? { text: `${reviewed}, due again since ${dayOf(dueOn)}`, tone: 'bad' }
    : { text: `${reviewed}, next by ${dayOf(dueOn)}`, tone: 'good' };
}

/** Links that other documents make to this one, and those that its own text makes. */
function relatedOf(entry: Entry, { graph }: Handbook): RelatedGroup[] {
  const incoming = Map.groupBy(graph.incoming(entry), ({ relation }) => relation.inverseLabel);
  const outgoing = graph.outgoing(entry).filter(({ relation }) => relation.label === mention.label);
  const groups = [...incoming].map(([label, edges]) =>
    group(
      label,
      edges.map(({ from }) => from),
    ),
  );
  if (outgoing.length > 0)
    groups.push(
      group(
        mention.label,
        outgoing.map(({ to }: Edge) => to),
      ),
    );
  return groups;
}

function group(label: string, entries: readonly Entry[]): RelatedGroup {
  const links = [...new Set(entries)].map((entry) => ({
    href: addressOf(entry),
    text: nameOf(entry),
    typeLabel: entry.type.label,
  }));
  return { label, links: links.sort((a, b) => compareText(a.href, b.href)) };
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

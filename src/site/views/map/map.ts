import type { Entry } from '../../../domain/graph/corpus.ts';
import type { Graph } from '../../../domain/graph/graph.ts';
import type { Handbook } from '../../handbook.ts';
import { inPages } from '../pages.ts';
import { type Tone, toneOf } from '../words.ts';
import { type Drawing, drawingOf } from './drawing.ts';
import { drawnParts } from './drawn-parts.ts';
import { directionWords, kindWords } from './integration-words.ts';
import { type DocumentLink, linkTo, namedIn, namingIn } from './links.ts';
import { columnsOf, type Flow, type MapParts, partsOf } from './map-parts.ts';

/** A page of the system map: the drawing on the first, and the same in words. */
export interface MapView {
  /** From 1; all is on one where it fits. */
  readonly page: number;
  readonly pages: number;
  /** The systems that the page covers; null where there is one page. */
  readonly span: string | null;
  /** Null where there is nothing to draw, and on later pages. */
  readonly drawing: Drawing | null;
  /** How many systems are drawn, of how many; null where all are. */
  readonly drawn: { readonly shown: number; readonly all: number } | null;
  readonly systems: readonly SystemWords[];
  /** What has to do with no system, so that nothing is left out; on the last page. */
  readonly integrations: Bounded<IntegrationWords>;
  readonly flows: Bounded<FlowWords>;
  readonly vendors: Bounded<DocumentLink>;
}

/** The first of a list, how many are left out of it, and the page that has them. */
export interface Bounded<T> {
  readonly items: readonly T[];
  readonly more: number;
  readonly href: string;
}

export interface SystemWords extends DocumentLink {
  /** Such as `Tier 1`; null where it is not written. */
  readonly tier: string | null;
  readonly dependsOn: Bounded<DocumentLink>;
  readonly neededBy: Bounded<DocumentLink>;
  readonly integrations: Bounded<IntegrationWords>;
  readonly flows: Bounded<FlowWords>;
}

export interface IntegrationWords extends DocumentLink {
  readonly counterparty: DocumentLink | null;
  /** Kind and direction. */
  readonly words: string;
}

export interface FlowWords extends DocumentLink {
  /** Its ends; null for the system in whose row it stands. */
  readonly from: DocumentLink | null;
  readonly to: DocumentLink | null;
  readonly dataClass: string;
  readonly decision: string;
  readonly tone: Tone;
}

/** Systems on a page, and links in a cell: a page does not grow with the handbook. */
const SYSTEMS = 40;
const IN_CELL = 6;
const LOOSE = 20;

/** The pages of the system map. */
export function mapPages({ corpus, graph }: Pick<Handbook, 'corpus' | 'graph'>): MapView[] {
  const parts = partsOf({ corpus, graph });
  const bySystem = flowsBySystem(parts, graph);
  const pages = inPages(parts.systems, SYSTEMS);
  const loose = looseOf(parts, graph, new Set([...bySystem.values()].flat()));
  const nothing = { integrations: none, flows: none, vendors: none };
  return pages.map((some, at) => ({
    page: at + 1,
    pages: pages.length,
    span:
      pages.length > 1
        ? `${linkTo(some[0] as Entry).text} to ${linkTo(some.at(-1) as Entry).text}`
        : null,
    ...(at === 0 ? drawingFor(parts, graph) : { drawing: null, drawn: null }),
    systems: some.map((entry) => systemWords(entry, graph, bySystem.get(entry) ?? [])),
    ...(at === pages.length - 1 ? loose : nothing),
  }));
}

const none = { items: [], more: 0, href: '' };

const bounded = <T, U>(
  all: readonly T[],
  most: number,
  href: string,
  words: (one: T) => U,
): Bounded<U> => ({
  items: all.slice(0, most).map(words),
  more: Math.max(0, all.length - most),
  href,
});

function looseOf(
  { integrations, flows, vendors }: MapParts,
  graph: Graph,
  placed: ReadonlySet<Flow>,
): Pick<MapView, 'integrations' | 'flows' | 'vendors'> {
  const tied = new Set([
    ...flows.flatMap(({ from, to }) => [from, to]),
    ...integrations.flatMap((entry) => namedIn(graph, entry, 'counterparty')),
  ]);
  return {
    integrations: bounded(
      integrations.filter((entry) => namedIn(graph, entry, 'systems').length === 0),
      LOOSE,
      '/integrations/',
      (entry) => integrationWords(entry, graph),
    ),
    flows: bounded(
      flows.filter((flow) => !placed.has(flow)),
      LOOSE,
      '/data-flows/',
      (flow) => flowWords(flow, null),
    ),
    vendors: bounded(
      vendors.filter((entry) => !tied.has(entry)),
      LOOSE,
      '/vendors/',
      linkTo,
    ),
  };
}

function drawingFor(parts: MapParts, graph: Graph): Pick<MapView, 'drawing' | 'drawn'> {
  if (parts.systems.length + parts.integrations.length === 0) return { drawing: null, drawn: null };
  const some = drawnParts(parts, graph);
  const { length: shown } = some.systems;
  const { length: all } = parts.systems;
  if (shown === 0 && all > 0) return { drawing: null, drawn: null };
  return {
    drawing: drawingOf(columnsOf(some, graph)),
    drawn: some === parts ? null : { shown, all },
  };
}

/** The flows of each system: those that begin or end at it, or at one of its integrations. */
function flowsBySystem({ flows }: MapParts, graph: Graph): ReadonlyMap<Entry, Flow[]> {
  const found = new Map<Entry, Flow[]>();
  for (const flow of flows) {
    const systems = [flow.from, flow.to].flatMap((end) =>
      end.type.name === 'integration' ? namedIn(graph, end, 'systems') : [end],
    );
    for (const system of new Set(systems.filter(({ type }) => type.name === 'system'))) {
      const known = found.get(system);
      if (known) known.push(flow);
      else found.set(system, [flow]);
    }
  }
  return found;
}

function systemWords(entry: Entry, graph: Graph, flows: readonly Flow[]): SystemWords {
  const tier = entry.data['tier'];
  const { href } = linkTo(entry);
  const links = (entries: readonly Entry[]) => bounded(entries, IN_CELL, href, linkTo);
  return {
    ...linkTo(entry),
    tier: typeof tier === 'number' ? `Tier ${tier}` : null,
    dependsOn: links(namedIn(graph, entry, 'depends_on')),
    neededBy: links(namingIn(graph, entry, 'depends_on')),
    integrations: bounded(
      namingIn(graph, entry, 'systems').filter(({ type }) => type.name === 'integration'),
      IN_CELL,
      href,
      (one) => integrationWords(one, graph),
    ),
    flows: bounded(flows, IN_CELL, href, (flow) => flowWords(flow, entry)),
  };
}

function integrationWords(entry: Entry, graph: Graph): IntegrationWords {
  const [counterparty] = namedIn(graph, entry, 'counterparty');
  return {
    ...linkTo(entry),
    counterparty: counterparty ? linkTo(counterparty) : null,
    words: [kindWords(entry.data['kind']), directionWords(entry.data['direction'])]
      .filter(Boolean)
      .join(', '),
  };
}

function flowWords({ entry, from, to }: Flow, here: Entry | null): FlowWords {
  const decision = String(entry.data['decision'] ?? 'undecided');
  return {
    ...linkTo(entry),
    from: from === here ? null : linkTo(from),
    to: to === here ? null : linkTo(to),
    dataClass: classWords(entry.data['payload_class']),
    decision,
    tone: toneOf(decision),
  };
}

const classWords = (name: unknown): string => {
  if (name === 'phi') return 'PHI';
  if (name === 'limited') return 'Limited data set';
  return name === 'none' || typeof name !== 'string'
    ? 'No protected data'
    : `${name.charAt(0).toUpperCase()}${name.slice(1)} data`;
};

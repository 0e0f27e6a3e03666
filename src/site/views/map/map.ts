import type { Entry } from '../../../domain/graph/corpus.ts';
import type { Graph } from '../../../domain/graph/graph.ts';
import type { Handbook } from '../../handbook.ts';
import { type Tone, toneOf } from '../words.ts';
import { type Drawing, drawingOf } from './drawing.ts';
import { directionWords, kindWords } from './integration-words.ts';
import { type DocumentLink, linkTo, namedIn, namingIn } from './links.ts';
import { columnsOf, type Flow, type MapParts, partsOf } from './map-parts.ts';

/** The system map: the drawing, and the same in words. */
export interface MapView {
  /** Null where there is nothing to draw, or too much for a drawing to be read. */
  readonly drawing: Drawing | null;
  readonly systems: readonly SystemWords[];
  /** What has to do with no system, so that nothing is left out. */
  readonly integrations: readonly IntegrationWords[];
  readonly flows: readonly FlowWords[];
  readonly vendors: readonly DocumentLink[];
}

export interface SystemWords extends DocumentLink {
  /** Such as `Tier 1`; null where it is not written. */
  readonly tier: string | null;
  readonly dependsOn: readonly DocumentLink[];
  readonly neededBy: readonly DocumentLink[];
  readonly integrations: readonly IntegrationWords[];
  readonly flows: readonly FlowWords[];
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

/** With more boxes than these a drawing shows nothing any more. */
const MOST_BOXES = 250;

/** The view of the system map. */
export function mapView({ corpus, graph }: Pick<Handbook, 'corpus' | 'graph'>): MapView {
  const parts = partsOf({ corpus, graph });
  const bySystem = flowsBySystem(parts, graph);
  const placed = new Set([...bySystem.values()].flat());
  const tied = new Set([
    ...parts.flows.flatMap(({ from, to }) => [from, to]),
    ...parts.integrations.flatMap((entry) => namedIn(graph, entry, 'counterparty')),
  ]);
  return {
    drawing: drawingFor(parts, graph),
    systems: parts.systems.map((entry) => systemWords(entry, graph, bySystem.get(entry) ?? [])),
    integrations: parts.integrations
      .filter((entry) => namedIn(graph, entry, 'systems').length === 0)
      .map((entry) => integrationWords(entry, graph)),
    flows: parts.flows.filter((flow) => !placed.has(flow)).map((flow) => flowWords(flow, null)),
    vendors: parts.vendors.filter((entry) => !tied.has(entry)).map(linkTo),
  };
}

function drawingFor(parts: MapParts, graph: Graph): Drawing | null {
  const { systems, integrations, vendors } = parts;
  if (systems.length + integrations.length === 0) return null;
  if (systems.length + integrations.length + vendors.length > MOST_BOXES) return null;
  return drawingOf(columnsOf(parts, graph));
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
  return {
    ...linkTo(entry),
    tier: typeof tier === 'number' ? `Tier ${tier}` : null,
    dependsOn: namedIn(graph, entry, 'depends_on').map(linkTo),
    neededBy: namingIn(graph, entry, 'depends_on').map(linkTo),
    integrations: namingIn(graph, entry, 'systems')
      .filter(({ type }) => type.name === 'integration')
      .map((one) => integrationWords(one, graph)),
    flows: flows.map((flow) => flowWords(flow, entry)),
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

import type { Entry } from '../../../domain/graph/corpus.ts';
import type { Graph } from '../../../domain/graph/graph.ts';
import { namedIn, namingIn } from './links.ts';
import type { MapParts } from './map-parts.ts';

/** With more boxes than these a drawing is heavy, and shows nothing any more. */
const MOST_BOXES = 70;

/** What is drawn: all, or of very much the systems that most hangs on, with what they are connected to. */
export function drawnParts(parts: MapParts, graph: Graph): MapParts {
  const { systems, integrations, vendors, flows } = parts;
  if (systems.length + integrations.length + vendors.length <= MOST_BOXES) return parts;
  const boxes = new Set<Entry>();
  const inForce = new Set(integrations);
  for (const system of byWeight(systems, graph)) {
    const around = namingIn(graph, system, 'systems').filter((one) => inForce.has(one));
    const more = [
      system,
      ...around,
      ...around.flatMap((one) => namedIn(graph, one, 'counterparty')),
      ...flows.flatMap(({ from, to }) => (from === system ? [to] : to === system ? [from] : [])),
    ].filter((one) => !boxes.has(one));
    if (boxes.size + new Set(more).size > MOST_BOXES) continue;
    for (const one of more) boxes.add(one);
  }
  return {
    systems: systems.filter((one) => boxes.has(one)),
    integrations: integrations.filter((one) => boxes.has(one)),
    vendors: vendors.filter((one) => boxes.has(one)),
    flows: flows.filter(({ from, to }) => boxes.has(from) && boxes.has(to)),
  };
}

/** The first tier first, and in a tier what has most to do with others. */
function byWeight(systems: readonly Entry[], graph: Graph): Entry[] {
  const ties = new Map(
    systems.map((one) => [one, graph.incoming(one).length + graph.outgoing(one).length]),
  );
  return systems.toSorted(
    (a, b) => tierOf(a) - tierOf(b) || (ties.get(b) ?? 0) - (ties.get(a) ?? 0),
  );
}

const tierOf = ({ data }: Entry): number => (typeof data['tier'] === 'number' ? data['tier'] : 9);

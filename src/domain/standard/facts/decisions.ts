import type { Entry } from '../../graph/corpus.ts';
import type { Edge, Graph } from '../../graph/graph.ts';

const isSupersedes = ({ relation }: Edge): boolean =>
  relation.from === 'adr' && relation.field[0] === 'supersedes';

/** The records that a record replaces, and the links that say so. */
export const replacedBy = (graph: Graph, record: Entry): readonly Edge[] =>
  graph.outgoing(record).filter(isSupersedes);

/** The records that say that they replace a record. */
export const successorsOf = (graph: Graph, record: Entry): Entry[] =>
  graph
    .incoming(record)
    .filter(isSupersedes)
    .map(({ from }) => from);

/** The ends of the chains of successors of a record: records that nothing replaces; circles have none. */
export function headsOf(graph: Graph, record: Entry): Entry[] {
  const seen = new Set<Entry>([record]);
  const heads = new Set<Entry>();
  const open = successorsOf(graph, record);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const later = successorsOf(graph, next);
    if (later.length === 0) heads.add(next);
    open.push(...later);
  }
  return [...heads];
}

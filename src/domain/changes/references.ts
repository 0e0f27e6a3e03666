import type { Entry } from '../graph/corpus.ts';
import type { Edge, Graph } from '../graph/graph.ts';
import { compareText } from '../problems/problem.ts';
import { type Named, named } from './documents.ts';

/** A reference or a link that one time has and the other has not. */
export interface ReferenceChange {
  readonly kind: 'added' | 'removed';
  readonly from: Named;
  /** What the reference says, such as `Triggered by`. */
  readonly label: string;
  readonly to: Named;
}

/**
 * What a change did to the references between documents; those of a document that is gone go with it and are
 * not told one by one. `idNow` gives the id that a document of before has now, null for one that is gone.
 */
export function referenceChanges(
  before: Graph,
  now: Graph,
  idNow: (entry: Entry) => string | null,
): ReferenceChange[] {
  const keyBefore = (edge: Edge) =>
    keyOf(edge, idNow(edge.from) ?? edge.from.id, idNow(edge.to) ?? edge.to.id);
  const keyNow = (edge: Edge) => keyOf(edge, edge.from.id, edge.to.id);
  const left = before.edges.filter(({ from }) => idNow(from) !== null);
  return [
    ...missing(left, keyBefore, now.edges, keyNow).map((edge) => changeOf('removed', edge)),
    ...missing(now.edges, keyNow, before.edges, keyBefore).map((edge) => changeOf('added', edge)),
  ];
}

const keyOf = ({ relation }: Edge, from: string, to: string): string =>
  JSON.stringify([from, relation.from, relation.field, to]);

/** The edges of one graph that the other has not, each once, in the order of their documents. */
function missing(
  edges: readonly Edge[],
  key: (edge: Edge) => string,
  others: readonly Edge[],
  otherKey: (edge: Edge) => string,
): Edge[] {
  const known = new Set(others.map(otherKey));
  const found = new Map(edges.map((edge) => [key(edge), edge]));
  return [...found]
    .filter(([id]) => !known.has(id))
    .sort(([a], [b]) => compareText(a, b))
    .map(([, edge]) => edge);
}

const changeOf = (
  kind: ReferenceChange['kind'],
  { from, to, relation }: Edge,
): ReferenceChange => ({ kind, from: named(from), label: relation.label, to: named(to) });

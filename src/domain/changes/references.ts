import type { Entry } from '../graph/corpus.ts';
import type { Edge, Graph } from '../graph/graph.ts';
import type { Relation } from '../graph/relations.ts';
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
 * What a change did to the references between documents. Those of a document that is gone are told by what
 * they led to: an alert is no longer handled by a runbook that was removed. `idNow` gives the id that a document of before has now, null for one that is gone.
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
  const lost = before.edges.filter(
    ({ from, to, relation }) =>
      idNow(from) === null && idNow(to) !== null && isTelling(relation, to),
  );
  return [
    ...missing(left, keyBefore, now.edges, keyNow).map((edge) => changeOf('removed', edge)),
    ...missing(lost, keyBefore, [], keyNow).map(inverted),
    ...missing(now.edges, keyNow, before.edges, keyBefore).map((edge) => changeOf('added', edge)),
  ];
}

/** Whether the other end misses something when a document goes: neither a person nor what was only mentioned does. */
const isTelling = ({ field }: Relation, to: Entry): boolean =>
  field.length > 0 && to.type.name !== 'person';

const inverted = ({ from, to, relation }: Edge): ReferenceChange => ({
  kind: 'removed',
  from: named(to),
  label: relation.inverseLabel,
  to: named(from),
});

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

import { addressOf } from '../../../domain/graph/addresses.ts';
import type { Entry } from '../../../domain/graph/corpus.ts';
import type { Edge, Graph } from '../../../domain/graph/graph.ts';
import { compareText } from '../../../domain/problems/problem.ts';
import { nameOf } from '../words.ts';

/** A document as it is linked to from a page. */
export interface DocumentLink {
  readonly href: string;
  readonly text: string;
}

export const linkTo = (entry: Entry): DocumentLink => ({
  href: addressOf(entry),
  text: nameOf(entry),
});

/** The documents that a field of an entry names, such as `depends_on` or `auth.key_custody`, each once. */
export const namedIn = (graph: Graph, entry: Entry, field: string): Entry[] => [
  ...new Set(
    graph
      .outgoing(entry)
      .filter((edge) => fieldOf(edge) === field)
      .map(({ to }) => to),
  ),
];

/** The documents that name an entry in a field, each once, by name. */
export const namingIn = (graph: Graph, entry: Entry, field: string): Entry[] =>
  byName([
    ...new Set(
      graph
        .incoming(entry)
        .filter((edge) => fieldOf(edge) === field)
        .map(({ from }) => from),
    ),
  ]);

/** The field of a link without the marks of lists: `escalation.person`; empty for a mention. */
const fieldOf = ({ relation }: Edge): string =>
  relation.field.filter((part) => part !== '*').join('.');

const byName = (entries: readonly Entry[]): Entry[] =>
  entries.toSorted((a, b) => compareText(nameOf(a), nameOf(b)));

const past: ReadonlySet<unknown> = new Set(['retired', 'superseded', 'deprecated', 'rejected']);

/** Whether a document still says how things are. */
export const isInForce = ({ data }: Entry): boolean => !past.has(data['status']);

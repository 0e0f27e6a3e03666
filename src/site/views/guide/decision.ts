import { decisionAddress } from '../../../domain/graph/addresses.ts';
import { type Entry, slugOf, summaryOf, titleOf } from '../../../domain/graph/corpus.ts';
import type { Edge, Graph } from '../../../domain/graph/graph.ts';
import type { Fact, Value } from '../values.ts';
import { dayOf, nameOf, toneOf } from '../words.ts';

/** A decision of the project itself, as the guide shows it. */
export interface DecisionView {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  readonly summary: string;
  readonly facts: readonly Fact[];
  readonly headings: readonly {
    readonly depth: number;
    readonly slug: string;
    readonly text: string;
  }[];
}

/** The view of a decision; people and readers are left out, since they are nobody of this handbook. */
export function decisionView(entry: Entry, graph: Graph): DecisionView {
  const status = String(entry.data['status']);
  const date = String(entry.data['date']);
  return {
    id: entry.id,
    href: decisionAddress(slugOf(entry)),
    title: nameOf(entry),
    summary: summaryOf(entry) ?? titleOf(entry),
    facts: [
      {
        field: 'status',
        label: 'Status',
        value: { kind: 'status', text: status, tone: toneOf(status) },
      },
      { field: 'date', label: 'Date', value: { kind: 'date', iso: date, text: dayOf(date) } },
      ...linked(
        graph.outgoing(entry),
        ({ relation }) => relation.label,
        ({ to }) => to,
      ),
      ...linked(
        graph.incoming(entry),
        ({ relation }) => relation.inverseLabel,
        ({ from }) => from,
      ),
    ],
    headings: (entry.outline?.headings ?? []).map(({ depth, slug, text }) => ({
      depth,
      slug,
      text,
    })),
  };
}

/** Other decisions that this one replaces, changes or mentions. */
function linked(
  edges: readonly Edge[],
  labelOf: (edge: Edge) => string,
  endOf: (edge: Edge) => Entry,
): Fact[] {
  const groups = Map.groupBy(
    edges.filter((edge) => endOf(edge).type.name === 'adr'),
    labelOf,
  );
  return [...groups].map(([label, group]) => {
    const items = group
      .map(endOf)
      .map(
        (end): Value => ({ kind: 'link', href: decisionAddress(slugOf(end)), text: nameOf(end) }),
      );
    return { field: label, label, value: { kind: 'list', items } };
  });
}

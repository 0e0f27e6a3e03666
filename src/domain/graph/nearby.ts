import { compareText } from '../problems/problem.ts';
import type { Entry } from './corpus.ts';
import type { Graph } from './graph.ts';

/** A document two links away, and what both are linked with, the most telling first. */
export interface Nearby {
  readonly entry: Entry;
  readonly shared: readonly Entry[];
  readonly score: number;
}

/** What is linked with more documents than this tells nothing of any two of them, and is not looked through. */
const HUB = 40;

/** Most neighbours of the document itself that are looked through, those with the fewest links first. */
const WIDTH = 60;

/** What is linked with so few that sharing it alone tells enough. */
const RARE = 4;

/** Types that stand between nearly all documents: whoever owns two of them makes them no kin. */
const apart: ReadonlySet<string> = new Set(['person', 'engagement', 'sign-off', 'acceptance']);

/**
 * The documents that share most with one, by the index of Adamic and Adar: a shared neighbour counts the more the
 * fewer links it has. Not those that it is linked with; what is out of force comes last.
 */
export function nearbyOf(entry: Entry, graph: Graph, most = 6): Nearby[] {
  const linked = neighboursOf(entry, graph);
  const telling = [...linked]
    .map((one) => ({ one, next: neighboursOf(one, graph) }))
    .filter(({ next }) => next.size <= HUB)
    .sort((a, b) => a.next.size - b.next.size || compareText(a.one.id, b.one.id))
    .slice(0, WIDTH);
  const found = new Map<Entry, { shared: Entry[]; score: number; rare: boolean }>();
  for (const { one, next } of telling)
    for (const other of next) {
      if (other === entry || linked.has(other) || other.type.format !== 'mdx') continue;
      const known = found.get(other) ?? { shared: [], score: 0, rare: false };
      known.shared.push(one);
      known.score += 1 / Math.log(1 + next.size);
      known.rare ||= next.size <= RARE;
      found.set(other, known);
    }
  return [...found]
    .filter(([, { shared, rare }]) => shared.length > 1 || rare)
    .map(([other, { shared, score }]) => ({ entry: other, shared, score }))
    .sort(
      (a, b) =>
        Number(isOver(a.entry)) - Number(isOver(b.entry)) ||
        b.score - a.score ||
        compareText(a.entry.id, b.entry.id),
    )
    .slice(0, most);
}

const known = new WeakMap<Graph, Map<Entry, ReadonlySet<Entry>>>();

function neighboursOf(entry: Entry, graph: Graph): ReadonlySet<Entry> {
  const sets = known.get(graph) ?? new Map<Entry, ReadonlySet<Entry>>();
  known.set(graph, sets);
  const found =
    sets.get(entry) ??
    new Set(
      [
        ...graph.outgoing(entry).map(({ to }) => to),
        ...graph.incoming(entry).map(({ from }) => from),
      ].filter((one) => one !== entry && !apart.has(one.type.name)),
    );
  sets.set(entry, found);
  return found;
}

const OVER: ReadonlySet<unknown> = new Set(['superseded', 'deprecated', 'retired', 'rejected']);

const isOver = ({ data }: Entry): boolean => OVER.has(data['status']);

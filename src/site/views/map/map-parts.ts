import { addressOf } from '../../../domain/graph/addresses.ts';
import { type Entry, entriesOf } from '../../../domain/graph/corpus.ts';
import type { Graph } from '../../../domain/graph/graph.ts';
import type { Handbook } from '../../handbook.ts';
import { nameOf } from '../words.ts';
import { directionWords, kindWords } from './integration-words.ts';
import { isInForce, namedIn } from './links.ts';

/** What the map is about: everything in force, and who sends what to whom. */
export interface MapParts {
  readonly systems: readonly Entry[];
  readonly integrations: readonly Entry[];
  readonly vendors: readonly Entry[];
  readonly flows: readonly Flow[];
}

export interface Flow {
  readonly entry: Entry;
  readonly from: Entry;
  readonly to: Entry;
}

export type NodeKind = 'vendor' | 'integration' | 'system';
export type LineKind = 'provides' | 'connects' | 'depends' | 'allowed' | 'blocked';

/** A box of the map. */
export interface MapNode {
  readonly id: string;
  readonly kind: NodeKind;
  readonly href: string;
  readonly name: string;
  /** A few words under the name; empty where there are none. */
  readonly note: string;
  readonly column: number;
}

/** A line of the map with the ends that have an arrow. */
export interface MapLine {
  readonly from: string;
  readonly to: string;
  readonly kind: LineKind;
  readonly arrows: readonly ('from' | 'to')[];
}

/** The columns of the map that are not systems by depth. */
export interface Columns {
  readonly headings: readonly { readonly column: number; readonly text: string }[];
  readonly nodes: readonly MapNode[];
  readonly lines: readonly MapLine[];
}

export function partsOf({ corpus, graph }: Pick<Handbook, 'corpus' | 'graph'>): MapParts {
  const inForce = (type: string) => entriesOf(corpus, type).filter(isInForce);
  return {
    systems: inForce('system'),
    integrations: inForce('integration'),
    vendors: inForce('vendor'),
    flows: inForce('data-flow').flatMap((entry) => {
      const [from] = namedIn(graph, entry, 'from');
      const [to] = namedIn(graph, entry, 'to');
      return from && to ? [{ entry, from, to }] : [];
    }),
  };
}

/** Boxes in columns and the lines between them. */
export function columnsOf(parts: MapParts, graph: Graph): Columns {
  const receivers = new Set(parts.flows.map(({ to }) => to));
  const senders = new Set(parts.flows.map(({ from }) => from));
  const counterparties = new Set(
    parts.integrations.flatMap((entry) => namedIn(graph, entry, 'counterparty')),
  );
  const depths = depthsOf(parts.systems, graph);
  const left = parts.vendors.filter((entry) => counterparties.has(entry) || senders.has(entry));
  const right = parts.vendors.filter((entry) => receivers.has(entry) && !left.includes(entry));
  const deepest = Math.max(-1, ...depths.values());
  const bands = [
    { text: 'Counterparties', entries: left },
    { text: 'Integrations', entries: parts.integrations },
    ...Array.from({ length: deepest + 1 }, (_, depth) => ({
      text: depth === 0 ? 'Systems' : '',
      entries: parts.systems.filter((entry) => depths.get(entry) === depth),
    })),
    { text: 'Receive data', entries: right },
  ].filter(({ entries }) => entries.length > 0);
  const nodes = bands.flatMap(({ entries }, column) =>
    entries.map((entry) => nodeOf(entry, column, parts.flows)),
  );
  const drawn = new Set(nodes.map(({ id }) => id));
  return {
    headings: bands.map(({ text }, column) => ({ column, text })).filter(({ text }) => text !== ''),
    nodes,
    lines: linesOf(parts, graph).filter(({ from, to }) => drawn.has(from) && drawn.has(to)),
  };
}

function nodeOf(entry: Entry, column: number, flows: readonly Flow[]): MapNode {
  const kind = entry.type.name as NodeKind;
  return {
    id: entry.id,
    kind,
    href: addressOf(entry),
    name: nameOf(entry),
    note: kind === 'vendor' ? flowNote(entry, flows) : noteOf(entry),
    column,
  };
}

function noteOf({ type, data }: Entry): string {
  if (type.name === 'system') return data['tier'] === undefined ? '' : `Tier ${data['tier']}`;
  return [kindWords(data['kind']), directionWords(data['direction'])].filter(Boolean).join(', ');
}

function flowNote(vendor: Entry, flows: readonly Flow[]): string {
  const received = flows.filter(({ to }) => to === vendor);
  const blocked = received.filter(({ entry }) => entry.data['decision'] === 'blocked').length;
  const allowed = received.length - blocked;
  return [allowed > 0 ? `${allowed} allowed` : '', blocked > 0 ? `${blocked} blocked` : '']
    .filter(Boolean)
    .join(', ');
}

function linesOf({ systems, integrations, flows }: MapParts, graph: Graph): MapLine[] {
  const inDrawing = new Set(systems);
  return [
    ...integrations.flatMap((entry): MapLine[] => [
      ...namedIn(graph, entry, 'counterparty').map((vendor) => ({
        from: vendor.id,
        to: entry.id,
        kind: 'provides' as const,
        arrows: [],
      })),
      ...namedIn(graph, entry, 'systems').map((system) => ({
        from: entry.id,
        to: system.id,
        kind: 'connects' as const,
        arrows: arrowsOf(entry.data['direction']),
      })),
    ]),
    ...systems.flatMap((entry) =>
      withoutImplied(namedIn(graph, entry, 'depends_on'), graph)
        .filter((base) => inDrawing.has(base))
        .map(
          (base): MapLine => ({ from: base.id, to: entry.id, kind: 'depends', arrows: ['from'] }),
        ),
    ),
    ...flows.map(
      ({ entry, from, to }): MapLine => ({
        from: from.id,
        to: to.id,
        kind: entry.data['decision'] === 'blocked' ? 'blocked' : 'allowed',
        arrows: ['to'],
      }),
    ),
  ];
}

function arrowsOf(direction: unknown): MapLine['arrows'] {
  if (direction === 'inbound') return ['to'];
  if (direction === 'outbound') return ['from'];
  return direction === 'both' ? ['from', 'to'] : [];
}

/** The systems that others of them do not need already; a drawing of all lines is unreadable. */
function withoutImplied(direct: readonly Entry[], graph: Graph): Entry[] {
  const reached = new Set<Entry>();
  const pending = direct.flatMap((entry) => namedIn(graph, entry, 'depends_on'));
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    pending.push(...namedIn(graph, next, 'depends_on'));
  }
  return direct.filter((entry) => !reached.has(entry));
}

/** How many steps each system stands above those that need nothing; a circle ends where it began. */
function depthsOf(systems: readonly Entry[], graph: Graph): ReadonlyMap<Entry, number> {
  const known = new Set(systems);
  const depths = new Map<Entry, number>();
  const open = new Set<Entry>();
  const depthOf = (entry: Entry): number => {
    const done = depths.get(entry);
    if (done !== undefined) return done;
    if (open.has(entry)) return -1;
    open.add(entry);
    const below = namedIn(graph, entry, 'depends_on').filter((base) => known.has(base));
    const depth = 1 + Math.max(-1, ...below.map(depthOf));
    open.delete(entry);
    depths.set(entry, depth);
    return depth;
  };
  for (const entry of systems) depthOf(entry);
  return depths;
}

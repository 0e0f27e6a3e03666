import { addressOf } from '../../domain/graph/addresses.ts';
import { type Corpus, type Entry, entriesOf } from '../../domain/graph/corpus.ts';
import type { Handbook } from '../handbook.ts';
import { entriesAt, entryAt, textOf, textsOf } from './fields.ts';
import { linkTo, listOf, type Value, words } from './values.ts';
import { nameOf, toneOf } from './words.ts';

/** Systems, integrations and the parties at the other end, with the lines between them. */
export interface MapView {
  readonly nodes: readonly MapNode[];
  readonly lines: readonly MapLine[];
  readonly systems: readonly SystemView[];
  /** Vendors that no interface and no data flow leads to. */
  readonly apart: readonly { readonly href: string; readonly text: string }[];
}

export interface MapNode {
  readonly id: string;
  readonly kind: 'source' | 'integration' | 'system' | 'receiver';
  readonly title: string;
  /** A few words below the title. */
  readonly note: string | null;
  readonly href: string;
}

export interface MapLine {
  readonly from: string;
  readonly to: string;
  readonly kind: 'interface' | 'dependency' | 'flow' | 'blocked';
  readonly ends: 'forward' | 'back' | 'both';
  readonly label: string | null;
}

/** What a reader without the drawing needs to know of a system. */
export interface SystemView {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly rows: readonly (readonly (Value | null)[])[];
}

/** The columns of each system's table. */
export const mapColumns = ['What', 'Other end', 'Through', 'Direction', 'Kind', 'Data'] as const;

type Book = Pick<Handbook, 'corpus'>;

interface Parts {
  readonly systems: readonly Entry[];
  readonly integrations: readonly Entry[];
  readonly flows: readonly Entry[];
}

/** The view of the map; what is retired is not on it. */
export function mapView({ corpus }: Book): MapView {
  const inUse = (type: string) =>
    entriesOf(corpus, type).filter(({ data }) => data['status'] !== 'retired');
  const parts = {
    systems: inUse('system'),
    integrations: inUse('integration'),
    flows: inUse('data-flow'),
  };
  const lines = linesOf(parts, corpus);
  const touched = new Set(lines.flatMap(({ from, to }) => [from, to]));
  const sources = new Set(
    parts.integrations.map(({ data }) => `vendors/${textOf(data, 'counterparty')}`),
  );
  const vendors = inUse('vendor');
  const vendorNode = (vendor: Entry) =>
    node(vendor, sources.has(vendor.id) ? 'source' : 'receiver', textOf(vendor.data, 'category'));
  return {
    nodes: [
      ...vendors.filter(({ id }) => touched.has(id)).map(vendorNode),
      ...parts.integrations.map((one) => node(one, 'integration', textOf(one.data, 'kind'))),
      ...parts.systems.map((one) => node(one, 'system', `tier ${one.data['tier'] ?? 'unknown'}`)),
    ],
    lines,
    systems: parts.systems.map((system) => systemView(system, parts, corpus)),
    apart: vendors
      .filter(({ id }) => !touched.has(id))
      .map((vendor) => ({ href: addressOf(vendor), text: nameOf(vendor) })),
  };
}

const node = (entry: Entry, kind: MapNode['kind'], note: string | null): MapNode => ({
  id: entry.id,
  kind,
  title: nameOf(entry),
  note,
  href: addressOf(entry),
});

function linesOf({ systems, integrations, flows }: Parts, corpus: Corpus): MapLine[] {
  const lines: MapLine[] = [
    ...integrations.flatMap((one) => interfaceLines(one, corpus)),
    ...systems.flatMap((system) =>
      entriesAt(system.data, 'depends_on', 'systems', corpus).map((needed) => ({
        from: system.id,
        to: needed.id,
        kind: 'dependency' as const,
        ends: 'forward' as const,
        label: null,
      })),
    ),
    ...flows.map((flow) => flowLine(flow)),
  ];
  const drawn = new Set(
    [...systems, ...integrations, ...entriesOf(corpus, 'vendor')].map(({ id }) => id),
  );
  return lines.filter(({ from, to }) => from !== to && drawn.has(from) && drawn.has(to));
}

/** From the counterparty over the integration to our systems; the ends show which way data goes. */
function interfaceLines(integration: Entry, corpus: Corpus): MapLine[] {
  const { data, id } = integration;
  const counterparty = entryAt(data, 'counterparty', 'vendors', corpus);
  const ends = { inbound: 'forward', outbound: 'back', both: 'both' } as const;
  const way = ends[textOf(data, 'direction') as keyof typeof ends] ?? 'both';
  const common = { kind: 'interface', ends: way, label: null } as const;
  return [
    ...(counterparty ? [{ ...common, from: counterparty.id, to: id }] : []),
    ...entriesAt(data, 'systems', 'systems', corpus).map((system) => ({
      ...common,
      from: id,
      to: system.id,
    })),
  ];
}

const flowLine = ({ data }: Entry): MapLine => ({
  from: textOf(data, 'from') ?? '',
  to: textOf(data, 'to') ?? '',
  kind: data['decision'] === 'blocked' ? 'blocked' : 'flow',
  ends: 'forward',
  label: [textOf(data, 'payload_class'), data['decision'] === 'blocked' ? 'blocked' : null]
    .filter(Boolean)
    .join(', '),
});

function systemView(system: Entry, parts: Parts, corpus: Corpus): SystemView {
  const needs = entriesAt(system.data, 'depends_on', 'systems', corpus);
  const neededBy = parts.systems.filter(({ data }) =>
    entriesAt(data, 'depends_on', 'systems', corpus).includes(system),
  );
  const ours = parts.integrations.filter(({ data }) =>
    entriesAt(data, 'systems', 'systems', corpus).includes(system),
  );
  const ends = new Set([system, ...ours].map(({ id }) => id));
  const flows = parts.flows.filter(
    ({ data }) => ends.has(textOf(data, 'from') ?? '') || ends.has(textOf(data, 'to') ?? ''),
  );
  return {
    id: system.id.replace('/', '-'),
    title: nameOf(system),
    href: addressOf(system),
    rows: [
      ...needs.map((other) => [
        words('Depends on'),
        linkTo(other),
        null,
        null,
        null,
        dataOf(other),
      ]),
      ...neededBy.map((other) => [words('Needed by'), linkTo(other), null, null, null, null]),
      ...ours.map((one) => interfaceRow(one, corpus)),
      ...flows.map((flow) => flowRow(flow, system, corpus)),
    ],
  };
}

const dataOf = ({ data }: Entry): Value | null =>
  listOf(textsOf(data, 'data_classes').map((name) => words(name)));

function interfaceRow(integration: Entry, corpus: Corpus): (Value | null)[] {
  const counterparty = entryAt(integration.data, 'counterparty', 'vendors', corpus);
  return [
    words('Interface'),
    counterparty && linkTo(counterparty),
    linkTo(integration),
    words(textOf(integration.data, 'direction')),
    words(textOf(integration.data, 'kind')),
    listOf([
      ...(counterparty?.data['phi'] === true ? [words('phi')] : []),
      ...textsOf(integration.data, 'payloads').map((name) => words(name)),
    ]),
  ];
}

/** A flow as seen from a system, which is one of its ends or stands behind the integration that is. */
function flowRow(flow: Entry, system: Entry, corpus: Corpus): (Value | null)[] {
  const { data } = flow;
  const from = corpus.byId.get(textOf(data, 'from') ?? '');
  const to = corpus.byId.get(textOf(data, 'to') ?? '');
  const inward = to === system || (to?.type.name === 'integration' && from !== system);
  const other = inward ? from : to;
  const decision = textOf(data, 'decision');
  return [
    words('Data flow'),
    other ? linkTo(other) : null,
    linkTo(flow),
    words(inward ? 'inbound' : 'outbound'),
    decision === null ? null : { kind: 'status', text: decision, tone: toneOf(decision) },
    words(textOf(data, 'payload_class')),
  ];
}

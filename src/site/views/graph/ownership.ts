import type { TypeDefinition } from '../../../domain/documents/define.ts';
import { type Entry, engagementData, entriesOf, summaryOf } from '../../../domain/graph/corpus.ts';
import type { Edge, Graph } from '../../../domain/graph/graph.ts';
import type { Handbook } from '../../handbook.ts';
import { listedTypes } from '../navigation.ts';
import { dayOf } from '../words.ts';
import { standsFor } from './duties.ts';
import { byName, type DocumentLink, fieldOf, isInForce, linkTo } from './links.ts';

/** Who answers for what. */
export interface OwnershipView {
  /** The day by which nothing may depend on the vendor's people; null where it is not written. */
  readonly exit: { readonly iso: string; readonly text: string } | null;
  readonly vendorPeople: readonly PersonWords[];
  readonly customerPeople: readonly PersonWords[];
  /** People whose side is not written. */
  readonly otherPeople: readonly PersonWords[];
  /** Documents that lack somebody, one list for each way of it. */
  readonly gaps: readonly Gap[];
}

export interface PersonWords extends DocumentLink {
  /** Job title. */
  readonly title: string | null;
  /** The last day, in words; null while active. */
  readonly left: string | null;
  /** Documents for which the person stands today. */
  readonly count: number;
  /** Those that name the person for something that is over, such as a drill. */
  readonly past: number;
  readonly parts: readonly Part[];
}

/** What a person is to a number of documents, such as the owner. */
export interface Part {
  readonly label: string;
  readonly count: number;
  readonly groups: readonly TypeGroup[];
}

/** Documents of one type. */
export interface TypeGroup {
  readonly label: string;
  readonly links: readonly DocumentLink[];
}

export interface Gap {
  readonly id: string;
  readonly label: string;
  /** What to say where there is none. */
  readonly none: string;
  readonly count: number;
  readonly groups: readonly TypeGroup[];
}

/** The fields that say who answers, in the order in which they are read. */
const answering: readonly string[] = ['owner', 'backup_owner', 'successor'];

/** The view of who owns what. */
export function ownershipView({
  corpus,
  graph,
}: Pick<Handbook, 'corpus' | 'graph'>): OwnershipView {
  const people = entriesOf(corpus, 'person');
  const onSide = (...sides: readonly unknown[]) =>
    people
      .filter(({ data }) => sides.includes(data['side']))
      .map((entry) => personWords(entry, graph))
      .sort((a, b) => b.count - a.count);
  const exit = engagementData(corpus)['exit_on'];
  return {
    exit: typeof exit === 'string' ? { iso: exit, text: dayOf(exit) } : null,
    vendorPeople: onSide('vendor'),
    customerPeople: onSide('customer'),
    otherPeople: people
      .filter(({ data }) => data['side'] !== 'vendor' && data['side'] !== 'customer')
      .map((entry) => personWords(entry, graph)),
    gaps: gapsOf(corpus.entries),
  };
}

function personWords(entry: Entry, graph: Graph): PersonWords {
  const naming = graph.incoming(entry).filter(({ relation }) => relation.field.length > 0);
  const today = naming.filter(standsFor);
  const standing = new Set(today.map(({ from }) => from));
  const left = entry.data['active_to'];
  return {
    ...linkTo(entry),
    title: summaryOf(entry),
    left: typeof left === 'string' ? dayOf(left) : null,
    count: standing.size,
    past: new Set(naming.map(({ from }) => from).filter((one) => !standing.has(one))).size,
    parts: partsOf(today),
  };
}

/** What a person is to documents: who answers first, then the rest. */
function partsOf(edges: readonly Edge[]): Part[] {
  const byLabel = Map.groupBy(edges, ({ relation }) => relation.inverseLabel);
  const parts = [...byLabel].map(([label, named]) => {
    const entries = [...new Set(named.map(({ from }) => from))];
    const place = answering.indexOf(named[0] ? fieldOf(named[0]) : '');
    return {
      place: place < 0 ? answering.length : place,
      part: { label, count: entries.length, groups: groupsOf(entries) },
    };
  });
  return parts.sort((a, b) => a.place - b.place).map(({ part }) => part);
}

/** Documents by type, in the order in which the handbook lists types. */
function groupsOf(entries: readonly Entry[]): TypeGroup[] {
  const byType = Map.groupBy(entries, ({ type }) => type.name);
  return [...byType]
    .sort(([a], [b]) => placeOf(a) - placeOf(b))
    .map(([name, group]) => ({
      label: listedTypes[placeOf(name)]?.plural ?? group[0]?.type.plural ?? name,
      links: byName(group).map(linkTo),
    }));
}

const places = new Map(listedTypes.map(({ name }, place) => [name, place]));
const placeOf = (name: string): number => places.get(name) ?? listedTypes.length;

const lacks = [
  {
    field: 'owner',
    id: 'no-owner',
    label: 'Without an owner',
    none: 'Every document has an owner.',
  },
  {
    field: 'backup_owner',
    id: 'no-backup',
    label: 'Without a backup owner',
    none: 'Every document has a backup owner.',
  },
  {
    field: 'successor',
    id: 'no-successor',
    label: 'Without a successor',
    none: 'Every document has somebody who takes it over.',
  },
] as const;

function gapsOf(entries: readonly Entry[]): Gap[] {
  const documents = entries.filter((entry) => entry.type.format === 'mdx' && isInForce(entry));
  return lacks.map(({ field, id, label, none }) => {
    const found = documents.filter(({ type, data }) => hasField(type, field) && !data[field]);
    return { id, label, none, count: found.length, groups: groupsOf(found) };
  });
}

const hasField = (type: TypeDefinition, field: string): boolean => field in type.schema.shape;

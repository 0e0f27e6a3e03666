import { pageAddress } from '../body/target.ts';
import type { TypeDefinition } from '../documents/define.ts';
import { typeNamed } from '../documents/registry.ts';
import { at, type FieldPath, field, type Position } from '../problems/problem.ts';
import { addressOf, aliasesOf } from './addresses.ts';
import type { Corpus, Entry } from './corpus.ts';
import { linksOf } from './links.ts';
import { ofEntry, once } from './once.ts';
import { type Relation, relations } from './relations.ts';

/** A link from one existing document to another. */
export interface Edge {
  readonly from: Entry;
  readonly to: Entry;
  readonly relation: Relation;
  readonly position: Position;
}

/** A reference field whose value names no document. */
export interface Dangling {
  readonly from: Entry;
  readonly relation: Relation;
  readonly path: FieldPath;
  readonly value: string;
}

/** Documents and their links; both directions come from the one that authors wrote. */
export interface Graph {
  readonly edges: readonly Edge[];
  readonly dangling: readonly Dangling[];
  outgoing(entry: Entry): readonly Edge[];
  incoming(entry: Entry): readonly Edge[];
}

/** The relation of a link in the text of a document. */
export const mention: Relation = {
  field: [],
  from: '*',
  to: ['*'],
  label: 'Mentions',
  inverseLabel: 'Mentioned in',
  cardinality: 'many',
  acyclic: false,
};

/** Draws the graph of a corpus; never fails on bad values, which come back as `dangling`. */
export function buildGraph(corpus: Corpus): Graph {
  const edges: Edge[] = [];
  const dangling: Dangling[] = [];
  const pages = pageIndex(corpus);
  for (const entry of corpus.entries) {
    for (const reference of referencesIn(entry)) {
      const { relation, path, value } = reference;
      const to = resolveReference(corpus, relation, value);
      if (to) edges.push({ from: entry, to, relation, position: field(path) });
      else dangling.push({ from: entry, relation, path, value });
    }
    for (const edge of mentions(entry, corpus, pages)) edges.push(edge);
  }
  const outgoing = Map.groupBy(edges, (edge) => edge.from);
  const incoming = Map.groupBy(edges, (edge) => edge.to);
  return {
    edges,
    dangling,
    outgoing: (entry) => outgoing.get(entry) ?? [],
    incoming: (entry) => incoming.get(entry) ?? [],
  };
}

/** The values of an entry's reference fields, whether or not they name a document. */
const referencesIn = ofEntry((entry) =>
  (relationsByType.get(entry.type.name) ?? []).flatMap((relation) =>
    valuesAt(entry.data, relation.field).flatMap(({ path, value }) =>
      typeof value === 'string' && value !== '' ? [{ relation, path, value }] : [],
    ),
  ),
);

const relationsByType = Map.groupBy(relations, (relation) => relation.from);

/** The id of the document that a reference value would name. */
export function idNamed(relation: Pick<Relation, 'to'>, value: string): string {
  const only = soleTarget(relation);
  return only === null ? value : `${only.folder}/${value}`;
}

/** The document that a reference value names, or null. */
export function resolveReference(
  corpus: Corpus,
  relation: Pick<Relation, 'to'>,
  value: string,
): Entry | null {
  const entry = corpus.byId.get(idNamed(relation, value));
  return entry && (relation.to.includes('*') || relation.to.includes(entry.type.name))
    ? entry
    : null;
}

/** The document that a data file names by its id; such files stay as they are, so an old address counts. */
export const entryNamed = (corpus: Corpus, id: string): Entry | null =>
  corpus.byId.get(id) ??
  corpus.entries.find((entry) => aliasesOf(entry).includes(pageAddress(id))) ??
  null;

/** The one type that a relation points at; null when there are several, and values carry their folder. */
export const soleTarget = once(({ to }: Pick<Relation, 'to'>): TypeDefinition | null => {
  const [only, ...others] = to;
  return others.length === 0 && only ? (typeNamed(only) ?? null) : null;
});

/** The documents by the address of their page, aliases included. */
export const pageIndex = once((corpus: Corpus): ReadonlyMap<string, Entry> => {
  const pages = new Map<string, Entry>();
  for (const entry of corpus.entries) {
    for (const alias of aliasesOf(entry)) if (!pages.has(alias)) pages.set(alias, entry);
  }
  for (const entry of corpus.byId.values()) pages.set(addressOf(entry), entry);
  return pages;
});

function mentions(entry: Entry, corpus: Corpus, pages: ReadonlyMap<string, Entry>): Edge[] {
  return linksOf(entry).flatMap((link) => {
    const { target } = link;
    const to =
      target.kind === 'file'
        ? corpus.byId.get(target.path.replace(/\.(mdx|yaml)$/, ''))
        : target.kind === 'page'
          ? pages.get(target.address)
          : undefined;
    return to && to !== entry ? [{ from: entry, to, relation: mention, position: at(link) }] : [];
  });
}

/** The values that stand at a field path such as `escalation.*.person`, each with its own path. */
export function valuesAt(
  data: unknown,
  path: readonly string[],
): { path: FieldPath; value: unknown }[] {
  const [head, ...rest] = path;
  if (head === undefined) return [{ path: [], value: data }];
  const below = (key: string | number, value: unknown) =>
    valuesAt(value, rest).map((found) => ({ path: [key, ...found.path], value: found.value }));
  if (head === '*')
    return Array.isArray(data) ? data.flatMap((item, index) => below(index, item)) : [];
  if (typeof data !== 'object' || data === null || !Object.hasOwn(data, head)) return [];
  return below(head, (data as Record<string, unknown>)[head]);
}

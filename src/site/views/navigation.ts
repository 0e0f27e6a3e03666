import { type SectionName, sections, type TypeDefinition } from '../../domain/documents/define.ts';
import { types } from '../../domain/documents/registry.ts';
import { addressOf, indexAddress } from '../../domain/graph/addresses.ts';
import { type Corpus, type Entry, entriesOf, folderOf } from '../../domain/graph/corpus.ts';
import { isPart } from '../copy-words.ts';
import type { Handbook } from '../handbook.ts';
import { type Overview, overviewsOf } from './overviews.ts';
import { nameOf } from './words.ts';

export interface Link {
  readonly label: string;
  readonly link: string;
}

/** A group of the sidebar. */
export interface Group {
  readonly label: string;
  readonly items: readonly Link[];
}

/** Documents shown before and after the current one; a bound, so that a page does not grow with the handbook. */
const AROUND = 5;

/** Types that have pages of their own in a list, in sidebar order. */
export const listedTypes: readonly TypeDefinition[] = types.filter(
  (type: TypeDefinition) => type.folder !== '',
);

/** Documents and records by type, made once for a corpus. */
export type ByType = ReadonlyMap<string, readonly Entry[]>;

export const groupByType = (corpus: Corpus): ByType =>
  new Map(listedTypes.map((type) => [type.name, entriesOf(corpus, type.name)]));

type Book = Pick<Handbook, 'corpus'> & Partial<Pick<Handbook, 'documents'>>;

/** The sections that the home page has: in a copy that lacks documents, those alone that hold something. */
export function sectionsShown(book: Book): ReadonlySet<SectionName> {
  const all = Object.keys(sections) as SectionName[];
  if (!isPart(book)) return new Set(all);
  const used = new Set(book.corpus.entries.map(({ type }) => type));
  const isUsed = (id: SectionName) =>
    overviewsOf(id).length > 0 || listedTypes.some((type) => type.section === id && used.has(type));
  return new Set(all.filter(isUsed));
}

/** The sidebar of a page of `type`: its section's types, and the documents around the current one in its folder. */
export function sidebarOf(type: TypeDefinition, current: Entry | null, byType: ByType): Group[] {
  const all = byType.get(type.name) ?? [];
  const { folder, siblings } = aroundIn(all, current);
  const place = current === null ? 0 : Math.max(0, siblings.indexOf(current));
  const start = Math.max(0, Math.min(place - AROUND, siblings.length - 2 * AROUND - 1));
  const nearby = siblings.slice(start, start + 2 * AROUND + 1);
  const groups = [sectionGroup(type.section, type, byType)];
  if (nearby.length === 0) return groups;
  return [
    ...groups,
    {
      label: folder === '' ? type.plural : `${type.plural} in ${folder}`,
      items: nearby.map((entry) => ({ label: nameOf(entry), link: addressOf(entry) })),
    },
  ];
}

/** The documents to choose the nearest from: those of the folder, or all where it holds only the current one. */
function aroundIn(all: readonly Entry[], current: Entry | null) {
  const folder = current === null ? '' : folderOf(current);
  const siblings = byFolder(all).get(folder) ?? [];
  return current === null || siblings.length < 2
    ? { folder: '', siblings: all }
    : { folder, siblings };
}

const folders = new WeakMap<readonly Entry[], ReadonlyMap<string, readonly Entry[]>>();

function byFolder(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const known = folders.get(entries) ?? Map.groupBy(entries, folderOf);
  folders.set(entries, known);
  return known;
}

/** The sidebar of a page that is drawn from the whole graph. */
export const overviewSidebar = ({ section }: Overview, byType: ByType): Group[] => [
  sectionGroup(section, null, byType),
];

function sectionGroup(section: SectionName, shown: TypeDefinition | null, byType: ByType): Group {
  const used = listedTypes.filter(
    (one) =>
      one.section === section &&
      ((byType.get(one.name)?.length ?? 0) > 0 || one.name === shown?.name),
  );
  const pages = overviewsOf(section).map(({ title, address }) => ({ label: title, link: address }));
  return { label: sections[section], items: [...pages, ...used.map(typeLink)] };
}

const typeLink = (type: TypeDefinition): Link => ({ label: type.plural, link: indexAddress(type) });

/** The documents before and after one of its type, by path. */
export function neighboursOf(
  entry: Entry,
  byType: ByType,
): { prev: Link | null; next: Link | null } {
  const siblings = byType.get(entry.type.name) ?? [];
  const index = siblings.indexOf(entry);
  const link = (other: Entry | undefined): Link | null =>
    other === undefined ? null : { label: nameOf(other), link: addressOf(other) };
  return { prev: index > 0 ? link(siblings[index - 1]) : null, next: link(siblings[index + 1]) };
}

/** The way from the home page to a page: section, type and, for documents, its name. */
export function breadcrumbsOf(
  type: TypeDefinition,
  name: string | null,
): { label: string; href: string | null }[] {
  const section = { label: sections[type.section], href: `/#${type.section}` };
  if (type.folder === '') return [section, { label: name ?? type.label, href: null }];
  const index = { label: type.plural, href: name === null ? null : indexAddress(type) };
  // The section "Systems" holds the type "Systems": one of the two is enough.
  const above = section.label === index.label ? [] : [section];
  return name === null ? [...above, index] : [...above, index, { label: name, href: null }];
}

/** The way from the home page to an overview. */
export const overviewBreadcrumbs = ({
  section,
  title,
}: Overview): { label: string; href: string | null }[] => [
  { label: sections[section], href: `/#${section}` },
  { label: title, href: null },
];

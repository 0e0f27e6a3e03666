import { typeNamed } from '../documents/registry.ts';
import { apart } from './apart.ts';
import { largest } from './lists.ts';
import type { Dialect } from './model.ts';
import { addressPart } from './names.ts';

/** A document that needs a place in the content folder. */
export interface Unplaced {
  /** Path inside the source. */
  readonly path: string;
  /** Name of its type. */
  readonly type: string;
  readonly title: string | null;
  readonly dialect: Dialect;
  /** The content path that the map file asks for. */
  readonly wanted?: string;
}

/** What the content folder holds already. */
export interface Taken {
  /** Paths of all its files. */
  readonly paths: Iterable<string>;
  /** Where documents of earlier imports are now, by their path in the source. */
  readonly imported?: ReadonlyMap<string, string>;
}

/**
 * A content path for each document, by its path in the source: named as its file, or as its folder where
 * it is the folder's README; the same for the same documents whatever their order. A document that was
 * imported before stays where it is.
 */
export function planAddresses(
  documents: readonly Unplaced[],
  { paths, imported = new Map() }: Taken,
): Map<string, string> {
  const plan = new Map<string, string>();
  const used = new Set([...paths].map(idOf));
  const place = (document: Unplaced, path: string) => {
    plan.set(document.path, path);
    used.add(idOf(path));
  };
  const sorted = documents.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  for (const document of sorted) {
    const path = imported.get(document.path) ?? document.wanted;
    if (path !== undefined) place(document, path);
  }
  const open = sorted.filter(({ path }) => !plan.has(path));
  for (const [name, all] of Map.groupBy(open, ({ type }) => type)) {
    const type = typeNamed(name);
    if (!type) throw new Error(`There is no document type ${name}`);
    const at = (id: string) => `${type.folder}/${id}.${type.format}`;
    const isFree = (id: string) => !/(?:^|\/)index$/.test(id) && !used.has(idOf(at(id)));
    const named = type.numbered
      ? numbered(all, numbersIn(used, type.folder))
      : apart(all, name === 'page' ? placesOf(all) : namesOf, isFree);
    for (const [document, id] of named) place(document, at(id));
  }
  return plan;
}

/** What is one document whatever its ending. */
const idOf = (path: string): string => path.replace(/\.[^./]+$/, '').toLowerCase();

const numbersIn = (ids: ReadonlySet<string>, folder: string): Set<number> =>
  new Set(
    [...ids].flatMap((id) => {
      const number = id.startsWith(`${folder}/`) ? /\/(\d{4})-/.exec(id)?.[1] : undefined;
      return number === undefined ? [] : [Number(number)];
    }),
  );

/** Names with a number of four digits before each: its own where that is free, else the next. */
function numbered(
  documents: readonly Unplaced[],
  used: Set<number>,
): (readonly [Unplaced, string])[] {
  const read = documents.map((document) => ({ document, ...numberOf(document) }));
  const numbers = new Map<Unplaced, number>();
  const give = (document: Unplaced, number: number) => {
    numbers.set(document, number);
    used.add(number);
  };
  for (const { document, number } of read)
    if (number !== null && !used.has(number)) give(document, number);
  let next = largest(used, 0) + 1;
  const rest = read.filter(({ document }) => !numbers.has(document));
  for (const { document } of rest.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)))
    give(document, next++);
  return read.map(({ document, rest: name }) => {
    const number = String(numbers.get(document)).padStart(4, '0');
    return [document, `${number}-${name || 'decision'}`] as const;
  });
}

/** What Notion puts behind each name. */
const HASH = / ?[\da-f]{32}$/i;

const NUMBER =
  /^(?:(?:adr|rfc|decision|dr|madr|lep|tdr)[-_. #]*)?(\d{1,4})(?!\d)[-_.:) ]*(?=\D|$)/i;
const DAY = /^(\d{4}-?\d{2}-?\d{2})(?!\d)[-_. ]*/;

/** The number of a decision, the day that its file's name begins with, and the rest of its name. */
function numberOf(document: Unplaced): { number: number | null; day: string; rest: string } {
  const words = wordsOf(document);
  const day = DAY.exec(words)?.[1] ?? '';
  if (day !== '') return { number: null, day, rest: addressPart(words.replace(DAY, '')) };
  const [whole = '', digits] = NUMBER.exec(words) ?? [];
  if (digits !== undefined) {
    const rest = words.slice(whole.length) || (document.title ?? '').replace(NUMBER, '');
    return { number: Number(digits), day, rest: addressPart(rest) };
  }
  const inTitle = NUMBER.exec(document.title ?? '')?.[1];
  const number = inTitle === undefined ? null : Number(inTitle);
  return { number, day, rest: nameOf(document) };
}

/** Pages that are of no known kind stay in the folders that somebody sorted them into. */
function placesOf(documents: readonly Unplaced[]): (document: Unplaced) => string[] {
  const folders = new Map(documents.map((one) => [one, foldersOf(one)]));
  const shared = sharedBy([...folders.values()]);
  return (document) => {
    const all = folders.get(document) ?? [];
    const below = all.slice(shared).filter((part, index) => index > 0 || !GENERIC.test(part));
    const [short = '', ...longer] = namesOf(document);
    return [short, ...longer.slice(all.length - shared)].map((name) => [...below, name].join('/'));
  };
}

/** The folders that a document is in, as parts of an address; the one that a README stands for is its name. */
function foldersOf(document: Unplaced): string[] {
  const folders = document.path.split('/').slice(0, isIndex(document) ? -2 : -1);
  const named =
    document.dialect === 'notion' ? folders.map((one) => one.replace(HASH, '')) : folders;
  return named.map(addressPart).filter(Boolean);
}

/** How many of the first folders are the same for all. */
function sharedBy(all: readonly (readonly string[])[]): number {
  const [first = []] = all;
  const end = first.findIndex((part, index) => all.some((one) => one[index] !== part));
  return all.length < 2 ? 0 : end < 0 ? first.length : end;
}

/** A document's name alone, then with the folders above it. */
function namesOf(document: Unplaced): string[] {
  const folders = document.path.split('/').slice(0, isIndex(document) ? -2 : -1);
  const names = [nameOf(document) || 'page'];
  for (const folder of folders.toReversed().map(addressPart)) {
    const last = names.at(-1) ?? '';
    if (folder !== '' && last !== folder && !last.startsWith(`${folder}-`))
      names.push(addressPart(`${folder}-${last}`));
  }
  return [...new Set(names)];
}

const isIndex = ({ path }: Unplaced): boolean =>
  /(?:^|\/)(?:readme|_?index)\.[^./]+$/i.test(path) && path.includes('/');

/** The name that a document has by its file, its folder or its title. */
function nameOf(document: Unplaced): string {
  const words = wordsOf(document);
  return addressPart(words) || addressPart(document.title ?? '') || codes(words);
}

/** The words that a document's file is named with, without what its dialect adds. */
function wordsOf({ path, title, dialect }: Unplaced): string {
  const parts = path.split('/');
  const stem = (parts.pop() ?? '').replace(/(?<=.)\.[^.]+$/, '');
  if (/^(?:readme|_?index)$/i.test(stem)) {
    const folder = parts.at(-1) ?? '';
    return title && GENERIC.test(folder) ? title : folder || 'readme';
  }
  if (dialect === 'notion') return stem.replace(HASH, '') || (title ?? stem);
  if (dialect === 'confluence') return stem.replace(/(?:^|_)\d{3,}$/, '') || (title ?? stem);
  if (dialect === 'docusaurus') return stem.replace(/^\d{1,3}[-_. ]+(?=\D)/, '');
  return stem;
}

/** Folders that say nothing of what is in them; the top of a source among them. */
const GENERIC = /^(?:|docs?|content|src|source|site|website|pages|wiki|documentation|_posts)$/i;

/** A name for words that have no letter: the code points of their characters. */
const codes = (words: string): string =>
  [...words]
    .slice(0, 12)
    .map((one) => `u${one.codePointAt(0)?.toString(16)}`)
    .join('-') || 'page';

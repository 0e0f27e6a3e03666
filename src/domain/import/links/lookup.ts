import { largest } from '../lists.ts';
import { type LinkMap, spaced } from './map.ts';
import type { LinkFacts } from './model.ts';
import { baseOf, folded, folderOf, joined, urlKey, withoutEnding } from './paths.ts';

/**
 * The path that a name means: by path from the top, by the end of a path, by name of the file, by title
 * or alias. Of several the one in the same folder, then the one nearest to the top.
 */
export function byName(name: string, from: LinkFacts, map: LinkMap): string | null {
  const plain = name.replace(/^\/+|\/+$/g, '');
  if (plain === '') return null;
  const clear = plain
    .split('/')
    .filter((part) => part !== '..' && part !== '.')
    .join('/');
  const base = folded(baseOf(clear));
  const ends = (map.bases.get(base) ?? []).filter((path) => endsWith(path, clear));
  const titled = map.titles.get(folded(plain)) ?? [];
  const wiki = clear.includes('/') ? [] : (map.bases.get(spaced(base)) ?? []);
  return (
    nearest(ends, from) ?? nearest(titled, from) ?? bySlug(plain, from, map) ?? nearest(wiki, from)
  );
}

function endsWith(path: string, name: string): boolean {
  const [whole, end] = [`/${folded(path)}`, `/${folded(name)}`];
  return whole.endsWith(end) || withoutEnding(whole).endsWith(withoutEnding(end));
}

const nearest = (paths: readonly string[], from: LinkFacts): string | null =>
  paths.find((path) => folderOf(path) === folderOf(from.path)) ?? paths[0] ?? null;

/** The decision of a number, written as `7`, `0007` or `ADR-7`: one of the same folder, else the only one. */
export function byNumber(words: string, from: LinkFacts, map: LinkMap): string | null {
  const digits = /^(?:adr|rfc|decision|madr|no|nr|number)?[-_ #.:]{0,3}(\d{1,4})$/i.exec(
    words.trim(),
  )?.[1];
  if (digits === undefined) return null;
  const list = from.to.split('/')[0];
  const numbered = [...map.documents.values()].filter(
    ({ path, to }) => to.split('/')[0] === list && numberIn(path) === Number(digits),
  );
  const beside = numbered.filter(({ path }) => folderOf(path) === folderOf(from.path));
  const [only, ...others] = beside.length > 0 ? beside : numbered;
  return others.length === 0 ? (only?.path ?? null) : null;
}

const numberIn = (path: string): number =>
  Number(/^(?:[a-z]{2,8}[-_ ]?)?(\d{1,4})(?!\d)/i.exec(baseOf(path))?.[1] ?? Number.NaN);

/** By the address of its page, as a `ref` of Hugo may be written. */
function bySlug(name: string, from: LinkFacts, map: LinkMap): string | null {
  const beside = joined(folderOf(from.path), name) ?? '';
  return byAddress(urlKey(beside), from, map) ?? byAddress(urlKey(name), from, map);
}

/** The document whose page has an address; of several the one nearest to the document that links. */
export function byAddress(key: string, from: LinkFacts, map: LinkMap): string | null {
  const all = key === '' ? [] : (map.urls.get(key) ?? []);
  if (all.length < 2) return all[0] ?? null;
  const shares = all.map((path) => shared(path, from.path));
  return all[shares.indexOf(largest(shares))] ?? null;
}

/** How many folders two paths share from the top. */
function shared(a: string, b: string): number {
  const [one, two] = [folderOf(a).split('/'), folderOf(b).split('/')];
  const differs = one.findIndex((part, index) => part !== two[index]);
  return differs < 0 ? one.length : differs;
}

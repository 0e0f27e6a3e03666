import { pageAddress } from '../body/target.ts';
import { types } from '../documents/registry.ts';
import type { Entry } from './corpus.ts';

/** Pages of the site that come from no document. A test holds this list against the built site. */
const fixedPages = [
  '/',
  '/guide/',
  '/guide/checks/',
  '/map/',
  '/side-by-side/',
  '/actions/',
  '/timeline/',
  '/ownership/',
] as const;

/** The address of an entry's page, such as `/runbooks/hl7-feed-stalled/`. */
export const addressOf = (entry: Pick<Entry, 'id'>): string => pageAddress(entry.id);

/** The address of the page that lists a type. */
export const indexAddress = (type: { readonly folder: string }): string => pageAddress(type.folder);

/** Addresses that no document and no alias may take. */
export const reservedAddresses: ReadonlySet<string> = new Set([
  ...fixedPages,
  ...types.filter((type) => type.folder !== '').map(indexAddress),
]);

/** Aliases of an entry that are written as text, in the one form that pages have. */
export function aliasesOf(entry: Entry): string[] {
  const aliases = entry.data['aliases'];
  if (!Array.isArray(aliases)) return [];
  return aliases.filter((alias): alias is string => typeof alias === 'string').map(pageAddress);
}

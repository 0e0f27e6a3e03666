import { pageAddress } from '../body/target.ts';
import { types } from '../documents/registry.ts';
import type { Entry } from './corpus.ts';
import { once } from './once.ts';

/** Pages of the site that come from no document. A test holds this list against the built site. */
const fixedPages = [
  '/',
  '/guide/',
  '/guide/checks/',
  '/guide/commands/',
  '/guide/components/',
  '/guide/decisions/',
  '/guide/fields/',
  '/guide/import/',
  '/guide/pull-requests/',
  '/guide/writing/',
  '/oncall/',
  '/map/',
  '/side-by-side/',
  '/actions/',
  '/timeline/',
  '/changes/',
  '/ownership/',
  '/readiness/',
  '/acceptance/',
  '/coverage/',
  '/standard/',
  '/search/',
  '/successor/',
] as const;

/** The address of an entry's page, such as `/runbooks/hl7-feed-stalled/`. */
export const addressOf = once((entry: Pick<Entry, 'id'>): string => pageAddress(entry.id));

/** The address of the page that lists a type. */
export const indexAddress = (type: { readonly folder: string }): string => pageAddress(type.folder);

/** The address of the page that tells how to write a document of a type. */
export const guideAddress = (type: { readonly name: string }): string =>
  pageAddress(`guide/${type.name}`);

/** The address of a decision of the project itself, by the slug of its file. */
export const decisionAddress = (slug: string): string => pageAddress(`guide/decisions/${slug}`);

/** Addresses that no document and no alias may take, but for those of `ownPages`. */
export const reservedAddresses: ReadonlySet<string> = new Set([
  ...fixedPages,
  ...types.map(guideAddress),
  ...types.filter((type) => type.folder !== '').map(indexAddress),
]);

/** Pages of the project's own decisions, of the rules of the standard and of long lists; which there are is known elsewhere. */
const ownPages =
  /^\/(?:guide\/decisions\/\d{4}-[a-z0-9-]+|standard\/[a-z]+-\d{2}|readiness\/(?:open|coming)\/\d+|[a-z-]+\/_\d+)\/$/;

/** Whether the handbook itself has a page at an address. */
export const isReserved = (address: string): boolean =>
  reservedAddresses.has(address) || ownPages.test(address);

/** Aliases of an entry that are written as text, in the one form that pages have. */
export const aliasesOf = once((entry: Entry): readonly string[] => {
  const aliases = entry.data['aliases'];
  if (!Array.isArray(aliases)) return [];
  return aliases.filter((alias): alias is string => typeof alias === 'string').map(pageAddress);
});

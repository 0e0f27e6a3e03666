import { pageAddress } from '../body/target.ts';
import type { Entry } from './corpus.ts';

/** A web address that was read as one of a page of the handbook. */
export interface PageLink {
  /** What stands before the address of the page: where the handbook is published. */
  readonly site: string;
  readonly entry: Entry;
  /** The part behind `#`; null where there is none. */
  readonly fragment: string | null;
}

/** The page that a web address leads to, by the end of its path; null where it leads to none. */
export function pageLink(url: string, pages: ReadonlyMap<string, Entry>): PageLink | null {
  const [, host, path = '', fragment] =
    /^(https:\/\/[^/?#]+)([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/.exec(url.trim()) ?? [];
  if (host === undefined) return null;
  const parts = path.split('/').filter(Boolean);
  for (const [index] of parts.entries()) {
    const entry = pages.get(pageAddress(parts.slice(index).join('/')));
    if (!entry || entry.type.folder === '') continue;
    const site = [host, ...parts.slice(0, index)].join('/').toLowerCase();
    return { site, entry, fragment: fragment === undefined || fragment === '' ? null : fragment };
  }
  return null;
}

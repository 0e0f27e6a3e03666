import { type FacetName, type Filters, facetNames } from '../../../domain/search/model.ts';
import { asked, LONGEST, onOneLine } from './lines.ts';

/** What a search page shows, as its address tells it. */
export interface State {
  readonly query: string;
  readonly filters: Filters;
}

/** Longer texts are pasted, and pasted texts may tell of patients: they stay out of what a server logs. */
const PUBLIC = 80;

/** Words of an address beyond this say nothing more. */
const LONGEST_PATH = 200;

/** More values of one facet than anybody chooses. */
const MOST_VALUES = 50;

/** The state of an address; what cannot be read is left out. */
export function stateOf({ search, hash }: Pick<Location, 'search' | 'hash'>): State {
  const params = new URLSearchParams(search);
  const kept = hash.startsWith('#q=') ? new URLSearchParams(hash.slice(1)).get('q') : null;
  const filters: Partial<Record<FacetName, readonly string[]>> = {};
  for (const name of facetNames) {
    const values = [...new Set(params.getAll(name))].filter((value) => value !== '');
    if (values.length > 0) filters[name] = values.slice(0, MOST_VALUES);
  }
  return { query: asked(onOneLine(kept ?? params.get('q') ?? '')), filters };
}

/**
 * The address of a state. A pasted text goes behind the `#`, which a browser never sends.
 *
 * @example addressOf({ query: 'hl7', filters: { type: ['Runbook'] } }) === '/search/?q=hl7&type=Runbook'
 */
export function addressOf({ query, filters }: State, path = '/search/'): string {
  const params = new URLSearchParams();
  const isPasted = query.length > PUBLIC || query.includes('\n');
  if (query !== '' && !isPasted) params.set('q', query);
  for (const name of facetNames)
    for (const value of filters[name] ?? []) params.append(name, value);
  const hash = isPasted ? `#${new URLSearchParams({ q: query.slice(0, LONGEST) })}` : '';
  return `${path}${params.size > 0 ? `?${params}` : ''}${hash}`;
}

/** The filters with a value of a facet added or taken away. */
export function toggled(filters: Filters, name: FacetName, value: string): Filters {
  const old = filters[name] ?? [];
  const values = old.includes(value) ? old.filter((one) => one !== value) : [...old, value];
  const { [name]: _, ...others } = filters;
  return values.length > 0 ? { ...others, [name]: values } : others;
}

/** What an address that leads nowhere was meant to say: the words at its end, with its folders where that is one word. */
export function wordsOfPath(pathname: string): string {
  const parts = pathname.split('/').filter((part) => part !== '');
  const words = parts.map((part) =>
    decoded(part)
      .replace(/\.(?:html?|mdx?|php|aspx?)$/i, '')
      .replace(/^\d{4}-(?=\D)/, '')
      .replace(/[^\p{L}\p{N}^$]+/gu, ' ')
      .trim(),
  );
  const said = words.filter((word) => word !== '' && word !== 'index');
  const last = said.at(-1) ?? '';
  return (last.includes(' ') ? last : said.join(' ')).slice(0, LONGEST_PATH);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** What a name of a page is: it decides how much a match of it says, and the word beside the result. */
export type NameKind =
  | 'title'
  | 'alert'
  | 'id'
  | 'term'
  | 'alias'
  | 'symptom'
  | 'error'
  | 'path'
  | 'heading';

/** One name by which a reader may ask for a page. */
export interface Name {
  readonly kind: NameKind;
  readonly text: string;
  /** The id of the heading that it stands at; null for the page as a whole. */
  readonly anchor: string | null;
}

/** A page that search can lead to, as the index of names carries it. */
export interface Page {
  readonly address: string;
  readonly title: string;
  readonly summary: string | null;
  /** How bad it is that a runbook or an alert is about, in the words of the pages; null or absent where it has none. */
  readonly severity?: string | null;
  /** By what a search can be narrowed; values are in the words that the pages show. */
  readonly facets: Readonly<Record<FacetName, readonly string[]>>;
  readonly names: readonly Name[];
}

export const facetNames = ['type', 'system', 'owner', 'status', 'audience', 'date'] as const;

/** `date` holds the year and month of the last change, `2026-11`. */
export type FacetName = (typeof facetNames)[number];

/** What a search is narrowed to; a name that is absent narrows nothing, several values of one name are an "or". */
export type Filters = Readonly<Partial<Record<FacetName, readonly string[]>>>;

/** A piece of an excerpt; `hit` is what was searched for. Plain text, never markup. */
export interface Segment {
  readonly text: string;
  readonly hit: boolean;
}

/** One page that was found. */
export interface Result {
  readonly page: Page;
  /** The section that answers; null for the page as a whole. */
  readonly section: { readonly anchor: string; readonly title: string } | null;
  /** What was recognised: a name with its kind, or words of the text. */
  readonly why: { readonly kind: NameKind | 'text'; readonly text: string };
  /** Null until the text has been fetched, or where there is none. */
  readonly excerpt: readonly Segment[] | null;
}

/** How a query was read, so that a reader of "nothing found" can see what to change. */
export interface Understood {
  /** Identifiers, codes, paths and flags, as they are searched for. */
  readonly codes: readonly string[];
  readonly words: readonly string[];
  /** What was left aside: times, addresses, numbers, words that say nothing. */
  readonly dropped: readonly string[];
  /** Words that the glossary gave. */
  readonly synonyms: readonly { readonly from: string; readonly to: string }[];
  /** Words that the handbook knows in another spelling. */
  readonly corrected: readonly { readonly from: string; readonly to: string }[];
}

/** What search has to say; the first answer comes from the names alone, a later one with the text. */
export interface Answer {
  readonly query: string;
  readonly understood: Understood;
  /** Best first, one for each page, at most `limit`. */
  readonly results: readonly Result[];
  readonly total: number;
  /** How many of all results have each value; a facet's own filter does not count against its other values. */
  readonly facets: Readonly<Record<FacetName, readonly { value: string; count: number }[]>>;
  /** True when the text has been searched as well, or cannot be. */
  readonly complete: boolean;
  /** Pages that come nearest, where nothing was found. */
  readonly nearest: readonly Page[];
  /** Indexes that are missing or damaged: what was found without them still stands. */
  readonly missing: readonly ('names' | 'text')[];
}

export interface Question {
  readonly query: string;
  readonly filters: Filters;
  readonly limit: number;
}

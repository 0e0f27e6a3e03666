import { daysOf } from './dates.ts';
import { type Posting, type Shard, shardBytes } from './postings.ts';
import { type Known, termsOf } from './terms.ts';

/** The text of a page; a heading stands in `content` as well. */
export interface PageText {
  readonly content: string;
  readonly headings: readonly string[];
}

/** The index of texts, cut into parts of about the same size. */
export interface TextIndex {
  /** The first term of each part, in order. */
  readonly firsts: readonly string[];
  readonly shards: readonly Uint8Array[];
  /** In how many pages each term stands. */
  readonly counts: ReadonlyMap<string, number>;
}

/** How much of a text's length is held against it. */
const B = 0.55;

/** What a word in a heading counts more than one in a paragraph. */
const HEADING = 1.5;

/** About this many bytes before compression make a part: it is loaded for one word of a query. */
const PART = 12_000;

/** Indexes pages by their place in the list. Grows in a straight line with the texts. */
export function textIndex(pages: readonly PageText[]): TextIndex {
  const known: Known = new Map();
  const bags = pages.map((page) => bagOf(page, known));
  const lengths = bags.map((bag) => bag.length);
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, pages.length);
  const index = new Map<string, Posting[]>();
  bags.forEach(({ counts, length }, page) => {
    const norm = 1 - B + B * (length / Math.max(1, average));
    for (const [term, count] of counts) {
      const postings = index.get(term);
      const posting = { page, weight: count / norm };
      if (postings) postings.push(posting);
      else index.set(term, [posting]);
    }
  });
  const counts = new Map([...index].map(([term, { length }]) => [term, length]));
  return { ...cut(index), counts };
}

/** How often each term stands on a page. */
interface Bag {
  readonly counts: ReadonlyMap<string, number>;
  readonly length: number;
}

function bagOf({ content, headings }: PageText, known: Known): Bag {
  const counts = new Map<string, number>();
  const terms = [...termsOf(content, known).filter(isTelling), ...daysOf(content)];
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  for (const term of headings.flatMap((heading) => termsOf(heading, known)))
    if (isTelling(term)) counts.set(term, (counts.get(term) ?? 0) + HEADING);
  return { counts, length: terms.length };
}

/** Digests, keys and long numbers are in no reader's query, and would be half of the words. */
const isTelling = (term: string): boolean =>
  term.length <= 48 && !/^(?=.*\d)[\da-f]{10,}$/.test(term) && !/^\d{7,}$/.test(term);

function cut(index: ReadonlyMap<string, readonly Posting[]>): Pick<TextIndex, 'firsts' | 'shards'> {
  const firsts: string[] = [];
  const shards: Uint8Array[] = [];
  let part = new Map<string, readonly Posting[]>();
  let size = 0;
  const close = () => {
    const first = part.keys().next().value;
    if (first === undefined) return;
    firsts.push(first);
    shards.push(shardBytes(part as Shard));
    part = new Map();
    size = 0;
  };
  for (const term of [...index.keys()].sort()) {
    const postings = index.get(term) ?? [];
    const bytes = 5 + postings.length * 1.4;
    if (size > 0 && size + bytes > PART) close();
    part.set(term, postings);
    size += bytes;
  }
  close();
  return { firsts, shards };
}

/** The number of the part in which a term stands if it stands anywhere; -1 before the first. */
export function partOf(firsts: readonly string[], term: string): number {
  let low = 0;
  let high = firsts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((firsts[middle] ?? '') <= term) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

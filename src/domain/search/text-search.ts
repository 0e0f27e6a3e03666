import { type Asked, askedOf, type Vocabulary } from './ask.ts';
import type { Loader } from './engine.ts';
import type { Page } from './model.ts';
import type { Candidate, Read } from './order.ts';
import { excerptAt, type PageFile, readPageFile, sectionAt } from './page-file.ts';
import { type Posting, type Shard, shardOf } from './postings.ts';
import type { Reading } from './read-query.ts';
import { standingOf } from './rerank.ts';
import { partOf } from './text-index.ts';

/** What the texts know of a query. */
export interface Found {
  readonly asked: readonly Asked[];
  readonly postings: ReadonlyMap<string, readonly Posting[]>;
  /** False where a part of the index is missing or damaged. */
  readonly whole: boolean;
}

export interface TextSearch {
  ask(reading: Reading, vocabulary: Vocabulary): Promise<Found>;
  /** Reads the texts of the first candidates, and gives them their final score. */
  read(
    candidates: readonly Candidate[],
    found: Found,
    reading: Reading,
  ): Promise<{ candidates: readonly Candidate[]; whole: boolean }>;
}

/** So many texts are read for a query. */
const READ = 12;

/** So many parts of the index are loaded for a query. */
const PARTS = 14;

/** The index of texts, loaded as far as queries need it. */
export function textSearch(
  loader: Loader,
  { folder, firsts }: { readonly folder: string; readonly firsts: readonly string[] },
  pages: readonly Page[],
): TextSearch {
  const parts = new Map<number, Promise<Shard | null>>();
  const files = new Map<number, Promise<PageFile | null>>();
  const words = new Map<number, Promise<ReadonlyMap<string, number> | null>>();
  const part = (number: number) =>
    kept(parts, number, async () => shardOf(await loader.part(folder, number)));
  const file = (number: number) =>
    kept(files, number, async () =>
      readPageFile(await loader.page(folder, number), pages[number]?.address ?? ''),
    );
  const lookUp = async (asked: readonly Asked[]) => {
    const terms = termsIn(asked);
    const numbers = [...new Set(terms.map((term) => partOf(firsts, term)))].filter((at) => at >= 0);
    const loaded = new Map<number, Shard | null>();
    await Promise.all(
      numbers.slice(0, PARTS).map(async (number) => loaded.set(number, await part(number))),
    );
    const postings = new Map<string, readonly Posting[]>();
    for (const term of terms) {
      const list = loaded.get(partOf(firsts, term))?.get(term);
      if (list) postings.set(term, list);
    }
    return { postings, whole: ![...loaded.values()].includes(null) };
  };
  return {
    ask: async (reading, vocabulary) => {
      const first = askedOf(reading, { ...vocabulary, inTexts: () => 9 });
      const before = await lookUp(first);
      const count = (term: string) => before.postings.get(term)?.length ?? 0;
      const unknown = first.some(
        ({ counts, spellings }) =>
          counts &&
          spellings.every(({ term }) => count(term) <= 1 && !vocabulary.names.terms.has(term)),
      );
      if (!unknown) return { asked: first, ...before };
      const rare = await kept(words, 0, async () => wordsOf(await loader.words(folder)));
      const known = { ...vocabulary, inTexts: count, words: rare ?? new Map() };
      const asked = askedOf(reading, known);
      return { asked, ...(await lookUp(asked)) };
    },
    read: async (candidates, found, reading) => {
      const chosen = candidates.filter(({ shown }) => shown).slice(0, READ);
      const texts = await Promise.all(chosen.map(({ page }) => file(page)));
      const size = pages.length;
      const idfOf = (one: Asked) => idfIn(one, found.postings, size);
      const read = new Map(
        chosen.map((one, at) => {
          const text = texts[at];
          return [one.page, text ? withText(one, text, found.asked, idfOf, reading) : one];
        }),
      );
      return {
        candidates: candidates.map((one) => read.get(one.page) ?? one),
        whole: found.whole && !texts.includes(null),
      };
    },
  };
}

/** A file that could not be read is asked for again the next time. */
function kept<V>(
  map: Map<number, Promise<V | null>>,
  number: number,
  load: () => Promise<V>,
): Promise<V | null> {
  const known = map.get(number);
  if (known) return known;
  const loading = load().catch(() => {
    map.delete(number);
    return null;
  });
  map.set(number, loading);
  return loading;
}

const wordsOf = (text: string): ReadonlyMap<string, number> =>
  new Map(text.split('\n').map((row) => [row.slice(1), 2 ** (row.charCodeAt(0) - 65)]));

/** The most telling first, for only so many parts are loaded. */
const termsIn = (asked: readonly Asked[]): string[] => [
  ...new Set(
    asked.flatMap(({ spellings }) =>
      spellings.filter(({ namesOnly }) => !namesOnly).map(({ term }) => term),
    ),
  ),
];

const idfIn = (one: Asked, postings: Found['postings'], size: number): number => {
  const count = Math.max(0, ...one.spellings.map(({ term }) => postings.get(term)?.length ?? 0));
  return Math.log(1 + (size - count + 0.5) / (count + 0.5));
};

function withText(
  one: Candidate,
  file: PageFile,
  asked: readonly Asked[],
  idfOf: (asked: Asked) => number,
  reading: Reading,
): Candidate {
  const standing = standingOf(file, asked, idfOf);
  const { places, best, isHit } = standing;
  const read: Read = {
    summary: file.summary,
    section: best < 0 ? null : sectionAt(file, places[best]?.at ?? 0),
    excerpt: excerptAt(file, places, Math.max(0, best), isHit, one.title),
    print: new Set(places.slice(0, 400).map(({ terms }) => terms[0] ?? '')),
  };
  const letters = literalShare(file, reading);
  // What stands in the names of a page stands together there.
  const factor =
    1 +
    knobs.together * Math.max(standing.together, one.named) +
    knobs.order * Math.max(standing.inOrder, one.named) +
    knobs.literal * letters.share +
    (letters.phrase ? knobs.phrase : 0);
  return { ...one, score: one.score * factor, text: read };
}

/** What words that stand together, in the order of the query, or letter by letter add to a score: wide plateaus, as measured. */
const knobs = { together: 0.4, order: 0.5, literal: 0.8, phrase: 1.1 };

/** Whether a page holds what was typed letter by letter. */
function literalShare({ content }: PageFile, { literals, plain, tokens }: Reading) {
  const text = content.toLowerCase();
  const held = literals.filter((literal) => text.includes(literal)).length;
  const phrase = tokens.length > 2 && flat(text).includes(flat(plain.toLowerCase()));
  return { share: literals.length > 0 ? held / literals.length : 0, phrase };
}

const flat = (text: string): string => ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;

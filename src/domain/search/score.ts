import type { Asked } from './ask.ts';
import type { NameIndex } from './name-index.ts';
import type { Posting } from './postings.ts';

/** What was found on a page. */
export interface Scored {
  readonly page: number;
  readonly score: number;
  /** The share of what was asked that it holds, by how telling it is. */
  readonly coverage: number;
  /** The share that stands in its names. */
  readonly named: number;
}

/** How much of a score is lost with what a page misses. */
const COVER = 0.65;

/** What a page gains whose names hold all of it. */
const NAMED = 1.3;

/** How soon a word that is repeated stops to say more. */
const K = 1.4;

/** Pages that hold anything of what was asked, best first. */
export function scored(
  asked: readonly Asked[],
  names: NameIndex,
  texts: ReadonlyMap<string, readonly Posting[]>,
): Scored[] {
  const size = names.pages.length;
  const total = new Float64Array(size);
  const covered = new Float64Array(size);
  const named = new Float64Array(size);
  let all = 0;
  for (const one of asked) {
    const found = foundOf(one, names, texts, size);
    if (one.counts) all += found.idf;
    for (const [page, { value, cover, name }] of found.pages) {
      total[page] = (total[page] ?? 0) + value * one.weight;
      if (!one.counts) continue;
      covered[page] = (covered[page] ?? 0) + cover;
      named[page] = (named[page] ?? 0) + name;
    }
  }
  const results: Scored[] = [];
  for (let page = 0; page < size; page += 1) {
    const sum = total[page] ?? 0;
    if (sum <= 0) continue;
    const coverage = all > 0 ? (covered[page] ?? 0) / all : 1;
    const share = all > 0 ? (named[page] ?? 0) / all : 0;
    results.push({
      page,
      score: sum * (1 - COVER + COVER * coverage) * (share > 0.99 ? NAMED : 1),
      coverage,
      named: share,
    });
  }
  return results.sort((a, b) => b.score - a.score || a.page - b.page);
}

interface Found {
  readonly idf: number;
  readonly pages: ReadonlyMap<number, { value: number; cover: number; name: number }>;
}

/** The best spelling counts on each page. */
function foundOf(
  { spellings }: Asked,
  names: NameIndex,
  texts: ReadonlyMap<string, readonly Posting[]>,
  size: number,
): Found {
  const pages = new Map<number, { value: number; cover: number; name: number }>();
  let meant = 0;
  let rarest = Number.POSITIVE_INFINITY;
  for (const { term, sure, namesOnly } of spellings) {
    const found = new Map<number, { name: number; text: number }>();
    for (const { page, weight } of names.terms.get(term) ?? [])
      found.set(page, { name: weight, text: 0 });
    if (!namesOnly)
      for (const { page, weight } of texts.get(term) ?? []) {
        const both = found.get(page);
        if (both) both.text = weight;
        else found.set(page, { name: 0, text: weight });
      }
    if (found.size === 0) continue;
    // A longer word that begins so is rarer, and no more than what was typed.
    const idf = Math.min(rarest, Math.log(1 + (size - found.size + 0.5) / (found.size + 0.5)));
    if (term === spellings[0]?.term) rarest = idf;
    // What the reader most likely meant says how much a page without it misses.
    if (meant === 0) meant = idf * sure;
    for (const [page, { name, text }] of found) {
      const weight = name + text;
      const value = (idf * sure * weight * (K + 1)) / (weight + K);
      const cover = Math.min(idf * sure, meant);
      const before = pages.get(page);
      if (!before || before.value < value)
        pages.set(page, { value, cover, name: name > 0 ? cover : 0 });
    }
  }
  // A word that stands nowhere is still missed.
  return { idf: meant || Math.log(1 + size) * 0.5, pages };
}

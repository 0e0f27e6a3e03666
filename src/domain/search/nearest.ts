import type { Page } from './model.ts';
import type { NameIndex } from './name-index.ts';
import type { Reading } from './read-query.ts';
import { compact } from './terms.ts';

/** So many are offered where nothing was found. */
const MOST = 5;

/** Pages whose names share most with what was typed, letter by letter. */
export function nearestPages({ plain }: Reading, { pages }: NameIndex): Page[] {
  const wanted = triples(compact(plain.slice(0, 120)));
  if (wanted.size === 0) return [];
  return pages
    .map((page) => ({ page, share: shareOf(wanted, triples(compact(page.title))) }))
    .filter(({ share }) => share > 0.08)
    .sort((a, b) => b.share - a.share || (a.page.address < b.page.address ? -1 : 1))
    .slice(0, MOST)
    .map(({ page }) => page);
}

const triples = (text: string): Set<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 2) }, (_, at) => text.slice(at, at + 3)));

function shareOf(wanted: ReadonlySet<string>, has: ReadonlySet<string>): number {
  let both = 0;
  for (const one of has) if (wanted.has(one)) both += 1;
  return (2 * both) / (wanted.size + has.size || 1);
}

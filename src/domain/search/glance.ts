import type { Page } from './model.ts';

/** So many are shown before the names are indexed. */
const MOST = 50;

/** Pages whose title or alert begins with what was typed, then those where a word does, then those that hold it. */
export function glance(pages: readonly Page[], plain: string): Page[] {
  const wanted = plain.toLowerCase().slice(0, 200);
  if (wanted === '') return [];
  const words = wanted.split(/\s+/);
  const ranks: Page[][] = [[], [], [], []];
  for (const page of pages) {
    const rank = Math.min(
      ...page.names
        .filter(({ kind }) => kind === 'title' || kind === 'alert' || kind === 'term')
        .map(({ text }) => rankOf(text.toLowerCase(), wanted, words)),
      4,
    );
    ranks[rank]?.push(page);
  }
  return ranks.flat().slice(0, MOST);
}

function rankOf(name: string, wanted: string, words: readonly string[]): number {
  const at = name.indexOf(wanted);
  if (at === 0) return 0;
  if (at > 0) return /[\p{L}\p{N}]/u.test(name[at - 1] ?? '') ? 2 : 1;
  return words.length > 1 && words.every((word) => name.includes(word)) ? 3 : 4;
}

import { stemOf } from './stem.ts';

/** So many words are worth a correction; rarer ones may be slips themselves. */
const MOST = 9_000;

/** In how many texts a word stands to be no slip. */
const LEAST = 3;

/** The stems that many texts share, one a line behind a letter that tells how many: `A` one, `B` two, `C` four. */
export function commonWords(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const words = new Set(text.match(/[A-Za-z]{4,24}/g));
    const stems = new Set([...words].map((word) => stemOf(word.toLowerCase())));
    for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= Math.min(LEAST, texts.length))
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, MOST)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([stem, count]) => String.fromCharCode(65 + Math.floor(Math.log2(count))) + stem)
    .join('\n');
}

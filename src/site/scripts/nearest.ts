/** A heading of the page. */
export interface Place {
  readonly slug: string;
  readonly text: string;
}

const ALIKE = 0.4;
const MOST = 3;

/** The headings most like an old fragment by its words, the likest first; none where nothing is alike. */
export function nearestTo<One extends Place>(fragment: string, places: readonly One[]): One[] {
  const wanted = wordsOf(fragment);
  return places
    .map((place) => ({ place, likeness: likenessOf(wanted, wordsOf(place.slug)) }))
    .filter(({ likeness }) => likeness >= ALIKE)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, MOST)
    .map(({ place }) => place);
}

/** The longest fragment that is compared: who made a longer one did not copy it from a heading. */
const LONGEST = 300;

const wordsOf = (slug: string): string[] =>
  slug
    .slice(0, LONGEST)
    .toLowerCase()
    .normalize('NFC')
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** From 0 to 1: how much two lists of words share, a word that begins like another counting for half. */
function likenessOf(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const shared = a.map((word) => Math.max(...b.map((other) => alike(word, other))));
  return (2 * shared.reduce((sum, one) => sum + one, 0)) / (a.length + b.length);
}

function alike(a: string, b: string): number {
  if (a === b) return 1;
  const start = Math.min(a.length, b.length, 5);
  return start >= 4 && a.slice(0, start) === b.slice(0, start) ? 0.5 : 0;
}

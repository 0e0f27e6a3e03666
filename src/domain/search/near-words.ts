/** What a word was probably meant to be: a word that is known, and how sure that is. */
export interface Nearer {
  readonly word: string;
  /** Keystrokes between the two; two neighbours changed round are one. */
  readonly distance: number;
}

/** Known words near to one that is not, best first; `commonness` decides between equals. */
export function nearWords(
  word: string,
  known: Iterable<string>,
  commonness: (word: string) => number,
): Nearer[] {
  const most = allowed(word);
  if (most === 0) return [];
  const found: (Nearer & { rank: number })[] = [];
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > most || candidate === word) continue;
    if (/^[.$&-]/.test(candidate)) continue;
    const distance = editDistance(word, candidate, most);
    if (distance > most) continue;
    const sameStart = candidate[0] === word[0] ? 0 : 0.6;
    found.push({
      word: candidate,
      distance,
      rank: distance + sameStart - Math.min(0.5, Math.log1p(commonness(candidate)) / 14),
    });
  }
  const sorted = found.sort((a, b) => a.rank - b.rank || (a.word < b.word ? -1 : 1));
  // A word that is farther away than the nearest is no better guess.
  return sorted.filter(({ distance }) => distance <= (sorted[0]?.distance ?? 0)).slice(0, 3);
}

/** How many slips are likely in a word of this length. */
const allowed = (word: string): number => {
  if (word.length < 4 || /^\d+$/.test(word)) return 0;
  if (word.length < 8) return 1;
  return word.length < 16 ? 2 : 3;
};

/** Keystrokes between two words, counted up to a bound: one more than it stands for "far". */
export function editDistance(a: string, b: string, most: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    before = last;
    last = row;
  }
  return last[b.length] ?? most + 1;
}

import { closest, distance } from 'fastest-levenshtein';

/** The candidate that was probably meant by `word`, or null when none is near enough to be a slip of the hand. */
export function suggest(word: string, candidates: readonly string[]): string | null {
  const wanted = normalise(word);
  if (wanted === '' || wanted.length > MAX_LENGTH) return null;
  // Of a single letter nothing is left to be recognised by.
  const slack = Math.min(wanted.length - 1, Math.max(1, Math.floor(wanted.length / 3)));
  const near = candidates.filter((one) => Math.abs(one.length - wanted.length) <= slack);
  if (near.length > 0) {
    const best = closest(wanted, near.map(normalise));
    const swapped = near.map(normalise).find((one) => isSwap(wanted, one));
    if (swapped !== undefined) return near.find((one) => normalise(one) === swapped) ?? null;
    if (distance(wanted, best) <= slack) return near.find((one) => normalise(one) === best) ?? null;
  }
  return candidates.find((one) => wanted.length > 3 && normalise(one).startsWith(wanted)) ?? null;
}

/** Whether two words differ by two neighbouring letters that changed places, the commonest slip of all. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  if (at < 0 || a[at] !== b[at + 1] || a[at + 1] !== b[at]) return false;
  return a.slice(at + 2) === b.slice(at + 2);
}

const MAX_LENGTH = 200;

const normalise = (text: string): string => text.toLowerCase().replaceAll(/[\s_]+/g, '-');

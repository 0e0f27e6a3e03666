import { distance } from 'fastest-levenshtein';

/** The candidate that was probably meant by `word`, or null when none is near enough to be a slip of the hand. */
export const suggest = (word: string, candidates: Iterable<string>): string | null =>
  suggester(candidates)(word);

/**
 * Suggestions for many words from one list. After a million comparisons it has no more to suggest, so
 * that thousands of slips cost no more than a few.
 */
export function suggester(candidates: Iterable<string>): (word: string) => string | null {
  const known = new Map<string, string | null>();
  let names: Name[] | null = null;
  let comparisons = 0;
  return (word) => {
    const wanted = normalise(word);
    if (wanted === '' || wanted.length > MAX_LENGTH) return null;
    const answer = known.get(wanted);
    if (answer !== undefined) return answer;
    names ??= [...candidates].map((name) => ({ name, normal: normalise(name) }));
    comparisons += names.length;
    const found = comparisons > MAX_COMPARISONS ? null : nearest(wanted, names);
    known.set(wanted, found);
    return found;
  };
}

const MAX_LENGTH = 200;
const MAX_COMPARISONS = 1_000_000;

interface Name {
  readonly name: string;
  readonly normal: string;
}

function nearest(wanted: string, names: readonly Name[]): string | null {
  let best: Name | null = null;
  let least = slackOf(wanted) + 1;
  for (const one of names) {
    if (Math.abs(one.normal.length - wanted.length) > least) continue;
    const far = isSwap(wanted, one.normal) ? SWAP : distance(wanted, one.normal);
    if (far < least) [best, least] = [one, far];
  }
  best ??= (wanted.length > 3 && names.find(({ normal }) => normal.startsWith(wanted))) || null;
  return best?.name ?? null;
}

/** Letters that may differ: a third of the last part of a path, whose folder and ending say nothing. */
function slackOf(wanted: string): number {
  const [part = wanted] = wanted.split('/').filter(Boolean).slice(-1);
  const stem = part.replace(/\.[a-z]+$/, '') || part;
  // Of a single letter nothing is left to be recognised by.
  return Math.min(wanted.length - 1, Math.max(1, Math.floor(stem.length / 3)));
}

/** Nearer than any other slip: two neighbouring letters that changed places, the commonest of all. */
const SWAP = 0.5;

function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

const normalise = (text: string): string => text.toLowerCase().replaceAll(/[\s_]+/g, '-');

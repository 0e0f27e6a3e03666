import { diffArrays } from 'diff';

/** A place where two sequences differ: what the first has there and the second has not, and the reverse. */
export interface Hunk {
  readonly source: readonly [from: number, to: number];
  readonly result: readonly [from: number, to: number];
}

/** Differences up to which the shortest edit is looked for; beyond, at what is unique in both. */
const NEAR = 400;
const FAR = 1500;

/** Where two sequences differ, in order. Long ones that differ much are compared between what is unique in both. */
export function align(source: readonly string[], result: readonly string[]): Hunk[] {
  const hunks: Hunk[] = [];
  const begin = sameAtBegin(source, result);
  const end = sameAtEnd(source, result, begin);
  const [s, r] = [source.length - end, result.length - end];
  if (begin < s || begin < r) {
    compare(source.slice(begin, s), result.slice(begin, r), [begin, begin], NEAR, hunks);
  }
  return hunks;
}

function sameAtBegin(source: readonly string[], result: readonly string[]): number {
  let count = 0;
  while (count < source.length && source[count] === result[count]) count += 1;
  return count;
}

function sameAtEnd(source: readonly string[], result: readonly string[], begin: number): number {
  const most = Math.min(source.length, result.length) - begin;
  let count = 0;
  while (count < most && source.at(-1 - count) === result.at(-1 - count)) count += 1;
  return count;
}

type At = readonly [source: number, result: number];

function compare(
  source: readonly string[],
  result: readonly string[],
  at: At,
  limit: number,
  into: Hunk[],
): void {
  const isFar = Math.abs(source.length - result.length) > limit;
  const isOneSided = source.length === 0 || result.length === 0;
  const changes =
    isFar || isOneSided
      ? undefined
      : diffArrays([...source], [...result], { maxEditLength: limit });
  if (changes) collect(changes, at, into);
  else if (limit === FAR || isOneSided) into.push(hunkOf(at, source.length, result.length));
  else compareBetweenAnchors(source, result, at, into);
}

const hunkOf = ([s, r]: At, sources: number, results: number): Hunk => ({
  source: [s, s + sources],
  result: [r, r + results],
});

function compareBetweenAnchors(
  source: readonly string[],
  result: readonly string[],
  at: At,
  into: Hunk[],
): void {
  let [s, r] = [0, 0];
  const end: At = [source.length, result.length];
  for (const [nextS, nextR] of [...anchorsOf(source, result), end]) {
    compare(source.slice(s, nextS), result.slice(r, nextR), [at[0] + s, at[1] + r], FAR, into);
    [s, r] = [nextS, nextR];
  }
}

interface Change {
  readonly added: boolean;
  readonly removed: boolean;
  readonly count: number;
}

function collect(changes: readonly Change[], at: At, into: Hunk[]): void {
  let [s, r] = at;
  let open: At | null = null;
  const close = () => {
    if (open) into.push({ source: [open[0], s], result: [open[1], r] });
    open = null;
  };
  for (const { added, removed, count } of changes) {
    if (added || removed) open ??= [s, r];
    else close();
    if (!added) s += count;
    if (!removed) r += count;
  }
  close();
}

/** What stands exactly once in both, as far as it stands in the same order. */
function anchorsOf(source: readonly string[], result: readonly string[]): At[] {
  const inResult = uniqueIn(result);
  const pairs: At[] = [];
  for (const [word, s] of uniqueIn(source)) {
    const r = inResult.get(word);
    if (r !== undefined) pairs.push([s, r]);
  }
  return longestRising(pairs);
}

function uniqueIn(words: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  const twice = new Set<string>();
  words.forEach((word, index) => {
    if (found.has(word)) twice.add(word);
    found.set(word, index);
  });
  for (const word of twice) found.delete(word);
  return found;
}

/** The most pairs, rising in the first already, that rise in the second as well. */
function longestRising(pairs: readonly At[]): At[] {
  const ends: number[] = [];
  const before: number[] = [];
  const second = (index: number) => pairs[index]?.[1] ?? 0;
  pairs.forEach((pair, index) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (second(ends[middle] ?? 0) < pair[1]) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = index;
  });
  const chain: At[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) chain.push(pairs[at] as At);
  return chain.reverse();
}

import jstat from 'jstat';

/** What one-sided 95 % bounds leave to chance. */
const ERROR = 0.05;

/**
 * The one-sided 95 % lower bound of a share after Clopper and Pearson: with a true share below it, `hits`
 * or more of `n` would come up less than once in twenty runs. Null for counts that cannot be.
 *
 * @example lowerBound(19, 20) // 0.784
 */
export function lowerBound(hits: number, n: number): number | null {
  if (!areCounts(hits, n)) return null;
  return hits === 0 ? 0 : shareOf(jstat.jStat.beta.inv(ERROR, hits, n - hits + 1));
}

/** The one-sided 95 % upper bound of a share after Clopper and Pearson; null for counts that cannot be. */
export function upperBound(hits: number, n: number): number | null {
  if (!areCounts(hits, n)) return null;
  return hits === n ? 1 : shareOf(jstat.jStat.beta.inv(1 - ERROR, hits + 1, n - hits));
}

const areCounts = (hits: number, n: number): boolean =>
  Number.isSafeInteger(hits) && Number.isSafeInteger(n) && n > 0 && hits >= 0 && hits <= n;

const shareOf = (value: number): number | null =>
  Number.isFinite(value) && value >= 0 && value <= 1 ? value : null;

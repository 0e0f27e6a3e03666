import { expect, test } from 'vitest';
import { lowerBound, upperBound } from '../../src/domain/evals/bounds.ts';

test('bounds agree with published values', () => {
  expect(lowerBound(19, 20)).toBeCloseTo(0.7839, 4);
  expect(upperBound(0, 20)).toBeCloseTo(0.1391, 4);
  expect(lowerBound(20, 20)).toBeCloseTo(0.8609, 4);
  expect(upperBound(1, 20)).toBeCloseTo(1 - 0.7839, 4);
});

test.each([1, 2, 20, 299, 5000, 100_000])('none and all of %i have a closed form', (n) => {
  expect(upperBound(0, n)).toBeCloseTo(1 - 0.05 ** (1 / n), 10);
  expect(lowerBound(n, n)).toBeCloseTo(0.05 ** (1 / n), 10);
  expect(lowerBound(0, n)).toBe(0);
  expect(upperBound(n, n)).toBe(1);
});

/** The chance of `hits` or more of `n` at a true share, added up term by term. */
function tail(share: number, hits: number, n: number): number {
  let term = (1 - share) ** n;
  let below = 0;
  for (let k = 0; k < hits; k++) {
    below += term;
    term *= ((n - k) / (k + 1)) * (share / (1 - share));
  }
  return 1 - below;
}

test.each([
  [37, 40],
  [137, 140],
  [1, 3],
  [250, 420],
])('with a share of the bound, %i or more of %i come up in 5 %%', (hits, n) => {
  expect(tail(lowerBound(hits, n) ?? 0, hits, n)).toBeCloseTo(0.05, 7);
  expect(1 - tail(upperBound(hits, n) ?? 0, hits + 1, n)).toBeCloseTo(0.05, 7);
});

test('a lower bound lies below the share, and more cases bring it closer', () => {
  let before = 0;
  for (const n of [20, 100, 1000, 10_000, 100_000]) {
    const bound = lowerBound(n * 0.95, n) ?? 1;
    expect(bound).toBeGreaterThan(before);
    expect(bound).toBeLessThan(0.95);
    before = bound;
  }
  expect(before).toBeCloseTo(0.94885, 4);
});

test.each([
  [1, 0],
  [-1, 5],
  [6, 5],
  [1.5, 5],
  [Number.NaN, 5],
  [1, Number.POSITIVE_INFINITY],
])('%d of %d has no bound', (hits, n) => {
  expect(lowerBound(hits, n)).toBeNull();
  expect(upperBound(hits, n)).toBeNull();
});

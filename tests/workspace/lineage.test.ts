import { expect, test } from 'vitest';
import { lineageOf } from '../../src/workspace/lineage.ts';

/** A log of commits, newest first: `name parents by author`. */
const log = (...lines: string[]) =>
  lineageOf(
    lines
      .map((line) => line.replace(/ by (\w+)$/, '\u00010\u0001$1@x.example'))
      .join('\n')
      .concat('\n'),
  );

test('an empty log knows nothing', () => {
  const lineage = lineageOf('');
  expect(lineage.precedes('a', 'b')).toBe(false);
  expect(lineage.mergedBy('a')).toBeNull();
});

test('a line of commits is in order', () => {
  const lineage = log('c b by ann', 'b a by leo', 'a by ann');
  expect(lineage.precedes('a', 'c')).toBe(true);
  expect(lineage.precedes('c', 'a')).toBe(false);
  expect(lineage.precedes('a', 'unknown')).toBe(false);
  expect(lineage.precedes('unknown', 'c')).toBe(false);
  expect(['a', 'b', 'c'].map(lineage.mergedBy)).toEqual([null, null, null]);
});

test('a commit is merged by who brought it into the main line', () => {
  const lineage = log('m main topic by ann', 'topic base by leo', 'main base by bo', 'base by bo');
  expect(lineage.mergedBy('topic')).toBe('ann@x.example');
  expect(['main', 'base', 'm'].map(lineage.mergedBy)).toEqual([null, null, null]);
  expect(lineage.precedes('topic', 'm')).toBe(true);
  expect(lineage.precedes('topic', 'main')).toBe(false);
});

test('a branch that was merged into a branch counts for the merge into the main line', () => {
  const lineage = log(
    'm main inner by ann',
    'inner outer leaf by leo',
    'leaf base by leo',
    'outer base by leo',
    'main base by bo',
    'base by bo',
  );
  expect(['inner', 'leaf', 'outer'].map(lineage.mergedBy)).toEqual(Array(3).fill('ann@x.example'));
});

test('of two merges the first counts', () => {
  const lineage = log(
    'n m t2 by bo',
    't2 t1 by leo',
    'm base t1 by ann',
    't1 base by leo',
    'base by bo',
  );
  expect([lineage.mergedBy('t1'), lineage.mergedBy('t2')]).toEqual([
    'ann@x.example',
    'bo@x.example',
  ]);
});

test('all branches of an octopus are merged', () => {
  const lineage = log('m base a b by ann', 'b base by leo', 'a base by leo', 'base by bo');
  expect([lineage.mergedBy('a'), lineage.mergedBy('b')]).toEqual(Array(2).fill('ann@x.example'));
});

test('parents that a shallow clone cut off are no obstacle', () => {
  const lineage = log('c b by ann', 'b cut by leo');
  expect(lineage.precedes('b', 'c')).toBe(true);
  expect(lineage.precedes('cut', 'c')).toBe(true);
  expect(lineage.mergedBy('b')).toBeNull();
});

test('a long history is no deep recursion', () => {
  const lines = Array.from({ length: 20_000 }, (_, at) => `c${20_000 - at} c${19_999 - at} by ann`);
  const lineage = log(...lines);
  expect(lineage.precedes('c1', 'c20000')).toBe(true);
});

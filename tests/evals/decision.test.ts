import { expect, test } from 'vitest';
import { compareRuns } from '../../src/domain/evals/comparison.ts';
import { decisionOf } from '../../src/domain/evals/decision.ts';
import { type Gate, readGate } from '../../src/domain/evals/gate.ts';
import { readResults } from '../../src/domain/evals/results.ts';

const right = { name: 'right', success: { column: 'right', equals: 'yes' } };
const line = {
  slice: 'urgent',
  where: { level: 'urgent' },
  metric: right,
  min_n: 20,
  lower_bound_at_least: 0.95,
};

function gateOf(...slices: readonly object[]): Gate {
  const read = readGate(JSON.stringify(fileOf({ slices })));
  if ('problem' in read) throw new Error(read.problem);
  return read.gate;
}

const fileOf = (change: object) => ({
  gate: 'triage',
  version: 1,
  decision_record: 'adrs/0001-thresholds',
  dataset: { id: 'letters', version: '1' },
  bound: 'clopper-pearson, one-sided, 95 percent',
  slices: [line],
  ...change,
});

/** Results of `n` cases of one level, `hits` of them right. */
const results = (hits: number, n: number, level = 'urgent') =>
  readResults(
    [
      'case,level,right',
      ...Array.from(
        { length: n },
        (_, at) => `${level}-${at},${level},${at < hits ? 'yes' : 'no'}`,
      ),
    ].join('\n'),
  );

const outcome = (hits: number, n: number, change: object = {}) => {
  const { state, slices } = decisionOf(results(hits, n), gateOf({ ...line, ...change }));
  return [state, slices[0]?.met];
};

test('19 of 20 do not pass 95 %, and neither do 20 of 20', () => {
  expect(outcome(19, 20)).toEqual(['missed', false]);
  expect(outcome(20, 20)).toEqual(['missed', false]);
  expect(outcome(59, 59)).toEqual(['met', true]);
  expect(outcome(58, 58)).toEqual(['missed', false]);
});

test('the why of a miss names share, bound and threshold', () => {
  const { slices } = decisionOf(results(19, 20), gateOf(line));
  expect(slices[0]).toMatchObject({ hits: 19, n: 20, rate: 0.95 });
  expect(slices[0]?.why).toBe(
    '19 of 20 are 95 %; the lower bound is 78.4 %, and the gate asks for lower bound at least 95 %.',
  );
});

test('too few cases miss the gate, however good they are', () => {
  expect(outcome(59, 59, { min_n: 60 })).toEqual(['missed', false]);
  const none = { lower_bound_at_least: undefined, count_at_most: 0 };
  expect(outcome(0, 20, { ...none, min_n: 30 })).toEqual(['missed', false]);
  expect(outcome(0, 30, { ...none, min_n: 30 })).toEqual(['met', true]);
  expect(outcome(1, 3000, { ...none, min_n: 30 })).toEqual(['missed', false]);
});

test('an upper bound has to be low enough', () => {
  const upper = { lower_bound_at_least: undefined, upper_bound_at_most: 0.05 };
  expect(outcome(0, 58, upper)).toEqual(['missed', false]);
  expect(outcome(0, 59, upper)).toEqual(['met', true]);
});

test('a slice without cases is a miss', () => {
  const { state, slices } = decisionOf(results(59, 59, 'soon'), gateOf(line));
  expect(state).toBe('missed');
  expect(slices[0]?.why).toBe('No case of the results belongs to it.');
});

test('bad results and missing columns cannot be told, and never pass', () => {
  expect(decisionOf(readResults('[{"case": 1, "score": NaN}]'), gateOf(line))).toMatchObject({
    state: 'cannot-tell',
    slices: [],
  });
  const renamed = decisionOf(results(59, 59), gateOf({ ...line, where: { urgency: 'urgent' } }));
  expect(renamed.state).toBe('cannot-tell');
  expect(renamed.problems).toEqual([
    'Slice urgent: 59 of 59 cases have nothing under `urgency`, which it is computed from.',
  ]);
});

test('a column may be held against a value, a list, another column or what another column allows', () => {
  const table = readResults(
    'case,level,said\n1,urgent,urgent\n2,urgent,emergent\n3,soon,urgent\n4,soon,routine\n',
  );
  const hits = (success: object) =>
    decisionOf(table, gateOf({ ...line, where: {}, metric: { name: 'x', success } })).slices[0]
      ?.hits;
  expect(hits({ column: 'said', equals: 'urgent' })).toBe(2);
  expect(hits({ column: 'said', equals: ['urgent', 'routine'] })).toBe(3);
  expect(hits({ column: 'said', equals_column: 'level' })).toBe(1);
  const equals = { urgent: ['urgent', 'emergent'], soon: 'urgent' };
  expect(hits({ column: 'said', by_column: 'level', equals })).toBe(3);
});

test.each([
  ['words as a metric', { slices: [{ ...line, metric: 'right' }] }],
  ['no slices', { slices: [] }],
  ['a slice twice', { slices: [line, line] }],
  ['no bound', { slices: [{ ...line, lower_bound_at_least: undefined }] }],
  ['two bounds', { slices: [{ ...line, count_at_most: 0 }] }],
  ['a bound that is always met', { slices: [{ ...line, lower_bound_at_least: 0 }] }],
  ['no fewest cases', { slices: [{ ...line, min_n: undefined }] }],
  ['another bound', { bound: 'wilson' }],
  ['a key that is not known', { note: 'x' }],
])('a gate with %s is refused', (_, change) => {
  expect(readGate(JSON.stringify(fileOf(change)))).toHaveProperty('problem');
});

test('a gate that is no JSON is refused', () => {
  for (const text of ['', '{', 'null', '[]', '7']) expect(readGate(text)).toHaveProperty('problem');
});

test('two runs are compared slice by slice', () => {
  const run = (hits: number, n: number, ...slices: readonly object[]) => {
    const read = results(hits, n);
    return { ids: read.cases.map(({ id }) => id), decision: decisionOf(read, gateOf(...slices)) };
  };
  const worse = compareRuns(run(50, 60, line), run(59, 60, line));
  expect(worse.changes).toMatchObject([{ title: 'urgent', hits: -9, worse: true }]);
  expect(worse.changes[0]?.rate).toBeCloseTo(-0.15);
  const renamed = { ...line, slice: 'pressing' };
  expect(compareRuns(run(59, 60, renamed), run(59, 60, line)).vanished).toMatchObject([
    { before: { title: 'urgent' }, likely: { title: 'pressing' } },
  ]);
  const told = { ...renamed, formerly: 'urgent' };
  expect(compareRuns(run(59, 60, told), run(59, 60, line))).toMatchObject({
    vanished: [],
    changes: [{ title: 'pressing', worse: false }],
  });
  expect(compareRuns(run(59, 59, line), run(59, 60, line)).dropped).toEqual(['urgent-59']);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readResults } from '../../src/domain/evals/results.ts';

const read = (name: string) =>
  readFileSync(join(import.meta.dirname, '../fixtures/evals', name), 'utf8');

describe('cases of a results file', () => {
  test('of promptfoo', () => {
    const { format, cases, problems } = readResults(read('promptfoo.json'));
    expect({ format, problems }).toEqual({ format: 'promptfoo', problems: [] });
    expect(cases.map(({ id, values }) => [id, values.get('success')])).toEqual([
      ['R-001', 'true'],
      ['R-002', 'false'],
      ['R-003', 'true'],
    ]);
    expect(Object.fromEntries(cases[0]?.values ?? [])).toMatchObject({
      'metadata.kind': 'cancel',
      'vars.reply': "I can't come",
      'namedScores.tone': '0.8',
      output: 'cancel',
      score: '1',
    });
  });

  test('of Inspect', () => {
    const { format, cases, problems } = readResults(read('inspect.json'));
    expect({ format, problems }).toEqual({ format: 'inspect', problems: [] });
    expect(cases.map(({ id, values }) => [id, values.get('score')])).toEqual([
      ['L-1', 'C'],
      ['L-2', 'I'],
      ['L-3', 'C'],
    ]);
    expect(Object.fromEntries(cases[0]?.values ?? [])).toEqual({
      target: 'routine',
      epoch: '1',
      'metadata.language': 'en',
      'metadata.source.kind': 'fax',
      'scores.match': 'C',
      score: 'C',
      answer: 'routine',
    });
  });

  test('of CSV, with quotes, line breaks and a byte order mark', () => {
    const { format, cases, problems } = readResults(read('plain.csv'));
    expect({ format, problems }).toEqual({ format: 'csv', problems: [] });
    expect(cases.map(({ id, values }) => [id, values.get('note')])).toEqual([
      ['A-1', 'said "now", twice'],
      ['A-2', 'two\nlines'],
      ['A-3', ''],
    ]);
  });

  test('of a JSON list', () => {
    const { format, cases, problems } = readResults(read('plain.json'));
    expect({ format, problems }).toEqual({ format: 'json', problems: [] });
    expect(cases.map(({ values }) => values.get('judge.pass'))).toEqual(['true', 'false', 'true']);
  });
});

const promptfoo = (change: (rows: Record<string, unknown>[]) => unknown): string => {
  const data = JSON.parse(read('promptfoo.json'));
  return JSON.stringify({ ...data, results: { results: change(data.results.results) } });
};
const inspect = (change: Record<string, unknown>): string =>
  JSON.stringify({ ...JSON.parse(read('inspect.json')), ...change });

test.each([
  ['an empty file', '', 'It holds no case.'],
  ['a header alone', 'case,score\n', 'It holds no case.'],
  ['an empty list', '[]', 'It holds no case.'],
  ['no results of promptfoo', promptfoo(() => []), 'It holds no case.'],
  ['no samples of Inspect', inspect({ samples: [] }), 'It holds no case.'],
  ['truncated JSON', read('promptfoo.json').slice(0, 900), 'no valid JSON'],
  ['NaN', '[{"case": "a", "score": NaN}]', 'the value NaN'],
  ['null', 'null', 'It holds no case.'],
  ['another JSON', '{"accuracy": 0.97}', 'neither a list of cases'],
  ['a list of numbers', '[1, 2]', 'Item 1 of the list is no case.'],
  ['no id', 'level,score\nurgent,1\n', '1 of 1 cases have no id'],
  ['an empty id', 'case,score\n,1\nb,1\n', '1 of 2 cases have no id'],
  ['an id twice', 'case,score\na,1\na,1\n', 'Case a is in it more than once'],
  ['a column twice', 'case,score,score\na,1,0\n', 'two columns `score`'],
  ['a row that is cut off', 'case,score\na,1\nb\n', 'Row 3 has 1 cells, and the header 2.'],
  ['an open quote', 'case,score\n"a,1\n', 'never closed'],
  ['words behind a quote', 'case,score\n"a"b,1\n', 'goes on behind'],
  [
    'an errored case',
    promptfoo((rows) => rows.map((row) => ({ ...row, failureReason: 2 }))),
    '3 cases ended in an error',
  ],
  [
    'cases without success',
    promptfoo(([first, ...rest]) => [{ ...first, success: undefined }, ...rest]),
    '1 cases have no `success`',
  ],
  [
    'two prompts',
    promptfoo(([first, ...rest]) => [{ ...first, promptIdx: 1 }, ...rest]),
    '2 prompts or models',
  ],
  [
    'repeats',
    promptfoo(([first, ...rest]) => [first, first, ...rest].filter(Boolean)),
    'Case R-001 is in it more than once',
  ],
  ['results that are no objects', promptfoo(() => [7, null]), 'no objects'],
  ['a run that was stopped', inspect({ status: 'cancelled' }), 'did not come to its end'],
  ['a log without samples', inspect({ samples: undefined }), 'It holds no samples'],
  [
    'samples without scores',
    inspect({ samples: [{ id: 1, scores: {} }] }),
    '1 samples have no score',
  ],
  [
    'a sample with an error',
    inspect({ samples: [{ id: 1, error: { message: 'x' } }] }),
    '1 samples ended in an error',
  ],
])('%s is a named problem', (_, text, problem) => {
  const { cases, problems } = readResults(text);
  expect(problems.join(' ')).toContain(problem);
  expect(cases).toEqual([]);
});

test.each(['promptfoo.json', 'inspect.json', 'plain.csv', 'plain.json'])(
  'no part of %s is taken for a whole one, or crashes',
  (name) => {
    const text = read(name);
    for (let end = 0; end < text.trimEnd().length; end += 7) {
      const { cases, problems } = readResults(text.slice(0, end));
      expect(problems.length > 0 || name === 'plain.csv', `${name} up to ${end}`).toBe(true);
      if (problems.length > 0) expect(cases).toEqual([]);
    }
  },
);

test('blocks without end are no columns', () => {
  const deep = `[{"case": "a", "x": ${'{"x":'.repeat(2000)}1${'}'.repeat(2000)}}]`;
  expect(readResults(deep).cases).toHaveLength(1);
});

test('line ends of any system end a row', () => {
  for (const end of ['\n', '\r\n', '\r'])
    expect(readResults(['case,score', 'a,1', 'b,', ''].join(end)).cases).toHaveLength(2);
});

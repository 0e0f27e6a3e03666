import { describe, expect, it } from 'vitest';
import { rules } from '../../src/domain/checks/registry.ts';
import { cases } from './cases.ts';
import { base, check, document } from './folder.ts';

const messages = rules.flatMap((rule) =>
  Object.keys(rule.messages).map((id) => `${rule.id}.${id}`),
);

/** Messages that no plain file can carry, and the test that gives them. */
const elsewhere: Readonly<Record<string, string>> = {
  'file-readable.denied': 'tests/workspace/walk.test.ts',
  'file-readable.special': 'tests/workspace/walk.test.ts',
  'file-readable.loop': 'tests/workspace/walk.test.ts',
  'file-readable.folder': 'tests/workspace/walk.test.ts',
  'file-readable.broken': 'tests/workspace/walk.test.ts',
  'file-readable.outside': 'tests/workspace/walk.test.ts',
  'mdx-syntax.other': 'tests/workspace/mdx.test.ts',
  'addresses.reserved': 'tests/rules/plain-values.test.ts',
};

it('the base has no problem', () => {
  expect(check({})).toEqual([]);
  expect(Object.keys(base).length).toBeGreaterThan(5);
});

it('every message of every rule has a test', () => {
  expect([...Object.keys(cases), ...Object.keys(elsewhere)].sort()).toEqual(messages.toSorted());
});

describe.each(Object.entries(cases))('%s', (key, { bad, at, good }) => {
  const of = (files: typeof bad) =>
    check(files).map(({ ruleId, messageId, path, line }) => [
      `${ruleId}.${messageId}`,
      `${path}:${line}`,
    ]);

  it('is given at its place', () => {
    expect(of(bad)).toContainEqual([key, at]);
  });

  it('is not given for what is right', () => {
    expect(of(good)).toEqual([]);
  });
});

describe('a size that is wrong is told with the limit and what there is', () => {
  const fixOf = (fields: string) =>
    check({ 'runbooks/queue-stalled.mdx': document('runbook', fields) }).map(({ fix }) => fix);
  const title = 'x'.repeat(163);

  it.each([
    [
      `title: ${title}\nsummary: B.\nsystems: [engine]`,
      'Shorten it to 120 characters; it has 163.',
    ],
    [
      'title: A\nsummary: B.\nsystems: []',
      'Add 1 entry, such as systems: [<slug of a system>]; it has 0.',
    ],
    [
      'title: A\nsummary: B.\nsystems: [engine]\nreview_every_days: 4000',
      'Write 365 or less; it is 4000.',
    ],
    ['title: A\nsummary: B.\nsystems: [engine]\nreview_every_days: 0', 'Write 1 or more; it is 0.'],
  ])('%s', (fields, fix) => {
    expect(fixOf(fields)).toEqual([fix]);
  });
});

import { expect, test } from 'vitest';
import { dayOf, momentOf } from '../../../src/domain/import/fields/dates.ts';

test.each([
  ['2024-03-02', '2024-03-02'],
  ['2024-3-2', '2024-03-02'],
  ['2024/03/02', '2024-03-02'],
  ['20240302', '2024-03-02'],
  [20240302, '2024-03-02'],
  ['2024-03-02T10:00:00Z', '2024-03-02'],
  ['2 March 2024', '2024-03-02'],
  ['2nd of Mar. 2024', '2024-03-02'],
  ['Saturday, March 2nd, 2024', '2024-03-02'],
  ['Sept 2, 2024', '2024-09-02'],
  ['13/02/2024', '2024-02-13'],
  ['02/13/2024', '2024-02-13'],
  ['2.3.2024', '2024-03-02'],
  [new Date('2024-03-02T00:00:00Z'), '2024-03-02'],
  ['02/03/2024', undefined],
  ['2024-02-30', undefined],
  ['2024-13-01', undefined],
  ['March 2024', undefined],
  ['someday', undefined],
  [true, undefined],
])('the day of %j is %j', (text, day) => {
  expect(dayOf(text)).toBe(day);
});

test.each([
  ['2024-03-02T10:15:00Z', '2024-03-02T10:15:00Z'],
  ['2024-03-02 10:15 UTC', '2024-03-02T10:15:00Z'],
  ['2 March 2024, 23:30 (GMT)', '2024-03-02T23:30:00Z'],
  ['2024-03-02T00:15:00+05:30', '2024-03-01T18:45:00Z'],
  ['2024-03-02T20:15:00-0500', '2024-03-03T01:15:00Z'],
  ['2024-03-02 10:15', undefined],
  ['2024-03-02 10:15 PST', undefined],
  ['10:15 UTC', undefined],
])('the moment of %j is %j', (text, moment) => {
  expect(momentOf(text)).toBe(moment);
});

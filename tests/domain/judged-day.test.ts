import { expect, test } from 'vitest';
import { judgedDay } from '../../src/domain/graph/judged-day.ts';
import { emptyWorkspace, withText } from '../../src/workspace/read-corpus.ts';

const corpusOf = (engagement: string) =>
  withText(emptyWorkspace('/content'), 'engagement.yaml', engagement).corpus;

const begun = 'imported:\n  on: 2026-09-01\n';

test.each<[string, string, string | null, string | null]>([
  ['the pin, whatever git says', `as_of: 2026-11-01\n${begun}`, '2026-10-01', '2026-11-01'],
  ['the newest commit', begun, '2026-10-01', '2026-10-01'],
  ['the day of the first import where nothing is committed yet', begun, null, '2026-09-01'],
  ['nothing', 'title: A handbook\n', null, null],
])('a handbook is judged from %s', (_words, engagement, newest, expected) => {
  expect(judgedDay(corpusOf(engagement), () => newest)).toBe(expected);
});

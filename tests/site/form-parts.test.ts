import { expect, test } from 'vitest';
import { types } from '../../src/domain/documents/registry.ts';
import type { Entry } from '../../src/domain/graph/corpus.ts';
import { buildGraph } from '../../src/domain/graph/graph.ts';
import type { StandardContext } from '../../src/domain/standard/rule.ts';
import { dueMark, endMark, lengthOfTime, minutesBetween } from '../../src/site/views/days.ts';
import { routeValue } from '../../src/site/views/forms/phone.ts';
import { forms } from '../../src/site/views/forms/registry.ts';
import { firstCode } from '../../src/site/views/forms/text.ts';
import { drillMark, freshnessWords } from '../../src/site/views/freshness.ts';
import { parseMdx } from '../../src/workspace/mdx.ts';
import { corpusOf, entryOf } from '../domain/values.ts';
import { spoken } from './forms.ts';

test.each([
  ['555-0101', ['555-0101']],
  ['+1 (555) 010-0101, then 2', ['+1 (555) 010-0101']],
  ['Portal, contract PM-20931; at night 555-0171', ['555-0171']],
  ['911', ['911']],
  ['since 2026-10-12 by channel 4', []],
  ['SCHED-2631234', []],
  ['', []],
])('%j has the telephone numbers %j', (route, numbers) => {
  const value = routeValue(route);
  const items = value.kind === 'run' ? value.items : [value];
  expect(items.flatMap((item) => (item.kind === 'link' ? [item.text] : []))).toEqual(numbers);
  expect(spoken(value)).toBe(route);
});

test('lengths of time are said as people say them', () => {
  const said = [0, 1, 45, 60, 157, 240, 1440, 1725, 4320].map(lengthOfTime);
  expect(said).toEqual(
    '0 minutes|1 minute|45 minutes|1 hour|2 h 37 min|4 hours|1 day|1 day 4 h|3 days'.split('|'),
  );
  expect(minutesBetween('2026-05-01T10:00:00Z', '2026-05-01T09:00:00Z')).toBeNull();
  expect(minutesBetween(null, '2026-05-01T09:00:00Z')).toBeNull();
});

test('days are counted from the handbook’s clock, and not at all without one', () => {
  expect(dueMark('2026-05-01', '2026-05-02')?.text).toBe('Overdue by 1 day');
  expect(dueMark('2026-05-02', '2026-05-02T23:00:00Z')?.text).toBe('Due today');
  expect(endMark('2026-05-12', '2026-05-02')?.text).toBe('10 days left');
  expect([dueMark('2026-05-01', null), endMark('soon', '2026-05-02')]).toEqual([null, null]);
});

test('every form belongs to a type, names fields that the type has, and stands empty fields', () => {
  const names = new Map<string, (typeof types)[number]>(types.map((type) => [type.name, type]));
  for (const [name, form] of Object.entries(forms)) {
    const type = names.get(name);
    expect(type, name).toBeDefined();
    for (const data of [
      {},
      { escalation: 7, actions: [null], metrics: 'x', steps: {}, auth: [] },
    ]) {
      const entry = entryOf(name, 'empty', data);
      const corpus = corpusOf(entry);
      const made = form({
        entry,
        corpus,
        graph: buildGraph(corpus),
        asOf: '2026-05-01',
        standard: null,
        readiness: null,
        fileText: () => null,
      });
      const known = Object.keys(type?.schema.shape ?? {});
      expect(
        made.shown.filter((field) => !known.includes(field)),
        name,
      ).toEqual([]);
    }
  }
});

test('a drawing is not a command', () => {
  const { tree } = parseMdx(
    ['```Mermaid', 'flowchart LR', '```', '', '```sh', 'uptime', '```'].join('\n'),
    'x.mdx',
  );
  expect(tree && firstCode([tree])?.text).toBe('uptime');
});

/** What the standard sees of one document and the people beside it. */
const seen = (...entries: readonly Entry[]): StandardContext =>
  ({
    corpus: corpusOf(entryOf('person', 'ann', { name: 'Ann Lee', side: 'customer' }), ...entries),
    asOf: '2026-05-01',
    hashOf: () => 'h1',
    git: { state: 'none' },
    fileOf: () => ({ digest: 'd' }),
  }) as unknown as StandardContext;

test('a review is pointed out only where one is due, or where the text changed', () => {
  const said = (type: string, data: Record<string, unknown>) => {
    const mark = freshnessWords(entryOf(type, 'x', data), seen());
    return mark && `${mark.tone}: ${mark.text}`;
  };
  const review = { reviewed_on: '2026-01-01', reviewed_by: 'ann', reviewed_hash: 'h1' };
  expect(said('runbook', { review_every_days: 90 })).toBe('quiet: No review recorded');
  expect(said('runbook', { ...review, review_every_days: 30 })).toBe(
    'attention: reviewed on 1 Jan 2026 by Ann Lee, due again since 31 Jan 2026',
  );
  expect(said('runbook', { ...review, review_every_days: 200 })).toBe(
    'good: reviewed on 1 Jan 2026 by Ann Lee, next by 20 Jul 2026',
  );
  expect(said('runbook', { ...review, reviewed_hash: 'old' })).toBe(
    'attention: changed since it was reviewed on 1 Jan 2026 by Ann Lee',
  );
  expect(said('runbook', { ...review, reviewed_on: '2026-06-01' })).toMatch(
    /^attention: The recorded review does not count/,
  );
  expect(said('weekly-summary', {})).toBeNull();
  expect(said('postmortem', { status: 'reviewed' })).toBeNull();
  expect(said('founder-memo', { outcome: { decided_on: '2026-04-01' } })).toBeNull();
  expect(said('person', {})).toBeNull();
});

test('without a day a review is named and not judged', () => {
  const review = { reviewed_on: '2026-01-01', review_every_days: 30 };
  expect(freshnessWords(entryOf('runbook', 'x', review), null)).toEqual({
    text: 'reviewed on 1 Jan 2026',
    tone: 'quiet',
  });
});

test('the last drill stands beside the title of a runbook', () => {
  const runbook = entryOf('runbook', 'queue', { target_minutes: 30 });
  const book = (...entries: Entry[]) => {
    const standard = seen(...entries);
    const { corpus, asOf } = standard;
    return { standard, corpus, asOf, graph: buildGraph(corpus) };
  };
  const said = (changes: Record<string, unknown> | null) => {
    const drill = entryOf('drill', 'd', {
      runbook: 'queue',
      on: '2026-04-01',
      executor: 'ann',
      result: 'pass',
      started_at: '2026-04-01T09:00:00Z',
      finished_at: '2026-04-01T09:14:00Z',
      drilled_hash: 'h1',
      log_ref: '/drills/d.log',
      log_digest: 'd',
      ...changes,
    });
    return drillMark(runbook, book(...(changes === null ? [runbook] : [runbook, drill])))?.text;
  };
  expect(said(null)).toBe('never drilled');
  expect(said({})).toBe('drilled on 1 Apr 2026 by Ann Lee in 14 minutes');
  const not = 'the drill of 1 Apr 2026 does not count: it';
  expect(said({ drilled_hash: 'old' })).toBe(`${not} was of another text`);
  expect(said({ result: 'fail' })).toBe(`${not} failed`);
  expect(said({ on: '2026-01-02' })).toMatch(/it is too old$/);
  expect(said({ participants: ['stranger'] })).toBe(`${not} had somebody of the vendor in it`);
  expect(said({ finished_at: '2026-04-01T10:00:00Z' })).toBe(`${not} took 60 minutes of 30`);
  expect(drillMark(entryOf('system', 's'), book())).toBeNull();
  expect(drillMark(runbook, { ...book(), standard: null })?.text).toBe('no drill recorded');
});

import { expect, test } from 'vitest';
import { types } from '../../src/domain/documents/registry.ts';
import { buildGraph } from '../../src/domain/graph/graph.ts';
import { dueMark, endMark, lengthOfTime, minutesBetween } from '../../src/site/views/days.ts';
import { freshnessWords } from '../../src/site/views/document.ts';
import { routeValue } from '../../src/site/views/forms/phone.ts';
import { forms } from '../../src/site/views/forms/registry.ts';
import { firstCode } from '../../src/site/views/forms/text.ts';
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

test('a review is pointed out only where one is due', () => {
  const said = (type: string, data: Record<string, unknown>) => {
    const mark = freshnessWords(entryOf(type, 'x', data), '2026-05-01');
    return mark && `${mark.tone}: ${mark.text}`;
  };
  expect(said('runbook', { review_every_days: 90 })).toBe('quiet: No review recorded');
  expect(said('runbook', { reviewed_on: '2026-01-01', review_every_days: 30 })).toBe(
    'attention: Reviewed 1 Jan 2026, due again since 31 Jan 2026',
  );
  expect(said('weekly-summary', {})).toBeNull();
  expect(said('postmortem', { status: 'reviewed' })).toBeNull();
  expect(said('founder-memo', { outcome: { decided_on: '2026-04-01' } })).toBeNull();
  expect(said('person', {})).toBeNull();
});

import { expect, test } from 'vitest';
import type { Entry } from '../../src/domain/graph/corpus.ts';
import { buildGraph } from '../../src/domain/graph/graph.ts';
import { type HtmlNode, h, textOf } from '../../src/site/render/hast.ts';
import { withLeads } from '../../src/site/render/leads.ts';
import { withTicks } from '../../src/site/render/ticks.ts';
import { daysMet, whyCommon } from '../../src/site/views/oncall/common.ts';
import { onCallView } from '../../src/site/views/oncall/oncall.ts';
import { corpusOf, entryOf } from '../domain/values.ts';

const runbook = (slug: string, data: Readonly<Record<string, unknown>> = {}): Entry =>
  entryOf('runbook', slug, { title: slug, ...data });

const book = (...entries: Entry[]) => {
  const corpus = corpusOf(...entries);
  return { corpus, graph: buildGraph(corpus), standard: null, asOf: '2026-11-20' };
};

const postmortem = (slug: string, day: string, data: object, body = ''): Entry => ({
  ...entryOf('postmortem', slug, { title: slug, started_at: `${day}T03:00:00Z`, ...data }),
  body,
});

test('an incident counts once for a runbook, and for an alert whose name stands in the text', () => {
  const queue = runbook('queue');
  const rings = entryOf('alert', 'a', { title: 'QueueOld' });
  const days = daysMet(
    book(
      queue,
      rings,
      postmortem('p1', '2026-06-02', { incident_id: 'i', runbooks_used: ['queue', 'queue'] }),
      postmortem('p2', '2026-06-02', { incident_id: 'i', runbooks_used: ['queue'] }),
      postmortem(
        'p3',
        '2026-10-24',
        { runbooks_used: ['queue'] },
        'Then `QueueOld` rang. QueueOlder did not.',
      ),
    ),
  );
  expect(days.get(queue)).toEqual(['2026-10-24', '2026-06-02']);
  expect(days.get(rings)).toEqual(['2026-10-24']);
  expect(whyCommon(days.get(queue) ?? [])).toEqual({
    text: '2 incidents',
    more: 'since June 2026, last on 24 Oct 2026',
  });
  expect(whyCommon(['2026-06-02'])).toEqual({ text: '1 incident', more: 'on 2 Jun 2026' });
  expect(whyCommon([])).toBeNull();
});

test('an incident counts for an alert that its entry names, and for its systems until it is told', () => {
  const gateway = entryOf('system', 'gateway', { title: 'Gateway' });
  const rings = entryOf('alert', 'a', { title: 'QueueOld', systems: ['gateway'] });
  const quiet = entryOf('alert', 'b', { title: 'Lost', systems: ['gateway'], severity: 2 });
  const incident = (slug: string, day: string, summary: string) =>
    entryOf('incident', slug, {
      ...{ title: slug, started_at: `${day}T03:00:00Z`, systems: ['gateway'], summary },
    });
  const all = book(
    ...[gateway, rings, quiet, runbook('queue', { systems: ['gateway'], severity: 2 })],
    ...[runbook('else', { severity: 2 }), runbook('loud', { severity: 1 })],
    incident('i1', '2026-06-02', 'QueueOld rang for an hour.'),
    incident('i2', '2026-07-03', 'Told elsewhere.'),
    postmortem('p', '2026-07-03', { incident_id: 'i2', runbooks_used: [] }, 'QueueOld rang.'),
    incident('i3', '2026-08-04', ''),
  );
  const days = daysMet(all);
  expect(days.get(rings)).toEqual(['2026-07-03', '2026-06-02']);
  expect(days.get(gateway)).toEqual(['2026-08-04', '2026-06-02']);
  const [alerts, runbooks] = onCallView(all).lists;
  expect(alerts?.rows.map(({ title, why }) => [title, why?.text])).toEqual([
    ['QueueOld', '2 incidents'],
    ['Lost', '2 incidents of the system'],
  ]);
  expect(runbooks?.rows.map(({ title }) => title)).toEqual(['loud', 'queue', 'else']);
});

test('the common stands above the severe, the severe above the rest', () => {
  const view = onCallView(
    book(
      runbook('mild', { severity: 4 }),
      runbook('grave', { severity: 1 }),
      runbook('often', { severity: 3 }),
      runbook('gone', { severity: 1, status: 'retired' }),
      postmortem('p', '2026-06-02', { runbooks_used: ['often'] }),
    ),
  );
  expect(view.lists.map(({ id, rows }) => [id, rows.map(({ title }) => title)])).toEqual([
    ['runbooks', ['often', 'grave', 'mild']],
  ]);
  expect(view.uncounted).toBe(false);
});

test('an alert leads to its runbook, with the first number and the age of the last drill', () => {
  const view = onCallView(
    book(
      entryOf('alert', 'a', { title: 'QueueOld', severity: 2 }),
      entryOf('alert', 'b', { title: 'Lonely' }),
      runbook('queue', {
        alerts: ['a'],
        symptoms: ['Nothing moves'],
        escalation: [
          { role: 'Second', route: '555-0102', minutes: 15 },
          { role: 'First', route: '555-0101, day and night', minutes: 0 },
        ],
      }),
      entryOf('drill', 'd', { title: 'd', runbook: 'queue', on: '2026-11-10', result: 'fail' }),
    ),
  );
  const [rings, said] = view.lists;
  expect(rings?.rows).toMatchObject([
    {
      href: '/runbooks/queue/',
      severity: { text: 'Sev 2' },
      call: { who: 'First', href: 'tel:5550101', text: '555-0101' },
      drill: { text: 'last drill 10 days ago, failed' },
    },
    { href: '/alerts/b/', call: null, line: expect.stringMatching(/^No runbook/) },
  ]);
  expect(said?.rows).toMatchObject([{ title: 'Nothing moves', href: '/runbooks/queue/' }]);
  expect(view.lists).toHaveLength(2);
  expect(view.nextAfter).toBe(15);
});

test('a handbook without anything, and one with a thousand runbooks', () => {
  expect(onCallView(book())).toMatchObject({ lists: [], roles: [], counterparties: [] });
  const many = Array.from({ length: 1000 }, (_, index) => runbook(`r${index}`));
  const [list] = onCallView(book(...many)).lists;
  expect([list?.rows.length, list?.left]).toEqual([60, 940]);
});

const all = (nodes: readonly HtmlNode[], name: string): HtmlNode[] =>
  nodes.flatMap((node) =>
    node.type === 'text'
      ? []
      : [...(node.tagName === name ? [node] : []), ...all(node.children, name)],
  );
const propertyOf = (node: HtmlNode, name: string) =>
  node.type === 'element' ? node.properties[name] : undefined;

test('steps get a box and an anchor, and words that lead on a link', () => {
  const branch = (words: string) =>
    h('div', { className: ['branch'], ariaLabel: 'You see it' }, [
      h('p', { className: ['branch-when'] }, ['You see it']),
      h('div', { className: ['branch-then'] }, [h('p', {}, [words])]),
    ]);
  const body = [
    h('h2', { id: 'look' }, ['Diagnosis']),
    h('table', {}, [
      h('tr', {}, [h('td', {}, ['part B']), h('td', {}, ['Part B, step 1, not step 9'])]),
    ]),
    h('h3', { id: 'a' }, ['A: one']),
    h('ol', {}, [
      h('li', {}, [
        h('p', {}, ['Stop it']),
        branch('Then step 2.'),
        h('ol', {}, [h('li', {}, ['x'])]),
      ]),
      h('li', {}, ['Start']),
    ]),
    h('h3', { id: 'b' }, ['B: two']),
    h('ol', {}, [h('li', {}, ['Wait'])]),
  ];
  const shown = withLeads(withTicks(body));
  expect(all(shown, 'li').map((item) => propertyOf(item, 'id'))).toEqual([
    '_a-1',
    undefined,
    '_a-2',
    '_b-1',
  ]);
  expect(all(shown, 'input').map((box) => propertyOf(box, 'ariaLabel'))).toEqual([
    'Step 1: Stop it',
    'You see it',
    'Step 2: Start',
    'Step 1: Wait',
  ]);
  expect(all(shown, 'a').map((link) => [propertyOf(link, 'href'), textOf(link)])).toEqual([
    ['#_b-1', 'Part B, step 1'],
    ['#_a-2', 'step 2'],
  ]);
});

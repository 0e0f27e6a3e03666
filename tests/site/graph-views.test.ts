import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/domain/graph/corpus.ts';
import { gatesOf } from '../../src/domain/graph/gates.ts';
import { buildGraph } from '../../src/domain/graph/graph.ts';
import { sideOf } from '../../src/domain/graph/sides.ts';
import { actionsView } from '../../src/site/views/actions.ts';
import { alertList, symptomList } from '../../src/site/views/alerts.ts';
import { ownershipView } from '../../src/site/views/ownership.ts';
import { lacksClock, rampOf } from '../../src/site/views/ramp.ts';
import { sideBySideView } from '../../src/site/views/side-by-side.ts';
import { timelinePages } from '../../src/site/views/timeline.ts';
import type { Value } from '../../src/site/views/values.ts';
import { corpusOf, entryOf } from '../domain/values.ts';

const engagement = entryOf('engagement', 'engagement', {
  customer: { name: 'Stay Clinics', domains: ['stay.example'] },
  vendor: { name: 'Leave Ltd', domains: ['leave.example'] },
  kickoff_on: '2026-01-01',
  exit_on: '2026-12-31',
});
const ann = entryOf('person', 'ann', { name: 'Ann', email: 'ann@stay.example' });
const vic = entryOf('person', 'vic', { name: 'Vic', email: 'vic@leave.example' });

function book(...entries: readonly Entry[]) {
  const corpus = corpusOf(engagement, ann, vic, ...entries);
  return { corpus, graph: buildGraph(corpus), asOf: '2026-11-20' };
}

const textOf = (value: Value | null | undefined): string =>
  value === null || value === undefined
    ? ''
    : value.kind === 'list'
      ? value.items.map(textOf).join(' + ')
      : value.kind === 'run'
        ? value.items.map(textOf).join('')
        : 'text' in value
          ? value.text
          : value.kind;

describe('gates', () => {
  const { corpus } = book(
    entryOf('sign-off', 'real', { gate: -90, signed_on: '2026-10-03' }),
    entryOf('sign-off', 'rehearsal', { gate: -60, signed_on: '2026-11-01', dry_run: true }),
  );

  it('are counted back from the exit day, and a rehearsal signs none', () => {
    expect(gatesOf(corpus).map(({ name, on, signOff }) => [name, on, signOff?.id])).toEqual([
      ['K', '2026-01-01', undefined],
      ['-90', '2026-10-02', 'sign-offs/real'],
      ['-60', '2026-11-01', undefined],
      ['-30', '2026-12-01', undefined],
      ['X', '2026-12-31', undefined],
    ]);
    expect(gatesOf(corpusOf())).toEqual([]);
  });

  it('lead to the newest exit plan that is in use, else to the engagement', () => {
    const plan = (slug: string, created: string, status = 'current') =>
      entryOf('exit-plan', slug, { title: slug, created, status });
    const plans = [
      plan('first', '2026-02-01'),
      plan('second', '2026-03-01'),
      plan('third', '2026-04-01', 'retired'),
    ];
    expect(rampOf(book(...plans).corpus, '2026-11-20')?.href).toBe('/exit-plans/second/');
    expect(rampOf(corpus, '2026-11-20')?.href).toBe('/engagement/');
  });

  it('ask for a clock only where everything else is known', () => {
    expect([lacksClock(corpus, null), lacksClock(corpus, '2026-11-20')]).toEqual([true, false]);
    expect(lacksClock(corpusOf(), null)).toBe(false);
  });

  it('tell the ramp which one comes next', () => {
    expect(rampOf(corpus, '2026-11-20')).toMatchObject({
      count: '41 days',
      next: { name: '30 days before the exit', text: '1 Dec 2026, in 11 days' },
      gates: [{ signed: true }, { signed: false }, { signed: false }],
    });
    expect(rampOf(corpus, '2027-01-01')).toMatchObject({
      next: null,
      counted: 'since the exit day',
    });
  });
});

it('a side comes from the mail domain, and from the record where that tells nothing', () => {
  const { corpus } = book();
  const side = (data: Record<string, string>) => sideOf(entryOf('person', 'x', data), corpus);
  expect(side({ email: 'x@LEAVE.example' })).toBe('vendor');
  expect(side({ email: 'x@stay.example', side: 'vendor' })).toBe('customer');
  expect(side({ email: 'x@elsewhere.example', side: 'vendor' })).toBe('vendor');
  expect(side({})).toBeNull();
});

describe('the alerts', () => {
  const alert = entryOf('alert', 'age', { title: 'QueueAge', systems: [], severity: 2 });
  const bare = entryOf('alert', 'bare', { title: 'Bare', systems: [] });
  const runbook = entryOf('runbook', 'stalled', {
    title: 'Stalled',
    summary: 'It stands.',
    alerts: ['age'],
    symptoms: ['It is frozen'],
    escalation: [
      { role: 'Boss', route: 'mail', minutes: 30 },
      { role: 'Primary', person: 'ann', route: '+1 555-0101, day and night', minutes: 0 },
    ],
  });
  const retired = entryOf('runbook', 'old', {
    title: 'Old',
    status: 'retired',
    alerts: ['age', 'bare'],
    symptoms: ['Gone'],
  });

  it('say what they mean, where to go and whom to dial first', () => {
    const [first, second] = alertList([bare, alert], book(alert, bare, runbook, retired)).rows;
    expect(first).toMatchObject({ title: 'QueueAge', summary: 'It stands.' });
    expect(first?.cells.map(textOf)).toEqual([
      'Severity 2: a workflow is down',
      '',
      'Stalled',
      'Primary, +1 555-0101, day and night + Ann',
    ]);
    expect(JSON.stringify(first)).toContain('"tel:+15550101"');
    expect(second?.cells.map(textOf)).toEqual(['', '', 'No runbook', '']);
  });

  it('stand beside the symptoms, in the words of those who report them', () => {
    const { rows } = symptomList([runbook, retired], book(alert, runbook, retired));
    expect(rows.map(({ title, href }) => [title, href])).toEqual([
      ['It is frozen', '/runbooks/stalled/'],
    ]);
  });
});

describe('the actions', () => {
  const postmortem = entryOf('postmortem', 'p', {
    title: 'P',
    actions: [
      { title: 'Later', state: 'open', owner: 'ann', due: '2027-01-09' },
      { title: 'Late', owner: 'ann', due: '2026-11-19' },
      { title: 'Dropped', state: 'dropped' },
      { title: 'Undated' },
    ],
  });
  const drill = entryOf('drill', 'd', {
    title: 'D',
    findings: [
      { what: 'Found', due: '2026-11-20' },
      { what: 'Fixed', closed_on: '2026-11-01' },
    ],
  });
  const system = entryOf('system', 's', { title: 'S', owner: 'ann' });
  const waiver = (slug: string, expires_on: string) =>
    entryOf('waiver', slug, { title: slug, target: 'systems/s', expires_on });
  const view = actionsView(
    book(postmortem, drill, system, waiver('runs', '2026-12-31'), waiver('ran-out', '2026-11-01')),
  );

  it('come with what is late first, what has no date last, and what is done counted', () => {
    expect(
      view.open.rows.map(({ title, cells }) => [title, textOf(cells[0]), textOf(cells[2])]),
    ).toEqual([
      ['Late', 'overdue', 'Ann'],
      ['Found', 'due soon', 'Nobody'],
      ['runs', 'open', 'Ann'],
      ['Later', 'open', 'Ann'],
      ['Undated', 'no date', 'Nobody'],
    ]);
    expect(view).toMatchObject({ overdue: 1, done: 2 });
    expect(view.owners).toEqual([
      { name: 'Ann', href: '/actions/?q=Ann', open: 3, overdue: 1 },
      { name: 'Nobody', href: '/actions/?q=Nobody', open: 2, overdue: 0 },
    ]);
  });

  it('are none in an empty handbook', () => {
    expect(actionsView(book())).toMatchObject({ overdue: 0, done: 0, owners: [] });
  });
});

describe('the timeline', () => {
  it('puts what is planned above today and tells an incident once', () => {
    const [view] = timelinePages({
      fileText: () => null,
      ...book(
        entryOf('incident', 'i', { title: 'I', severity: 2, started_at: '2026-09-08T11:04:00Z' }),
        entryOf('postmortem', 'p', {
          title: 'P',
          incident_id: 'i',
          severity: 2,
          started_at: '2026-09-08T11:04:00Z',
        }),
        entryOf('incident', 'alone', { title: 'Alone', started_at: '2026-09-30T23:00:00Z' }),
        entryOf('founder-memo', 'm', { title: 'M', decision_needed_by: '2026-12-04' }),
        entryOf('drill', 'today', { title: 'Today', on: '2026-11-20', result: 'fail' }),
      ),
    });
    expect(view?.ahead.map(({ title }) => title)).toEqual([
      'Exit day',
      'M',
      '30 days before the exit',
    ]);
    expect(view?.ahead[1]?.mark?.text).toBe('waits for a decision');
    expect(
      view?.months.map(({ name, happenings }) => [name, ...happenings.map(({ title }) => title)]),
    ).toEqual([
      ['November 2026', 'Today', '60 days before the exit'],
      ['October 2026', '90 days before the exit'],
      ['September 2026', 'Alone', 'P'],
      ['January 2026', 'Kickoff'],
    ]);
    expect(view?.kinds.map(({ kind, count }) => `${kind} ${count}`)).toEqual([
      'gate 5',
      'incident 2',
      'memo 1',
      'drill 1',
    ]);
  });

  it('is cut into pages that lose nothing; today stands where what is planned ends', () => {
    const days = (of: number, year: number) =>
      Array.from({ length: of }, (_, at) =>
        entryOf('adr', `${year}-${at}`, { title: `${year} ${at}`, date: `${year}-03-01` }),
      );
    const pages = timelinePages({
      fileText: () => null,
      ...book(...days(230, 2027), ...days(250, 2025)),
    });
    const sizes = pages.map(
      ({ ahead, months }) => [...ahead, ...months.flatMap(({ happenings }) => happenings)].length,
    );
    expect(sizes).toEqual([200, 200, 85]);
    expect(pages.map(({ today }) => today?.iso ?? null)).toEqual([null, '2026-11-20', null]);
    expect(pages[2]?.kinds.map(({ kind, count }) => `${kind} ${count}`)).toEqual(['decision 85']);
  });
});

describe('the ownership', () => {
  const view = ownershipView(
    book(
      entryOf('runbook', 'kept', {
        title: 'Kept',
        owner: 'vic',
        successor: 'ann',
        backup_owner: 'ann',
      }),
      entryOf('runbook', 'lost', { title: 'Lost', owner: 'vic' }),
      entryOf('runbook', 'retired', { title: 'Retired', owner: 'vic', status: 'retired' }),
      entryOf('weekly-summary', 'signed', {
        title: 'W',
        owner: 'vic',
        signed: { on: '2026-11-13' },
      }),
      entryOf('adr', 'told', { title: 'A', owner: 'ann', informed: ['vic'] }),
      entryOf('access-record', 'open', { title: 'Open', person: 'vic' }),
      entryOf('access-record', 'shut', { title: 'Shut', person: 'vic', removed_on: '2026-11-01' }),
      entryOf('postmortem', 'p', {
        title: 'P',
        owner: 'ann',
        actions: [
          { owner: 'vic', state: 'done' },
          { owner: 'vic', state: 'open' },
        ],
      }),
      entryOf('postmortem', 'q', {
        title: 'Q',
        owner: 'ann',
        actions: [{ owner: 'vic', state: 'done' }],
      }),
      entryOf('person', 'gone', {
        name: 'Gone',
        email: 'g@leave.example',
        active_to: '2026-11-19',
      }),
    ),
  );
  const names = (groups: (typeof view)['withoutBackup']) =>
    groups.flatMap(({ links }) => links.map(({ text }) => text));

  it('shows first who leaves, with what has to move and not with what is history', () => {
    expect(view.leaving.map(({ name }) => name)).toEqual(['Vic']);
    expect(view.leaving[0]?.roles.map(({ label, groups }) => [label, ...names(groups)])).toEqual([
      ['Owns', 'Kept', 'Lost'],
      ['Has access', 'Open'],
      ['Owns actions of', 'P'],
    ]);
    expect(view.staying.map(({ name }) => name)).toEqual(['Ann']);
  });

  it('names what nobody takes over and what has one owner only', () => {
    expect(names(view.withoutSuccessor)).toEqual(['Lost']);
    expect(names(view.withoutBackup)).toEqual(['Lost']);
  });
});

describe('integrations side by side', () => {
  it('compare keys, writes and the newest quirk', () => {
    const { rows, columns } = sideBySideView(
      book(
        entryOf('integration', 'a', {
          title: 'A',
          product: 'Alpha',
          product_version: '7.2',
          kind: 'csv-drop',
          direction: 'inbound',
          auth: { key_custody: 'ann', rotates_on: '2026-11-01' },
          write_paths: [{ operation: 'book', idempotency_key: 'request id' }],
          quirks: [
            { seen_on: '2026-01-01', what: 'old' },
            { seen_on: '2026-02-01', what: 'new' },
          ],
        }),
        entryOf('integration', 'b', { title: 'B', product: 'Beta' }),
        entryOf('integration', 'c', { title: 'C', status: 'retired' }),
      ),
    );
    expect(columns.map(({ short }) => short)).toEqual(['Alpha', 'Beta']);
    const said = Object.fromEntries(rows.map(({ label, cells }) => [label, cells.map(textOf)]));
    expect(said['Key to be replaced by']).toEqual(['1 Nov 2026, overdue', '']);
    expect(said['What we write']).toEqual(['book, by request id', 'Nothing']);
    expect(said['Newest quirk']).toEqual(['1 Feb 2026: new', '']);
    expect(said).toMatchObject({
      Product: ['Alpha', 'Beta'],
      Version: ['7.2', ''],
      Kind: ['CSV file', ''],
      Direction: ['to us', ''],
    });
    expect(said['Support']).toBeUndefined();
  });
});

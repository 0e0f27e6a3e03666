import { expect, test } from 'vitest';
import type { Entry } from '../../src/domain/graph/corpus.ts';
import { boundsScale } from '../../src/site/views/bounds-scale.ts';
import { entryOf } from '../domain/values.ts';
import { factsOfLead, formOf, leadBlock, spoken, withBody } from './forms.ts';

const ada = entryOf('person', 'ada-lind', { name: 'Ada Lind', email: 'ada@clinic.example' });
const tom = entryOf('person', 'tom-reyes', { name: 'Tom Reyes', email: 'tom@builders.example' });
const engagement = entryOf('engagement', 'engagement', {
  customer: { name: 'Clinic', domains: ['clinic.example'] },
  vendor: { name: 'Builders', domains: ['builders.example'] },
  metrics: [
    { id: 'fill', name: 'Slots filled, percent', direction: 'up' },
    { id: 'wait', name: 'Hours of waiting', direction: 'down' },
  ],
});
const runbook = withBody(
  entryOf('runbook', 'queue', {
    title: 'Queue stalled',
    target_minutes: 30,
    destructive: true,
    escalation: [
      { role: 'Primary', person: 'ada-lind', route: '555-0101', minutes: 0 },
      { role: 'Owner', route: 'Radio channel 4', minutes: 15 },
    ],
  }),
  [
    '## Meaning\n\nNothing moves. Our side is first.',
    '## Access\n\n```sh\nssh jump\n```',
    '## Diagnosis\n\nLook.\n\n```bash title="host-1"\nqueue --heads\n```\n\n```sh\nother\n```',
  ].join('\n\n'),
);
const drill = (slug: string, data: Readonly<Record<string, unknown>>): Entry =>
  entryOf('drill', slug, { title: slug, runbook: 'queue', result: 'pass', ...data });

test('a runbook leads with its meaning, the first command of the diagnosis and whom to call', () => {
  const form = formOf(runbook, { others: [ada] });
  expect(form.replacesSummary).toBe(true);
  expect(leadBlock(form, 'prose').text).toBe('Nothing moves. Our side is first.');
  expect(leadBlock(form, 'code')).toMatchObject({
    code: { text: 'queue --heads', language: 'bash', where: 'host-1' },
    more: { href: '#diagnosis' },
  });
  const { calls } = leadBlock(form, 'calls');
  expect(calls.map(({ when, role, person }) => [when, role, spoken(person)])).toEqual([
    ['At once', 'Primary', 'Ada Lind'],
    ['After 15 min', 'Owner', ''],
  ]);
  expect(calls[0]?.route).toMatchObject({ kind: 'link', href: 'tel:5550101' });
  expect(spoken(calls[1]?.route)).toBe('Radio channel 4');
  expect(form.notices).toHaveLength(1);
});

test('a runbook says when it was last drilled, by whom, and whether the vendor was there', () => {
  expect(factsOfLead(formOf(runbook))['Last drilled']).toBe('Never drilled');
  const times = { started_at: '2026-05-02T10:00:00Z', finished_at: '2026-05-02T10:21:00Z' };
  const others = [
    ada,
    tom,
    engagement,
    drill('first', { on: '2026-05-02', executor: 'ada-lind', ...times }),
    drill('later', { on: '2026-06-01', executor: 'ada-lind', participants: ['tom-reyes'] }),
  ];
  const on = (asOf: string | null) =>
    factsOfLead(formOf(runbook, { others, asOf }))['Last drilled'];
  expect(on('2026-05-20')).toBe(
    'pass 2 May 2026 by Ada Lind in 21 minutes; nobody of the vendor there',
  );
  expect(on('2026-07-01')).toBe('pass 1 Jun 2026 by Ada Lind; of the vendor there: Tom Reyes');
});

test('a runbook whose diagnosis has no command leads with the first one of its text', () => {
  const entry = withBody(
    entryOf('runbook', 'restart', { title: 'Restart' }),
    '## Diagnosis\n\nLook.\n\n## Mitigation\n\n1. Restart.\n\n   ```sh\n   restart\n   ```',
  );
  expect(leadBlock(formOf(entry), 'code')).toMatchObject({
    code: { text: 'restart', where: null },
    more: { href: '#mitigation', text: 'Read on in Mitigation' },
  });
});

test('the first command says where and as whom it is run, and the answer to expect', () => {
  const block = '```mermaid\nflowchart LR\na --> b\n```\n\n';
  const text =
    '<Command on="`host-1`" as="operator" expect="`ok`">\n\n```sh\nqueue\n```\n\n</Command>';
  const entry = withBody(entryOf('runbook', 'look', {}), `## Diagnosis\n\n${block}${text}`);
  expect(leadBlock(formOf(entry), 'code').code).toEqual({
    text: 'queue',
    language: 'sh',
    where: null,
    command: { on: '`host-1`', as: 'operator', expect: '`ok`' },
  });
});

test('a runbook without anything says what is missing', () => {
  const form = formOf(entryOf('runbook', 'bare', { title: 'Bare' }));
  expect(leadBlock(form, 'prose').text).toBe('No command is written down yet.');
  expect(leadBlock(form, 'calls').calls).toEqual([]);
  expect(form.replacesSummary).toBe(false);
});

const decision = (number: string, data: Readonly<Record<string, unknown>>): Entry =>
  entryOf('adr', `${number}-x`, { title: `D${number}`, status: 'accepted', ...data });
const line = [
  decision('0001', { date: '2026-01-01', status: 'superseded' }),
  decision('0002', { date: '2026-02-01', status: 'superseded', supersedes: ['0001-x'] }),
  decision('0003', { date: '2026-03-01', supersedes: ['0002-x'] }),
  decision('0004', { date: '2026-04-01', amends: ['0003-x'], revisit_on: '2026-05-01' }),
  decision('0005', { date: '2026-01-15', status: 'proposed', supersedes: ['0003-x'] }),
];
const decided = (index: number, asOf: string | null = null) => {
  const [entry] = line.slice(index, index + 1);
  if (!entry) throw new Error('no such decision');
  return formOf(entry, { others: line.filter((one) => one !== entry), asOf });
};

test('a decision stands in its whole line, and a superseded one leads to what holds now', () => {
  const form = decided(0);
  expect(
    leadBlock(form, 'trail').steps.map(({ link, here, notes }) => [link.text, here, ...notes]),
  ).toEqual([
    ['0001 D0001', true],
    ['0005 D0005', false, 'replaces 0003'],
    ['0002 D0002', false, 'replaces 0001'],
    ['0003 D0003', false, 'replaces 0002'],
    ['0004 D0004', false, 'changes 0003'],
  ]);
  expect(form.notices?.map(({ title, text }) => [title, spoken(text)])).toEqual([
    ['Superseded: do not follow this decision.', 'What holds now: 0003 D0003'],
  ]);
});

test('a decision that holds says what changed it, and when it is overdue', () => {
  expect(spoken(decided(2).notices?.[0]?.text)).toBe('Read with it: 0004 D0004');
  const revisit = (asOf: string | null) => factsOfLead(decided(3, asOf))['Look at it again'];
  expect(revisit('2026-05-03')).toBe('1 May 2026 Overdue by 2 days');
  expect(revisit(null)).toBe('1 May 2026');
});

test('a postmortem counts its times and parts open actions from done ones', () => {
  const entry = entryOf('postmortem', 'stall', {
    title: 'Stall',
    started_at: '2026-05-01T10:00:00Z',
    detected_at: '2026-05-01T10:45:00Z',
    resolved_at: '2026-05-03T10:00:00Z',
    actions: [
      { title: 'Later', owner: 'ada-lind', due: '2026-06-20', state: 'open' },
      { title: 'Late', due: '2026-06-01' },
      { title: 'Ready', state: 'done', closed_on: '2026-05-20' },
    ],
  });
  const form = formOf(entry, { others: [ada], asOf: '2026-06-10' });
  expect(leadBlock(form, 'figures').figures.map(({ value, label }) => `${value} ${label}`)).toEqual(
    ['45 minutes to detect', '2 days until all was repaired'],
  );
  const [section] = form.sections ?? [];
  expect(section?.title).toBe('2 open actions');
  const [block] = section?.blocks ?? [];
  if (block?.kind !== 'table') throw new Error('no table');
  expect(block.table.rows.map(([what, , due]) => [spoken(what), spoken(due)])).toEqual([
    ['Late', '1 Jun 2026 Overdue by 9 days'],
    ['Later', '20 Jun 2026 Due in 10 days'],
  ]);
  expect(block.folded?.rows.map(([what]) => spoken(what))).toEqual(['Ready']);
});

test('a week says better or worse by the direction of the metric, and whether it is signed', () => {
  const week = entryOf('weekly-summary', '2026-w20', {
    title: 'Week',
    metrics: [
      { id: 'fill', value: 80, previous: 78.5 },
      { id: 'wait', value: 31, previous: 30 },
      { id: 'other', value: 1 },
    ],
  });
  const form = formOf(week, { others: [engagement] });
  expect(leadBlock(form, 'figures').figures.map(({ label, mark }) => [label, mark?.text])).toEqual([
    ['Slots filled, percent', 'Up 1.5, better'],
    ['Hours of waiting', 'Up 1, worse'],
    ['other', undefined],
  ]);
  expect(form.notices?.[0]?.title).toBe('Not signed yet.');
});

const gate = {
  gate: 'triage',
  version: 1,
  decision_record: 'adrs/0001-thresholds',
  dataset: { id: 'letters', version: '1' },
  bound: 'clopper-pearson, one-sided, 95 percent',
  slices: [
    {
      slice: 'urgent',
      title: 'Urgent letters',
      where: { level: 'urgent' },
      metric: { name: 'said urgent', success: { column: 'said', equals: 'urgent' } },
      min_n: 20,
      lower_bound_at_least: 0.8,
    },
    {
      slice: 'under',
      where: {},
      metric: { name: 'said routine', success: { column: 'said', equals: 'routine' } },
      min_n: 20,
      count_at_most: 0,
    },
  ],
};
const report = (slug: string, data: Readonly<Record<string, unknown>> = {}): Entry =>
  entryOf('eval-report', slug, {
    title: slug,
    workflow: 'triage',
    run_on: '2026-05-02',
    dataset: { id: 'letters', version: '1' },
    gate_ref: './gate.json',
    results_ref: `./${slug}.csv`,
    ...data,
  });
const results = (hits: number, n = 20): string =>
  [
    'case,level,said',
    ...Array.from({ length: n }, (_, at) => `${at},urgent,${at < hits ? 'urgent' : 'soon'}`),
  ].join('\n');

test('a sign-off with a statement says how anybody verifies it', () => {
  const signer = entryOf('person', 'samir', { name: 'Samir', email: 'samir@brookside.example' });
  const fields = { gate: 'X', signed_on: '2026-10-02', signer: 'samir' };
  const withStatement = entryOf('sign-off', 'exit', {
    ...fields,
    statement: './exit.statement.txt',
  });
  const [section] = formOf(withStatement, { others: [signer] }).sections ?? [];
  const commands = section?.blocks.map((block) => (block.kind === 'code' ? block.code.text : ''));
  expect(commands).toHaveLength(3);
  expect(commands?.[0]).toContain('-I samir@brookside.example -n exit-ramp-sign-off');
  expect(commands?.[2]).toBe('sha256sum --check --quiet sign-offs/exit.sha256');
  const without = formOf(entryOf('sign-off', 'exit', fields), { others: [signer] });
  expect(without.sections).toEqual([]);
});

test('an eval report shows the decision that its results give, against the run before it', () => {
  const files = {
    'evals/gate.json': JSON.stringify(gate),
    'evals/first.csv': results(20),
    'evals/second.csv': results(19),
  };
  const first = report('first', { run_on: '2026-04-01' });
  const entry = report('second', { baseline_ref: 'first', accepted: false });
  const form = formOf(entry, { others: [first], files });
  expect(form.notices?.map(({ title, text }) => [title, spoken(text)])).toEqual([
    ['Gate missed: 1 of 2 lines', 'Computed from 20 cases. Not accepted for use.'],
  ]);
  const blocks = form.sections?.[0]?.blocks ?? [];
  expect(blocks.map(({ kind }) => kind)).toEqual(['bounds', 'table', 'items', 'facts']);
  const [bounds, table, items, facts] = blocks;
  if (bounds?.kind !== 'bounds' || table?.kind !== 'table') throw new Error('other blocks');
  expect(bounds.rows).toMatchObject([
    { title: 'Urgent letters', met: false, rate: 0.95, threshold: 0.8, said: null },
    { title: 'under', met: true, rate: null, said: '0 of 20, none allowed' },
  ]);
  const rows = table.table.rows.map((row) => row.map(spoken).join('|').replaceAll('\u00a0', ' '));
  expect(rows).toEqual([
    'Urgent letters|missed|19 of 20|95 %|78.4 %|at least 80 %|\u22121, worse',
    'under|met|0 of 20|||none|0',
  ]);
  expect(table.folded?.rows.map((row) => row.map(spoken))[0]).toEqual([
    'Urgent letters',
    'level urgent',
    'said urgent',
    '20',
    'lower bound at least 80 %',
  ]);
  expect(items?.kind === 'items' && items.items.map(({ head }) => spoken(head))).toEqual([
    'Urgent letters',
  ]);
  expect(
    facts?.kind === 'facts' && facts.facts.map(({ value }) => spoken(value)).slice(0, 2),
  ).toEqual(['first', 'Urgent letters']);
});

test('an eval report whose files cannot be read says why, and never that a gate is met', () => {
  const shown = (files: Readonly<Record<string, string>>) => {
    const form = formOf(report('run'), { files });
    const [first] = form.sections?.[0]?.blocks ?? [];
    return [form.notices?.[0]?.title, first?.kind === 'prose' ? first.text : null];
  };
  const good = JSON.stringify(gate);
  const unknown = 'Gate: cannot be computed';
  expect(shown({})).toEqual([unknown, 'There is no text in evals/run.csv.']);
  expect(shown({ 'evals/gate.json': good, 'evals/run.csv': 'case,said\n' })).toEqual([
    unknown,
    'It holds no case.',
  ]);
  expect(shown({ 'evals/gate.json': '{"slices": []}', 'evals/run.csv': results(20) })[0]).toBe(
    unknown,
  );
  const none = entryOf('eval-report', 'empty', { title: 'Empty' });
  expect(formOf(none).notices).toEqual([]);
  expect(formOf(none).sections).toEqual([]);
});

test('the drawing of bounds has a place for every share', () => {
  const row = { title: 'a', met: true, said: null, rate: 0.95, bound: 0.784, threshold: 0.8 };
  const { ticks, place } = boundsScale([row]);
  expect(ticks).toEqual([0.7, 0.85, 1]);
  expect([place(0.7), place(0.85), place(1)]).toEqual(['2.00%', '50.00%', '98.00%']);
  expect(boundsScale([]).ticks.every(Number.isFinite)).toBe(true);
  expect(boundsScale([{ ...row, rate: 1, bound: 1, threshold: 1 }]).place(1)).toBe('98.00%');
});

test('an eval report stands between the runs of its workflow', () => {
  const runOf = (slug: string, workflow: string, data = {}) =>
    entryOf('eval-report', slug, { title: slug, workflow, ...data });
  const entry = runOf('b', 'triage', { run_on: '2026-05-02', baseline_ref: 'a' });
  const others = [
    runOf('a', 'triage', { run_on: '2026-04-01' }),
    runOf('c', 'triage', { run_on: '2026-06-01' }),
    runOf('d', 'coding', { run_on: '2026-05-01' }),
  ];
  const { steps } = leadBlock(formOf(entry, { others }), 'trail');
  expect(steps.map(({ link, notes, here }) => [link.text, here, ...notes])).toEqual([
    ['a', false, 'the baseline'],
    ['b', true],
    ['c', false],
  ]);
});

test('a memo is open until it is decided', () => {
  const memo = (outcome?: object) =>
    entryOf('founder-memo', 'go', {
      title: 'Go',
      decision_asked: 'Go?',
      decision_needed_by: '2026-05-10',
      options: [{ name: 'Yes', reversible: false }, { name: 'No' }],
      ...(outcome ? { outcome } : {}),
    });
  const title = (entry: Entry, asOf: string | null) => formOf(entry, { asOf }).notices?.[0]?.title;
  expect(title(memo(), '2026-05-01')).toBe('Open: due in 9 days.');
  expect(title(memo(), null)).toBe('Open: not decided yet.');
  expect(title(memo({ choice: 'No', decided_on: '2026-05-02' }), '2026-06-01')).toBe(
    'Decided on 2 May 2026: No',
  );
});

test('a drill holds its minutes against the target of the runbook', () => {
  const entry = drill('slow', {
    on: '2026-05-02',
    executor: 'tom-reyes',
    result: 'fail',
    started_at: '2026-05-02T10:00:00Z',
    finished_at: '2026-05-02T10:58:00Z',
  });
  const form = formOf(entry, { others: [runbook, tom, engagement] });
  expect(leadBlock(form, 'figures').figures.map(({ value, mark }) => [value, mark?.text])).toEqual([
    ['Failed', 'Did not lead to its end'],
    ['58 minutes', '28 minutes over the target'],
  ]);
  expect(factsOfLead(form)['Vendor present']).toBe('Yes');
});

test('a control says when its newest evidence is too old', () => {
  const control = entryOf('control', 'logs', { title: 'Logs', frequency_days: 31 });
  const evidence = entryOf('evidence', 'may', {
    title: 'May',
    control: ['logs'],
    collected_on: '2026-05-01',
  });
  const notice = (asOf: string | null) =>
    formOf(control, { others: [evidence], asOf }).notices?.map(({ title }) => title);
  expect(notice('2026-06-01')).toEqual([]);
  expect(notice('2026-06-04')).toEqual(['The newest evidence is 34 days old: 3 days too old.']);
  expect(notice(null)).toEqual([]);
  expect(formOf(control).notices?.[0]?.title).toBe('No evidence has been collected yet.');
});

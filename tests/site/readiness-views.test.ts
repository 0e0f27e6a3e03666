import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/domain/graph/corpus.ts';
import { addDays, isoWeekOf } from '../../src/domain/graph/days.ts';
import { boardView } from '../../src/site/views/readiness/board.ts';
import { beyondOwed, pageFindings } from '../../src/site/views/readiness/page.ts';
import { trendView } from '../../src/site/views/readiness/trend.ts';
import { verdictOf } from '../../src/site/views/readiness/verdict.ts';
import type { LocatedReadiness } from '../../src/workspace/judge.ts';
import { corpusOf, entryOf } from '../domain/values.ts';
import { findingOf, readinessValue, ruleOf, stateOf } from './readiness-values.ts';

const NO_TREND = { points: [], lack: null } as const;
const corpus = corpusOf(
  entryOf('engagement', 'engagement', { customer_lead: 'lee', sponsor: 'ruth' }),
  entryOf('person', 'ann', { name: 'Ann', email: 'ann@a.example', side: 'customer' }),
  entryOf('person', 'bo', { name: 'Bo', side: 'vendor' }),
  entryOf('person', 'lee', { name: 'Lee', side: 'customer' }),
  entryOf('runbook', 'queue', { title: 'Queue stalled', owner: 'ann' }),
  entryOf('system', 'gate', { title: 'Gateway', owner: 'bo' }),
);
const board = (changes: Partial<LocatedReadiness>) =>
  boardView(readinessValue(changes), NO_TREND, { corpus });
const failing = (id: string, ...findings: ReturnType<typeof findingOf>[]) =>
  stateOf(id, { status: 'fail', findings });
const gatesWith = (errors: number) =>
  readinessValue().gates.map((gate) => ({ ...gate, errors: gate.id === 'X' ? errors : 0 }));

describe('the first sentence', () => {
  const two = [failing('OWN-01', findingOf('OWN-01', 'a.mdx'), findingOf('OWN-01', 'b.mdx'))];
  const warning = [failing('SYS-05', findingOf('SYS-05', 'a.mdx', { severity: 'warning' }))];
  const waived = findingOf('A', 'a.mdx', { waiver: {} as never });
  it.each<[string, Partial<LocatedReadiness>, string, RegExp]>([
    ['errors', { rules: two }, 'bad', /cannot end on 30 Jan 2027: 2 errors are due\.$/],
    [
      'errors and doubts',
      { rules: [...two, stateOf('DAT-06', { status: 'cannot-tell' })] },
      'bad',
      /2 errors are due, and nobody could decide 1 rule that must be met\.$/,
    ],
    ['a warning only', { rules: warning }, 'good', /^As things stand the engagement can end on 30/],
    ['a waived error only', { rules: [failing('A', waived)] }, 'good', /can end on 30 Jan 2027/],
    [
      'what is ahead',
      { gates: gatesWith(3) },
      'attention',
      /^Nothing that is due .* 3 points must/,
    ],
    ['nothing open', {}, 'good', /can end on 30 Jan 2027\.$/],
    ['after the exit', { asOf: '2027-02-01', reached: 'X' }, 'good', /^The engagement can end:/],
    [
      'errors after the exit',
      { asOf: '2027-02-01', reached: 'X', rules: two },
      'bad',
      /was to end on 30 Jan 2027, and it cannot/,
    ],
    ['no exit day', { exitOn: null }, 'bad', /names no exit day\.$/],
    ['before the kickoff', { reached: null }, 'quiet', /has not begun/],
  ])('with %s', (_, changes, tone, words) => {
    const verdict = verdictOf(readinessValue(changes));
    expect(verdict.sentence).toMatch(words);
    expect(verdict.tone).toBe(tone);
    expect(verdict.sentence).not.toContain('%');
  });
});

describe('the board', () => {
  it('groups what fails by who has to act, most errors first', () => {
    const { owners } = board({
      rules: [
        failing('OWN-01', findingOf('OWN-01', 'engagement.yaml', { severity: 'warning' })),
        failing('RBK-06', findingOf('RBK-06', 'runbooks/queue.mdx')),
        failing(
          'SYS-01',
          findingOf('SYS-01', 'systems/gate.mdx'),
          findingOf('SYS-01', 'systems/gate.mdx', { due: false, from: '-30' }),
        ),
        failing('SYS-02', findingOf('SYS-02', 'systems/gate.mdx')),
      ],
    });
    expect(owners.map(({ name, errors, warnings }) => [name, errors, warnings])).toEqual([
      ['Bo', 2, 0],
      ['Ann', 1, 0],
      ['Lee', 0, 1],
    ]);
    expect(owners[0]?.vendor).toBe(true);
    expect(owners[1]?.rules[0]?.findings[0]).toMatchObject({
      document: { href: '/runbooks/queue/', text: 'Queue stalled' },
      place: 'runbooks/queue.mdx:3',
      mark: { text: 'error' },
    });
  });

  it('keeps what nobody can tell apart from what passes', () => {
    const doubts = [
      { cannotTell: 'No proof.', from: 'K', due: true },
      { cannotTell: 'Later.', from: 'X', due: false },
    ] as const;
    const { doubts: shown, passes } = board({
      rules: [
        stateOf('DAT-06', { status: 'cannot-tell', doubts }),
        stateOf('RBK-06', {
          evidence: [1, 2, 3, 4, 5, 6].map((n) => ({ evidence: `drill ${n}`, path: 'x.mdx' })),
        }),
      ],
    });
    expect(shown.map(({ rule, texts, mark }) => [rule.id, texts, mark.text])).toEqual([
      ['DAT-06', ['No proof.'], 'stops the exit'],
    ]);
    expect(passes[0]).toMatchObject({ title: 'Runbooks', rules: [{ more: 2 }] });
  });

  it('shows what the next gate asks for, and nothing of later ones', () => {
    const stages = [
      { from: 'K', severity: 'warning' },
      { from: '-60', severity: 'error' },
    ] as const;
    const later = (from: '-60' | '-30') =>
      findingOf('RBK-06', 'runbooks/queue.mdx', { due: false, from });
    const warning = findingOf('CMP-01', 'systems/gate.mdx', { severity: 'warning' });
    const { coming } = board({
      rules: [
        stateOf('RBK-06', { status: 'not-due', findings: [later('-60'), later('-30')] }),
        { ...failing('CMP-01', warning), rule: ruleOf('CMP-01', { stages }) },
        stateOf('DAT-06', {
          doubts: ['No scan.', 'No log.', 'No scan.'].map((cannotTell) => ({
            cannotTell,
            from: '-60',
            due: false,
          })),
        }),
      ],
    });
    expect(coming).toMatchObject({ title: '60 days before the exit', day: '1 Dec 2026' });
    expect(coming?.owners.map(({ name, errors }) => [name, errors])).toEqual([['Ann', 1]]);
    expect(coming?.count).toBe('1 error and 1 undecided rule');
    expect(coming?.undecided.map(({ rule, texts }) => [rule.id, texts])).toEqual([
      ['DAT-06', ['No scan.', 'No log.']],
    ]);
    expect(coming?.rising.map(({ id }) => id)).toEqual(['CMP-01']);
    expect(board({ reached: 'X' }).coming).toBeNull();
  });

  it('lists waivers that hold before those that do not', () => {
    const entry = entryOf('waiver', 'w', {
      title: 'No drill',
      compensating_measure: 'Two on call',
    });
    const waiver = { entry, rule: 'RBK-06', target: 'runbooks/queue', signer: 'lee' };
    const { waivers } = board({
      rules: [stateOf('RBK-06')],
      waivers: [
        { ...waiver, until: '2026-11-01', void: 'it expired on 2026-11-01' },
        { ...waiver, until: '2026-11-30', void: null },
        { ...waiver, until: '2026-12-30', void: 'it names no compensating measure' },
      ],
    });
    expect(waivers.map(({ mark }) => mark.text)).toEqual([
      '10 days left',
      'expired',
      'does not hold',
    ]);
    expect(waivers[0]).toMatchObject({ signer: 'Lee', target: { text: 'Queue stalled' } });
  });
});

describe('a page', () => {
  const readiness = readinessValue({
    rules: [
      failing('RBK-06', findingOf('RBK-06', 'runbooks/queue.mdx')),
      failing('SYS-01', findingOf('SYS-01', 'systems/gate.mdx', { due: false, from: 'X' })),
    ],
  });
  const of = (id: string) => pageFindings(corpus.byId.get(id) as Entry, { readiness, corpus });
  it('has its own findings and no others', () => {
    expect(of('runbooks/queue')).toMatchObject({
      mark: { text: '1 error for the exit', tone: 'bad' },
      open: [{ rule: { id: 'RBK-06' } }],
      later: [],
    });
    expect(of('systems/gate')).toMatchObject({
      mark: null,
      open: [],
      later: [{ title: 'Exit day', rules: [{ rule: { id: 'SYS-01' } }] }],
    });
    expect(of('people/ann')).toBeNull();
  });
  it('says once what nobody can tell, with all rules of which that is so', () => {
    const doubt = { from: 'K' as const, due: true, path: 'runbooks/queue.mdx' };
    const rule = (id: string, ...texts: string[]) =>
      stateOf(id, { doubts: texts.map((cannotTell) => ({ ...doubt, cannotTell })) });
    const unread = readinessValue({
      rules: [rule('RBK-06', 'Unread.', 'No log.'), rule('SYS-01', 'Unread.', 'Unread.')],
    });
    const queue = corpus.byId.get('runbooks/queue') as Entry;
    const found = pageFindings(queue, { readiness: unread, corpus });
    expect(found?.doubts.map(({ text, rules }) => [text, ...rules.map(({ id }) => id)])).toEqual([
      ['Unread.', 'RBK-06', 'SYS-01'],
      ['No log.', 'RBK-06'],
    ]);
  });
  it('of a person leaves out what is listed as owed, and keeps what nobody can tell', () => {
    expect(beyondOwed(of('runbooks/queue'))).toBeNull();
    const found = of('runbooks/queue');
    if (found === null) throw new Error('nothing found');
    const doubts = [{ rules: [{ id: 'DAT-06', href: '/', title: 'Scan' }], text: 'No proof.' }];
    expect(beyondOwed({ ...found, doubts })).toMatchObject({ doubts, open: [], later: [] });
  });
});

describe('the weeks', () => {
  const point = (week: string, errors: number, reached: 'K' | '-90' = 'K') => ({
    ...{ week, on: '2026-10-01', commit: 'c', warnings: 0, undecided: 0, untilExit: errors + 1 },
    errors,
    reached,
  });
  it('end with today and mark where a gate was reached', () => {
    const view = trendView(
      { points: [point('2026-W44', 4), point('2026-W45', 2, '-90')], lack: null },
      readinessValue(),
    );
    expect(view.rows.map(({ week, errors }) => [week, errors])).toEqual([
      ['2026-W44', 4],
      ['2026-W45', 2],
      ['2026-W47', 0],
    ]);
    expect(view.drawing?.gates.map(({ name }) => name)).toEqual(['90 days before']);
    expect(view.drawing?.top).toBe(5);
    for (const { y } of view.drawing?.bars ?? [])
      expect(y).toBeLessThanOrEqual(view.drawing?.base ?? 0);
  });
  it('say so where there is nothing to compare with', () => {
    const lackOf = (lack: Parameters<typeof trendView>[0]['lack']) =>
      trendView({ points: [], lack }, readinessValue());
    expect(lackOf(null).drawing).toBeNull();
    expect(lackOf(null).lack).toContain('not a week old');
    expect(lackOf('shallow').lack).toContain('git fetch --unshallow');
    expect(lackOf('no-history').lack).toContain('git repository');
  });
  it.each([
    ['2026-01-01', '2026-W01'],
    ['2026-11-20', '2026-W47'],
    ['2027-01-03', '2026-W53'],
    ['2024-12-30', '2025-W01'],
    [addDays('2026-01-04', 1), '2026-W02'],
  ])('of %s is %s', (day, week) => expect(isoWeekOf(day)).toBe(week));
});

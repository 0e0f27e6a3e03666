import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/domain/graph/corpus.ts';
import { buildGraph } from '../../src/domain/graph/graph.ts';
import { standardRules } from '../../src/domain/standard/registry.ts';
import type { StandardContext } from '../../src/domain/standard/rule.ts';
import { sources } from '../../src/domain/standard/sources.ts';
import { acceptanceView } from '../../src/site/views/acceptance/view.ts';
import { controlCoverage } from '../../src/site/views/coverage-maps/controls.ts';
import { integrationCoverage } from '../../src/site/views/coverage-maps/integrations.ts';
import { providerCoverage } from '../../src/site/views/coverage-maps/providers.ts';
import { runbookCoverage } from '../../src/site/views/coverage-maps/runbooks.ts';
import { systemCoverage } from '../../src/site/views/coverage-maps/systems.ts';
import type { CoverageTable } from '../../src/site/views/coverage-maps/table.ts';
import { standardView } from '../../src/site/views/standard/overview.ts';
import { ruleView } from '../../src/site/views/standard/rule.ts';
import { corpusOf, entryOf } from '../domain/values.ts';
import { formOf, spoken } from './forms.ts';
import { findingOf, readinessValue, ruleOf, stateOf } from './readiness-values.ts';

const people = [
  entryOf('person', 'ann', { name: 'Ann', side: 'customer' }),
  entryOf('person', 'bo', { name: 'Bo', side: 'vendor' }),
];

/** What the standard sees of some entries; the text of each is its id. */
function seen(...entries: readonly Entry[]): StandardContext {
  const corpus = corpusOf(...people, ...entries);
  return {
    corpus,
    graph: buildGraph(corpus),
    asOf: '2026-11-20',
    kickoffOn: '2026-04-13',
    exitOn: '2027-01-30',
    hashOf: ({ id }: Entry) => `text of ${id}`,
    git: { state: 'none' },
    fileOf: () => ({ digest: 'd' }),
    signatureOf: () => ({ state: 'unknown', why: 'Nobody looked.' }),
  } as unknown as StandardContext;
}

const rowsOf = ({ columns, rows }: CoverageTable) =>
  rows.map(({ head, cells }) =>
    [spoken(head), ...cells.map((cell, index) => `${columns[index + 1]}: ${spoken(cell)}`)].join(
      '; ',
    ),
  );

const drill = (changes = {}) =>
  entryOf('drill', 'first', {
    runbook: 'queue',
    on: '2026-10-01',
    executor: 'ann',
    result: 'pass',
    started_at: '2026-10-01T09:00:00Z',
    finished_at: '2026-10-01T09:14:00Z',
    drilled_hash: 'text of runbooks/queue',
    log_ref: '/drills/first.log',
    log_digest: 'd',
    ...changes,
  });
const queue = entryOf('runbook', 'queue', {
  title: 'Queue',
  owner: 'bo',
  successor: 'ann',
  systems: ['gate'],
  tier: 1,
  target_minutes: 30,
});

describe('the standard', () => {
  it('has a page for every rule, with or without a day', () => {
    const view = standardView(null);
    expect(view.families.flatMap(({ rules }) => rules)).toHaveLength(standardRules.length);
    expect(view.sources).toHaveLength(Object.keys(sources).length);
    for (const rule of standardRules)
      expect(ruleView(rule, { corpus: corpusOf(), readiness: null }).state).toBeNull();
  });

  it('says how far a source was checked, and what is only proposed', () => {
    const { sources: cited } = ruleView(ruleOf('RBK-06'), { corpus: corpusOf(), readiness: null });
    expect(cited[1]).toMatchObject({ clause: '(a)(7)', caution: /./ });
    expect(cited[1]?.checked).toBe('Read as quoted or restated by others');
  });

  it('shows what a rule found, in this handbook', () => {
    const later = findingOf('RBK-06', 'runbooks/queue.mdx', { due: false, from: '-30' });
    const findings = [findingOf('RBK-06', 'runbooks/queue.mdx'), later];
    const rules = [stateOf('RBK-06', { status: 'fail', severity: 'warning', findings })];
    const readiness = readinessValue({ rules });
    const { state } = ruleView(ruleOf('RBK-06'), { corpus: corpusOf(queue), readiness });
    expect(state).toMatchObject({ mark: { text: 'not met', tone: 'attention' } });
    expect(state?.open).toHaveLength(1);
    expect(state?.coming.map(({ title }) => title)).toEqual(['30 days before the exit']);
  });
});

describe('coverage', () => {
  const gate = entryOf('system', 'gate', { title: 'Gateway', tier: 1, owner: 'ann' });
  it('counts a drill only where it proves something', () => {
    const said = (one: Entry) => rowsOf(runbookCoverage(seen(gate, queue, one)))[0];
    expect(said(drill())).toContain('Last drill: counts 1 Oct 2026');
    expect(said(drill({ drilled_hash: 'old' }))).toContain(
      'does not count 1 Oct 2026 (it was of another text)',
    );
    expect(said(drill({ participants: ['bo'] }))).toContain(
      '(it had somebody of the vendor in it)',
    );
    expect(said(drill({ on: '2026-12-01' }))).toContain('Last drill: never');
    expect(said(drill())).toContain('In whose hands: Ann, after Bo');
  });

  it('says of a system what it lacks', () => {
    const bare = entryOf('system', 'bare', { title: 'Bare', tier: 2 });
    const table = systemCoverage(seen(gate, bare, queue, drill()));
    expect(rowsOf(table)[0]).toContain('Drilled: 1 of 1; Runbooks: 1 runbook');
    expect(rowsOf(table)[1]).toContain('In whose hands: no owner; Backup owner: none');
    expect(table.gaps).toContain("1 in nobody's hands after the exit");
    expect(table.gaps).toContain('2 not accepted on the present text');
  });

  it('tells PHI under an agreement from PHI without one', () => {
    const flow = (slug: string, changes: Record<string, unknown>) =>
      entryOf('data-flow', slug, {
        title: slug,
        provider: 'models',
        surface: slug,
        payload_class: 'phi',
        decision: 'allowed',
        ...changes,
      });
    const table = providerCoverage(
      seen(
        entryOf('vendor', 'models', { title: 'Models' }),
        entryOf('baa', 'good', { title: 'BAA', signed_on: '2026-01-01' }),
        entryOf('baa', 'ended', {
          title: 'Old',
          signed_on: '2025-01-01',
          effective_to: '2026-01-01',
        }),
        flow('covered', { baa: 'good' }),
        flow('ended', { baa: 'ended' }),
        flow('bare', {}),
        flow('shut', { decision: 'blocked' }),
      ),
    );
    expect(rowsOf(table)).toEqual([
      'Models: covered; PHI: allowed covered under BAA',
      'Models: ended; PHI: BAA has ended Old',
      'Models: bare; PHI: allowed without a BAA bare',
      'Models: shut; PHI: blocked shut',
    ]);
    expect(table.gaps).toEqual(['2 with PHI and no agreement in force']);
  });

  it('names a provider that no data flow speaks of', () => {
    const vendor = (slug: string) => entryOf('vendor', slug, { name: slug });
    const way = entryOf('integration', 'way', {
      title: 'Way',
      counterparty: 'far',
      direction: 'outbound',
    });
    const flow = entryOf('data-flow', 'known', {
      title: 'Known',
      provider: 'near',
      payload_class: 'none',
      decision: 'allowed',
    });
    const table = providerCoverage(seen(vendor('near'), vendor('far'), way, flow));
    expect(rowsOf(table)).toEqual([
      'near; No patient data: allowed Known; Nobody has said: ',
      'far; No patient data: ; Nobody has said: no data flow Way',
    ]);
    expect(table.gaps).toEqual(['1 without a data flow']);
  });

  it('asks who holds the way to the other side, and how old evidence is', () => {
    const link = (support: unknown) => entryOf('integration', 'i', { title: 'I', support });
    const support = (value: unknown) => rowsOf(integrationCoverage(seen(link(value))))[0];
    expect(support({ route: '555', account_owner: 'bo' })).toContain('vendor holds it Bo');
    expect(support({ route: '555', account_owner: 'ann' })).toContain('held by Ann');
    expect(support('by phone')).toContain('Support route: none');
    const control = entryOf('control', 'c', { title: 'C', frequency_days: 30 });
    const piece = (on: unknown) =>
      entryOf('evidence', 'e', { title: 'E', control: ['c'], collected_on: on });
    const age = (on: unknown) => rowsOf(controlCoverage(seen(control, piece(on))))[0];
    expect(age('2026-11-10')).toContain('10 days old E');
    expect(age('2026-09-01')).toContain('80 days old, 30 allowed E');
    expect(age('9999-01-01')).toContain('Newest evidence: none');
    expect(age(7)).toContain('Newest evidence: none');
  });
});

describe('acceptance', () => {
  const accepted = (hash: string) =>
    entryOf('acceptance', 'a', {
      document: 'runbooks/queue',
      accepted_by: 'ann',
      accepted_on: '2026-11-01',
      accepted_hash: hash,
    });
  const view = (...entries: readonly Entry[]) =>
    acceptanceView(seen(queue, ...entries), readinessValue());

  it('counts on the present text only', () => {
    expect(view(accepted('text of runbooks/queue'))).toMatchObject({
      accepted: [{ by: 'Ann', on: '1 Nov 2026' }],
      open: [],
    });
    expect(view(accepted('old'))).toMatchObject({
      accepted: [],
      open: [{ name: 'Ann', documents: [{ note: 'changed since it was accepted' }] }],
    });
  });

  it('counts by whoever takes the document over, as the rule does', () => {
    const byOther = { ...accepted('text of runbooks/queue') };
    const other = { ...byOther, data: { ...byOther.data, accepted_by: 'bo' } };
    expect(view(other)).toMatchObject({
      accepted: [],
      open: [
        { name: 'Ann', documents: [{ note: expect.stringContaining('somebody who does not') }] },
      ],
    });
  });

  it('lists warnings too, and names the gate that would be signed', () => {
    const findings = [
      findingOf('OWN-01', queue.path),
      findingOf('OWN-01', queue.path, { severity: 'warning', message: 'No backup.' }),
    ];
    const rules = [stateOf('OWN-01', { status: 'fail', findings })];
    const on = (reached: 'K' | 'X' | null, found = rules) =>
      acceptanceView(seen(queue), readinessValue({ reached, asOf: '2027-01-30', rules: found }));
    expect(on('K').errors).toHaveLength(1);
    expect(on('K').warnings.map(({ message }) => message)).toEqual(['No backup.']);
    expect(on('K').signing).toEqual({ gate: 'Kickoff', state: 'met', exit: false });
    expect(on('X').signing?.exit).toBe(false);
    expect(on('X', []).signing).toMatchObject({ gate: 'Exit day', exit: true });
    expect(on(null).signing).toBeNull();
  });

  it('says of each gate who signed what, and that the documents changed since', () => {
    const signOff = entryOf('sign-off', 's', {
      gate: -90,
      signer: 'ann',
      signed_on: '2026-11-02',
      signed_root: 'f'.repeat(64),
    });
    const { gates } = view(signOff);
    expect(gates.map(({ signatures }) => signatures.length)).toEqual([0, 1, 0, 0, 0]);
    expect(gates[1]?.signatures[0]).toMatchObject({
      by: 'Ann',
      same: false,
      mark: { text: 'signature not checked' },
      why: 'Nobody looked.',
    });
  });
});

describe('what a person still owes', () => {
  it('comes in the order of gates, each thing once', () => {
    const stale = entryOf('glossary', 'word', {
      title: 'Word',
      owner: 'ann',
      reviewed_on: '2026-01-01',
    });
    const standard = seen(stale);
    const found = (rule: string, from: 'K' | '-60' | '-30') =>
      findingOf(rule, stale.path, { from, due: from === 'K' });
    const findings = [found('CMP-05', '-60'), found('OWN-01', 'K'), found('SIG-01', '-30')];
    const rules = findings.map((finding) => stateOf(finding.ruleId, { findings: [finding] }));
    const owed = (person: Entry) =>
      formOf(person, { others: [stale], standard, readiness: readinessValue({ rules }) })
        .sections?.[0]?.blocks[0];
    const block = owed(standard.corpus.byId.get('people/ann') as Entry);
    if (block?.kind !== 'table') throw new Error('no table');
    const said = block.table.rows.map(([by, what]) => [
      spoken(by),
      spoken(what).split('. ').at(-1),
    ]);
    expect(said).toEqual([
      ['now, error', 'OWN-01'],
      ['60 days before the exit', 'CMP-05'],
      ['30 days before the exit', 'SIG-01'],
      ['30 days before the exit', 'Its review does not count'],
    ]);
    expect(spoken(block.table.rows[3]?.[3])).toContain('review glossary/word --by ann');
    expect(owed(standard.corpus.byId.get('people/bo') as Entry)).toMatchObject({ kind: 'prose' });
  });

  it('has one row for all documents to accept, and the documents folded', () => {
    const word = (slug: string) => entryOf('glossary', slug, { owner: 'ann' });
    const others = [word('a'), word('b')];
    const standard = seen(...others);
    const [section] =
      formOf(standard.corpus.byId.get('people/ann') as Entry, {
        others,
        standard,
        readiness: readinessValue(),
      }).sections ?? [];
    const [table, list] = section?.blocks ?? [];
    if (table?.kind !== 'table' || list?.kind !== 'table') throw new Error('no tables');
    expect(table.table.rows.map((row) => spoken(row[1]))).toEqual(['2 documents to accept']);
    expect(spoken(table.table.rows[0]?.[3])).toContain('accept FOLDER/SLUG --by ann');
    expect(list.folded?.rows.map(([first]) => spoken(first))).toEqual(['a', 'b']);
  });
});

import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/domain/graph/corpus.ts';
import { buildGraph } from '../../src/domain/graph/graph.ts';
import { homeView } from '../../src/site/views/home.ts';
import { sectionsShown } from '../../src/site/views/navigation.ts';
import { corpusOf, entryOf } from '../domain/values.ts';
import { findingOf, readinessValue, stateOf } from './readiness-values.ts';

const book = (...entries: readonly Entry[]) => {
  const corpus = corpusOf(...entries);
  return { corpus, graph: buildGraph(corpus), asOf: '2026-11-20' };
};

const itemsOf = (view: ReturnType<typeof homeView>, id: string) =>
  (view.readers.find((door) => door.id === id)?.items ?? []).map(({ text, note, mark }) =>
    [text, note, mark?.text].filter(Boolean).join(', '),
  );

describe('the sections', () => {
  it('of a copy that lacks documents are those that hold something, everywhere', () => {
    const whole = { ...book(), documents: { shown: 0, all: 0 } };
    const part = { ...book(), documents: { shown: 0, all: 2 } };
    expect(sectionsShown(whole)).toContain('evaluate');
    expect(sectionsShown(part)).not.toContain('evaluate');
    expect(homeView(part as never).doors.map(({ id }) => id)).toEqual([...sectionsShown(part)]);
    const filled = book(entryOf('eval-report', 'run', { title: 'Run' }));
    expect(sectionsShown({ ...filled, documents: { shown: 1, all: 2 } })).toContain('evaluate');
  });
});

describe('the home page', () => {
  it('says of an empty handbook what is not there yet', () => {
    const view = homeView(book());
    expect(view.ramp).toBeNull();
    expect(itemsOf(view, 'on-call')).toEqual([
      'An alert rings, none yet',
      'Somebody reports a symptom, none yet',
      'Runbooks, none yet',
    ]);
    expect(itemsOf(view, 'leading')).toContain('Memos, none waits for a decision');
    expect(view.exit.lines.map(({ mark }) => mark.text)).toEqual([
      'No action overdue',
      'No memo waits for a decision',
    ]);
  });

  it('shows each reader what comes first, and never more than nine things', () => {
    const runbook = (slug: string, severity: number, tier = 1) =>
      entryOf('runbook', slug, { title: slug, severity, tier, symptoms: ['a', 'b'] });
    const view = homeView(
      book(
        ...['a', 'b', 'c', 'minor'].map((slug) => runbook(slug, 4)),
        runbook('used', 2),
        runbook('second', 2, 2),
        runbook('first', 2),
        runbook('worst', 1),
        entryOf('founder-memo', 'late', { title: 'Later', decision_needed_by: '2026-12-09' }),
        entryOf('founder-memo', 'soon', { title: 'Sooner', decision_needed_by: '2026-12-04' }),
        entryOf('founder-memo', 'done', { title: 'Done', outcome: { choice: 'Yes' } }),
        entryOf('weekly-summary', 'old', {
          title: 'Old',
          iso_week: '2026-W45',
          signed: { on: 'x' },
        }),
        entryOf('weekly-summary', 'new', {
          title: 'New',
          iso_week: '2026-W46',
          signed: { on: 'x' },
        }),
        entryOf('weekly-summary', 'draft', { title: 'Draft', iso_week: '2026-W47' }),
        entryOf('postmortem', 'q', { runbooks_used: ['used'] }),
        entryOf('postmortem', 'p', { actions: [{ title: 'Late', due: '2026-11-01' }] }),
      ),
    );
    expect(itemsOf(view, 'on-call')).toEqual([
      'An alert rings, none yet',
      'Somebody reports a symptom, 16 symptoms',
      'worst, Severity 1',
      'used, Severity 2',
      'first, Severity 2',
      'second, Severity 2',
      'a, Severity 4',
      'b, Severity 4',
      'All runbooks, 8 runbooks',
    ]);
    expect(itemsOf(view, 'leading').slice(0, 3)).toEqual([
      'State of the exit',
      'Sooner, decide by 4 Dec 2026',
      'New, signed',
    ]);
    expect(itemsOf(view, 'leading')).toContain('Open actions, 1 open, 1 overdue');
    expect(view.exit.lines.map(({ mark }) => mark.text).slice(0, 2)).toEqual([
      '1 action overdue',
      '2 memos wait for a decision',
    ]);
    for (const { items } of view.readers) expect(items.length).toBeLessThanOrEqual(9);
  });

  it('says first how many errors stand before the exit', () => {
    const rules = [
      stateOf('OWN-01', { status: 'fail', findings: [findingOf('OWN-01', 'a.mdx')] }),
      stateOf('DAT-06', { status: 'cannot-tell' }),
    ];
    const view = homeView({ ...book(), readiness: readinessValue({ rules }) });
    expect(view.exit.lines.slice(0, 2)).toEqual([
      { href: '/readiness/', mark: { text: '1 error for the exit', tone: 'bad' } },
      { href: '/readiness/', mark: { text: '1 rule undecided', tone: 'attention' } },
    ]);
  });
});

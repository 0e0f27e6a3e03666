import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/domain/graph/corpus.ts';
import { buildGraph } from '../../src/domain/graph/graph.ts';
import { digestOf } from '../../src/site/pages-data.ts';
import { groupByType } from '../../src/site/views/navigation.ts';
import { readingOrder } from '../../src/site/views/successor/view.ts';
import { termsOf } from '../../src/site/views/terms.ts';
import { corpusOf, entryOf } from '../domain/values.ts';
import { factsOfLead, formOf, spoken, withBody } from './forms.ts';

const term = (slug: string, plain: string) => entryOf('glossary', slug, { term: slug, plain });

describe('the terms of a page', () => {
  const page = withBody(entryOf('system', 'engine', { title: 'Engine' }), 'A feed, not `queue`.');
  const digest = (...glossary: readonly Entry[]) => {
    const corpus = corpusOf(page, ...glossary);
    return digestOf(termsOf(page, { corpus, workspace: { root: '', corpus, texts: new Map() } }));
  };
  const before = digest(term('feed', 'One.'), term('queue', 'Two.'));

  test('change what it shows with the meaning of a word of its prose', () => {
    expect(digest(term('feed', 'Other.'), term('queue', 'Two.'))).not.toBe(before);
  });

  test('leave it as it is for words that it does not explain', () => {
    expect(digest(term('feed', 'One.'), term('queue', 'Other.'))).toBe(before);
    expect(digest(term('feed', 'One.'), term('gate', 'New.'))).toBe(before);
  });
});

const adr = (slug: string, status: string, more: object = {}, outcome = 'Option 1. It is cheap.') =>
  withBody(
    entryOf('adr', slug, { title: slug, status, date: '2026-05-01', binds: ['engine'], ...more }),
    `## Decision outcome\n\n${outcome}`,
  );

const engine = entryOf('system', 'engine', { title: 'Engine', load_bearing: true, tier: 1 });

/** The titled blocks of the answer, each as its lines are read. */
function whyOf(entry: Entry, others: readonly Entry[], part = false): Record<string, string[]> {
  const section = formOf(entry, { others, part }).sections?.find(({ id }) => id === '_why');
  return Object.fromEntries(
    (section?.blocks ?? []).map((block) => {
      if (block.kind === 'items')
        return [
          block.title ?? '',
          block.items.map(({ head, lines }) =>
            [spoken(head), ...lines.map(({ value }) => spoken(value))].join(': '),
          ),
        ];
      if (block.kind === 'table')
        return ['folded', (block.folded?.rows ?? []).map((row) => row.map(spoken).join(', '))];
      return [block.kind, 'text' in block ? [block.text] : []];
    }),
  );
}

describe('why a system is like this', () => {
  test('says what holds and why, what is open, and folds what does not hold any more', () => {
    const why = whyOf(engine, [
      adr('0001-old', 'accepted'),
      adr('0002-new', 'accepted', { supersedes: ['0001-old'] }),
      adr('0003-asked', 'proposed', { summary: 'Shall we?' }),
      adr('0004-no', 'rejected'),
      adr('0005-list', 'accepted', { summary: 'In short.' }, 'Option 2. Two rules:'),
    ]);
    expect(why['Decisions in force']).toEqual([
      '0002 0002-new: It is cheap.',
      '0005 0005-list: In short.',
    ]);
    expect(why['Open questions']).toEqual(['0003 0003-asked proposed: Shall we?']);
    expect(why['folded']).toEqual([
      '0001 0001-old, superseded, 1 May 2026, 0002 0002-new',
      '0004 0004-no, rejected, 1 May 2026, ',
    ]);
  });

  test('a replacement that was only proposed leaves the decision in force', () => {
    const others = [
      adr('0001-old', 'accepted'),
      adr('0002-new', 'proposed', { supersedes: ['0001-old'] }),
    ];
    expect(whyOf(engine, others)['Decisions in force']).toEqual(['0001 0001-old: It is cheap.']);
  });

  test('tells incidents, what was paid for it, and the quirks of its integrations', () => {
    const others = [
      entryOf('postmortem', 'stall', { title: 'Stall', summary: 'Stood.', systems: ['engine'] }),
      entryOf('founder-memo', 'pay', {
        title: 'Pay',
        systems: ['engine'],
        outcome: { choice: 'Yes', decided_on: '2026-04-01' },
      }),
      entryOf('integration', 'lab', {
        title: 'Lab',
        systems: ['engine'],
        quirks: [{ seen_on: '2026-03-01', what: 'Sends twice' }],
      }),
    ];
    const why = whyOf(engine, others);
    expect(why['Incidents that shaped it']).toEqual(['Stall: Stood.']);
    expect(why['Paid for by']).toEqual(['Pay: Yes']);
    expect(why['Quirks']).toEqual(['Lab: 1 quirk: Sends twice']);
  });

  test('has a door in the lead, and says what to write where nothing binds it', () => {
    expect(factsOfLead(formOf(engine))['Why is it like this?']).toMatch(/^Nothing is written/);
    expect(whyOf(engine, [])['prose']?.[0]).toMatch(
      /^No decision binds this system yet.*its field/,
    );
    expect(whyOf(engine, [], true)['prose']).toEqual([
      'No decision about this system is in this copy.',
    ]);
    const lead = factsOfLead(formOf(engine, { others: [adr('0001-a', 'accepted')] }));
    expect(lead['Why is it like this?']).toBe('1 decision in force');
  });
});

describe('the reading order of a successor', () => {
  const order = (...entries: readonly Entry[]) => {
    const corpus = corpusOf(...entries);
    const byType = groupByType(corpus);
    const book = { corpus, byType, graph: buildGraph(corpus), asOf: '2026-11-20' };
    return readingOrder({ ...book, fileText: () => null });
  };
  const part = (view: ReturnType<typeof order>, id: string) =>
    view.parts.find((one) => one.id === id);

  test('of an empty handbook says of each part whom to ask', () => {
    const view = order();
    expect(view.minutes).toBe(0);
    expect(view.parts.map(({ missing }) => missing === null)).not.toContain(true);
    expect(part(view, 'read')?.missing).toMatch(/^No architecture read is in this copy: ask/);
  });

  test('begins with the architecture read, part by part, in minutes of its words', () => {
    const text = `## What the stack is\n\n${'word '.repeat(600)}`;
    const read = withBody(entryOf('architecture-read', 'first', { title: 'First' }), text);
    const [first] = order(read).parts;
    expect(first?.readings[0]?.parts).toEqual([
      { href: '/architecture-reads/first/#what-the-stack-is', text: 'What the stack is' },
    ]);
    expect(first?.minutes).toBe(3);
    expect(first?.missing).toBeNull();
  });

  test('puts decisions on load-bearing systems first and leaves out those that do not hold', () => {
    const view = order(
      engine,
      adr('0001-old', 'accepted'),
      adr('0002-new', 'accepted', { supersedes: ['0001-old'] }),
      adr('0003-other', 'accepted', { binds: [], date: '2026-09-01' }),
      adr('0004-no', 'rejected'),
    );
    expect(part(view, 'decisions')?.readings.map(({ text, why }) => `${text}: ${why}`)).toEqual([
      '0002 0002-new: It is cheap.',
      '0003 0003-other: It is cheap.',
    ]);
  });

  test('names what is missing of a part that has something to show', () => {
    const view = order(entryOf('system', 'desk', { title: 'Desk', tier: 1 }));
    expect(part(view, 'load-bearing')?.missing).toMatch(/these are the ones of tier 1/);
    expect(part(view, 'load-bearing')?.readings).toHaveLength(1);
  });

  test('contracts come by the day on which they end, with how each is ended', () => {
    const vendor = (slug: string, contract: object) =>
      entryOf('vendor', slug, { title: slug, contract });
    const view = order(
      vendor('never', {}),
      vendor('late', { term_end: '2027-05-01' }),
      vendor('soon', { term_end: '2026-12-01', termination: '30 days' }),
    );
    expect(part(view, 'contracts')?.readings.map(({ why }) => why)).toEqual([
      'The term ends or renews on 1 Dec 2026; to end it: 30 days.',
      'The term ends or renews on 1 May 2027; how it is ended is not written down.',
      'No end of its term is written down; how it is ended is not written down.',
    ]);
  });

  test('stays short however large the handbook is', () => {
    const many = Array.from({ length: 300 }, (_, index) => [
      entryOf('system', `s${index}`, { title: `S${index}`, load_bearing: true }),
      adr(`${1000 + index}-a`, 'accepted'),
      entryOf('vendor', `v${index}`, { title: `V${index}` }),
    ]).flat();
    const view = order(engine, ...many);
    for (const { readings } of view.parts) expect(readings.length).toBeLessThanOrEqual(12);
    expect(part(view, 'decisions')?.more?.text).toBe('292 more decisions in force');
  });
});

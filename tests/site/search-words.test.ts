import { describe, expect, it } from 'vitest';
import { reservedAddresses } from '../../src/domain/graph/addresses.ts';
import type { Answer, Result } from '../../src/domain/search/model.ts';
import { beforeFold, choicesOf, isUseful } from '../../src/site/scripts/search/facet-list.ts';
import { asked, onOneLine } from '../../src/site/scripts/search/lines.ts';
import { lists } from '../../src/site/scripts/search/lists.ts';
import { settled } from '../../src/site/scripts/search/settle.ts';
import { addressOf, stateOf, toggled, wordsOfPath } from '../../src/site/scripts/search/state.ts';
import {
  countOf,
  readAs,
  recognised,
  shown,
  troubleOf,
  valueWords,
} from '../../src/site/scripts/search/words.ts';

const nowhere = { type: [], system: [], owner: [], status: [], audience: [], date: [] };
const resultOf = (address: string, over: Partial<Result> = {}): Result => ({
  page: { address, title: `Page ${address}`, summary: null, facets: nowhere, names: [] },
  section: null,
  why: { kind: 'text', text: '' },
  excerpt: null,
  ...over,
});
const answerOf = (over: Partial<Answer>): Answer => ({
  query: 'q',
  understood: { codes: [], words: [], dropped: [], synonyms: [], corrected: [] },
  results: [],
  total: 0,
  facets: nowhere,
  complete: true,
  nearest: [],
  missing: [],
  ...over,
});
const read = (address: string) => stateOf(new URL(address, 'https://handbook.example'));

describe('the address of a search', () => {
  it.each([
    { query: 'hl7 feed & more', filters: {} },
    { query: '', filters: { type: ['Runbook', 'Alert'], date: ['2026-11'] } },
    { query: '--force /var/lib?x=#1', filters: { owner: ['Ana & Ben'] } },
    { query: 'MSH|^~\\&|ADT\nPID|1', filters: { status: ['draft'] } },
    { query: 'é \u202e <b>'.repeat(40).trim(), filters: {} },
  ])('tells its state again: %o', (state) => {
    expect(read(addressOf(state))).toEqual(state);
  });

  it('is short and readable', () => {
    expect(addressOf({ query: 'hl7', filters: { type: ['Runbook'] } })).toBe(
      '/search/?q=hl7&type=Runbook',
    );
    expect(addressOf({ query: '', filters: {} })).toBe('/search/');
  });

  it('keeps what was pasted out of what a server logs', () => {
    for (const query of ['PID|1|Doe\nOBX', `ERROR ${'patient '.repeat(20)}`]) {
      const [sent] = addressOf({ query, filters: {} }).split('#');
      expect(sent).toBe('/search/');
    }
  });

  it('is read with care', () => {
    expect(read('/search/?q=%00a&type=&type=X&type=X&other=1').filters).toEqual({ type: ['X'] });
    expect(read(`/search/?q=${'a'.repeat(20_000)}`).query).toHaveLength(10_000);
  });
});

it('a filter is added, joined by another, and taken away', () => {
  const one = toggled({}, 'type', 'Runbook');
  const two = toggled(one, 'type', 'Alert');
  expect(two).toEqual({ type: ['Runbook', 'Alert'] });
  expect(toggled(toggled(two, 'type', 'Runbook'), 'type', 'Alert')).toEqual({});
});

it.each([
  ['/runbook/hl7_feed_stall.html', 'hl7 feed stall'],
  ['/ADRs/0012-retry-twice/', 'retry twice'],
  ['/a%20b/%E0%A4%A/', 'E0 A4 A'],
  ['/systems/gateway/', 'systems gateway'],
  ['/', ''],
  ['/runbooks/index.html', 'runbooks'],
])('an address that leads nowhere says its words: %s', (path, words) => {
  expect(wordsOfPath(path)).toBe(words);
});

describe('a field of one line', () => {
  it('keeps the ends of pasted lines', () => {
    const message = 'MSH|^~\\&|LAB\rPID|1\r\nOBX|2\n';
    expect(onOneLine(message)).toBe('MSH|^~\\&|LAB ↵ PID|1 ↵ OBX|2');
    expect(asked(onOneLine(message))).toBe('MSH|^~\\&|LAB\nPID|1\nOBX|2');
  });

  it('is bounded', () => {
    expect(onOneLine('a\n'.repeat(50_000)).length).toBeLessThan(30_000);
    expect(asked('x'.repeat(50_000))).toHaveLength(10_000);
  });
});

describe('a text of any origin', () => {
  it('shows what hides in it and keeps its bounds', () => {
    expect(shown('a\u0000b\u202ec\u200f')).toBe('a\ufffdb\ufffdc\ufffd');
    expect(shown('one\n  two')).toBe('one two');
    expect([...shown('𝒳'.repeat(10_000))]).toHaveLength(60);
  });
});

describe('what was understood', () => {
  const understood = {
    codes: ['AE'],
    words: ['feed', 'feed'],
    dropped: ['03:11:02'],
    synonyms: [{ from: 'ADT', to: 'admit discharge transfer' }],
    corrected: [{ from: 'stalld', to: 'stalled' }],
  };

  it('is said in lines, each thing once', () => {
    expect(readAs(understood)).toEqual([
      { label: 'Looked for', parts: ['AE', 'feed'] },
      { label: 'Spelled as the handbook does', parts: ['stalld as stalled'] },
      { label: 'The same to the glossary', parts: ['ADT is admit discharge transfer'] },
      { label: 'Left aside', parts: ['03:11:02'] },
    ]);
  });

  it('is bounded', () => {
    const words = Array.from({ length: 900 }, (_, index) => `word${index}`);
    const [line] = readAs({ ...understood, codes: [], words });
    expect(line?.parts).toHaveLength(11);
    expect(line?.parts.at(-1)).toBe('890 more');
  });

  it('tells what was recognised where the title does not', () => {
    const why = { kind: 'alert' as const, text: 'FeedStalled' };
    expect(recognised(resultOf('/a/', { why }))).toEqual({ kind: 'Alert', text: 'FeedStalled' });
    expect(recognised(resultOf('/a/', { why: { kind: 'alert', text: 'Page /a/' } }))).toBeNull();
    expect(recognised(resultOf('/a/'))).toBeNull();
  });

  it('counts, and tells an absent index from an absent page', () => {
    expect(countOf(answerOf({ total: 1 }))).toBe('1 page found');
    expect(countOf(answerOf({ total: 3, complete: false }))).toBe('3 pages found so far');
    expect(countOf(answerOf({ missing: ['names', 'text'] }))).toBe('Search is not available');
    expect(troubleOf([])).toBeNull();
    expect(troubleOf(['text'])).toContain('Only titles, alerts');
    expect(troubleOf(['names', 'text'])).toContain('start from a list');
  });
});

describe('a later answer to the same question', () => {
  const [a, b, c] = ['/a/', '/b/', '/c/'].map((address) => resultOf(address));
  const later = resultOf('/b/', { excerpt: [{ text: 'x', hit: true }] });
  const list = [a, b, c].filter((one) => one !== undefined);

  it('takes the place of a list that nobody reaches into', () => {
    expect(settled(list, [later], false)).toEqual([later]);
  });

  it('fills the rows of a list that is held, and adds its own below', () => {
    const fresh = resultOf('/new/');
    const places = settled(list, [fresh, later], true).map(({ page }) => page.address);
    expect(places).toEqual(['/a/', '/b/', '/c/', '/new/']);
    expect(settled(list, [fresh, later], true)[1]).toBe(later);
  });
});

describe('the values of a facet', () => {
  const counts = (...values: readonly [string, number][]) => ({
    ...nowhere,
    type: values.map(([value, count]) => ({ value, count })),
    date: values.map(([value, count]) => ({ value, count })),
  });

  it('stand by count, months newest first, and what is chosen never goes away', () => {
    const facets = counts(['2026-02', 1], ['2026-11', 4], ['2025-12', 9]);
    const values = (name: 'type' | 'date') =>
      choicesOf(name, facets, { type: ['gone'] }).map(({ value }) => value);
    expect(values('date')).toEqual(['2026-11', '2026-02', '2025-12']);
    expect(values('type')).toEqual(['2025-12', '2026-11', '2026-02', 'gone']);
  });

  it('are folded when they are many, but for what is chosen', () => {
    const facets = counts(
      ...Array.from({ length: 20 }, (_, i): [string, number] => [`v${i}`, 20 - i]),
    );
    const before = beforeFold(choicesOf('type', facets, { type: ['v19'] }));
    expect(before.map(({ value }) => value)).toEqual(['v0', 'v1', 'v2', 'v3', 'v4', 'v5', 'v19']);
    expect(isUseful(choicesOf('type', counts(['v', 1]), {}))).toBe(false);
  });

  it('are in the words of a reader', () => {
    expect(valueWords('date', '2026-11')).toBe('November 2026');
    expect(valueWords('date', '2026-13')).toBe('2026-13');
    expect(valueWords('status', 'in-progress')).toBe('In progress');
  });
});

it('the lists that stand in for search are pages of every handbook', () => {
  expect(lists.filter(({ href }) => !reservedAddresses.has(href))).toEqual([]);
});

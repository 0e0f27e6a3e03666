import { describe, expect, it } from 'vitest';
import { inPages, listPageAddress, PAGE_LINES } from '../../src/site/views/pages.ts';
import { linesOf, onBoard } from '../../src/site/views/readiness/board-lines.ts';
import { linesPages } from '../../src/site/views/readiness/lines.ts';
import { openOwners } from '../../src/site/views/readiness/owners.ts';
import { corpusOf, entryOf } from '../domain/values.ts';
import { findingOf, readinessValue, stateOf } from './readiness-values.ts';

const runbooks = Array.from({ length: 300 }, (_, at) =>
  entryOf('runbook', `stalled-${at}`, { title: `Stalled ${at}`, owner: at < 10 ? 'ann' : 'bo' }),
);
const corpus = corpusOf(
  entryOf('person', 'ann', { name: 'Ann', side: 'customer' }),
  entryOf('person', 'bo', { name: 'Bo', side: 'customer' }),
  ...runbooks,
);
const readinessOf = (entries: readonly { path: string }[]) =>
  readinessValue({
    rules: ['RBK-01', 'RBK-06'].map((id) =>
      stateOf(id, {
        status: 'fail',
        findings: entries.map(({ path }) => findingOf(id, path)),
      }),
    ),
  });
const long = readinessOf(runbooks);
const short = readinessOf(runbooks.slice(0, 50));

describe('a list', () => {
  it('is cut into pages that lose nothing', () => {
    const lines = Array.from({ length: 2 * PAGE_LINES + 1 }, (_, at) => at);
    const pages = inPages(lines);
    expect(pages.map(({ length }) => length)).toEqual([PAGE_LINES, PAGE_LINES, 1]);
    expect(pages.flat()).toEqual(lines);
    expect(inPages([])).toEqual([[]]);
  });

  it('has its first page at its own address', () => {
    expect([1, 2].map((page) => listPageAddress('/runbooks/', page))).toEqual([
      '/runbooks/',
      '/runbooks/_2/',
    ]);
  });
});

describe('the board', () => {
  it('shows everything while it fits on a page', () => {
    const owners = openOwners(short, { corpus });
    expect(onBoard(owners, 'open')).toEqual(owners);
    expect(linesPages(short, { corpus })).toEqual([]);
  });

  it('shows the first of each rule of more, counts the rest and leads to it', () => {
    const [bo, ann] = onBoard(openOwners(long, { corpus }), 'open');
    expect(bo).toMatchObject({ name: 'Bo', errors: 580, all: '/readiness/open/1/' });
    expect(bo?.rules.map(({ findings, more }) => [findings.length, more])).toEqual([
      [3, 287],
      [3, 287],
    ]);
    expect(ann?.all).toBe('/readiness/open/3/');
  });

  it('never holds more than a page', () => {
    const owners = openOwners(long, { corpus });
    const people = Array.from({ length: 90 }, () => owners).flat();
    expect(linesOf(onBoard(people, 'open')).length).toBe(PAGE_LINES);
  });
});

describe('the pages behind the board', () => {
  it('hold every finding once, with who has to act', () => {
    const pages = linesPages(long, { corpus });
    expect(pages.map(({ page, pages }) => [page, pages])).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
    const lines = pages.flatMap(({ owners }) => linesOf(owners));
    const places = lines.map(({ group, finding }) => `${group.rule.id} ${finding.place}`);
    expect(new Set(places).size).toBe(600);
    expect(pages[2]?.owners.map(({ name }) => name)).toEqual(['Bo', 'Ann']);
  });
});

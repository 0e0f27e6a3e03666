import { describe, expect, it } from 'vitest';
import { checkCorpus } from '../../src/domain/checks/run.ts';
import { page as type } from '../../src/domain/documents/page.ts';
import type { Entry } from '../../src/domain/graph/corpus.ts';
import type { LocatedProblem } from '../../src/domain/problems/problem.ts';
import type { Handbook } from '../../src/site/handbook.ts';
import { sidebarOf } from '../../src/site/views/navigation.ts';
import { originView } from '../../src/site/views/origin.ts';
import { typeIndexView } from '../../src/site/views/type-index.ts';
import { corpusOf, entryOf } from '../domain/values.ts';

const imported = {
  from: 'wiki/a.md',
  commit: '4f2a91c7d0b84e6a9c35b7f1e2d8a6c4b0f3e597',
  digest: 'a'.repeat(64),
  fields: { author: 'M. Unger' },
};
const viewOf = (entry: Entry) => {
  const problems = checkCorpus(corpusOf(entry)) as LocatedProblem[];
  return originView(entry, { problems });
};
const labels = (entry: Entry) => viewOf(entry)?.missing.map(({ label }) => label);

describe('the origin of a page', () => {
  it('names the source, a short commit and what had no field here', () => {
    expect(viewOf(entryOf('page', 'a', { title: 'A', imported }))).toMatchObject({
      from: 'wiki/a.md',
      commit: '4f2a91c',
      reviewed: false,
      rest: [{ name: 'author', value: 'M. Unger' }],
    });
    expect(viewOf(entryOf('page', 'a', { title: 'A' }))).toBeNull();
  });

  it('says in the words of the fields what is missing', () => {
    expect(labels(entryOf('page', 'a', { title: 'A', imported }))).toEqual([
      'Summary',
      'Status',
      'Owner',
      'Audience',
    ]);
    const runbook = entryOf('runbook', 'a', { title: 'A', imported });
    expect(labels(runbook)).toEqual([
      ...['Summary', 'Status', 'Owner', 'Audience', 'Systems', 'Sections'],
    ]);
    expect(viewOf(runbook)?.missing.at(-1)?.about).toMatch(/^Meaning, Impact, .*After\.$/);
  });

  it('counts what leads nowhere, without its words', () => {
    const place = { line: 9, column: 1 };
    const outline = {
      links: [{ url: '../memos/margin.mdx', text: 'a', ...place }],
      images: [{ url: 'b.png', alt: '', ...place }],
    };
    const view = viewOf(entryOf('page', 'a', { title: 'A', imported }, outline));
    expect(view?.missing.slice(-2)).toEqual([
      { label: 'Links', about: '1 link to nothing.' },
      { label: 'Pictures', about: '2 pictures gone or without a description.' },
    ]);
    expect(JSON.stringify(view)).not.toContain('margin');
  });

  it('is known as reviewed', () => {
    const entry = entryOf('page', 'a', { title: 'A', imported, reviewed_on: '2026-11-20' });
    expect(viewOf(entry)?.reviewed).toBe(true);
  });
});

describe('pages in folders', () => {
  const entries = ['a', 'docs/a', 'docs/b', 'docs/c', 'ops/a', 'ops/x/a'].map((slug) =>
    entryOf('page', slug, { title: slug }),
  );
  const byType = new Map([['page', entries]]);
  const handbook = { corpus: corpusOf(...entries) } as Handbook;
  const nearby = (slug: string) => {
    const current = entries.find(({ id }) => id === `pages/${slug}`) ?? null;
    const group = sidebarOf(type, current, byType)[1];
    return [group?.label, group?.items.map(({ label }) => label)];
  };

  it('have those of their folder in the sidebar', () => {
    expect(nearby('docs/b')).toEqual(['Pages in docs', ['docs/a', 'docs/b', 'docs/c']]);
  });

  it('have all pages beside them where they are alone', () => {
    expect(nearby('ops/x/a')).toEqual(['Pages', entries.map(({ data }) => data['title'])]);
  });

  it('are narrowed by folder in their list', () => {
    const { list } = typeIndexView(type, handbook, byType);
    expect(list.columns[0]).toEqual({
      label: 'Folder',
      choices: ['docs', 'ops', 'ops/x'],
      states: false,
    });
    expect(list.rows[0]?.cells[0]).toBeNull();
  });

  it('are told apart by their addresses where titles are the same', () => {
    const same = ['docs/a', 'ops/a'].map((slug) => entryOf('page', slug, { title: 'Setup' }));
    const other = entryOf('page', 'ops/b', { title: 'Backup' });
    const all = [...same, other];
    const { list } = typeIndexView(
      type,
      { corpus: corpusOf(...all) } as Handbook,
      new Map([['page', all]]),
    );
    expect(list.rows.map(({ title }) => title)).toEqual([
      'Setup (docs/a)',
      'Setup (ops/a)',
      'Backup',
    ]);
  });

  it('by its first part, where there are too many', () => {
    const many = Array.from({ length: 20 }, (_, index) => entryOf('page', `a/${index}/b`));
    const { list } = typeIndexView(
      type,
      { corpus: corpusOf(...many) } as Handbook,
      new Map([['page', many]]),
    );
    expect(list.rows[0]?.cells[0]).toEqual({ kind: 'text', text: 'a' });
  });

  it('have no such column where there are no folders', () => {
    const flat = entries.slice(0, 1);
    const { list } = typeIndexView(type, handbook, new Map([['page', flat]]));
    expect(list.columns.map(({ label }) => label)).toEqual(['Systems', 'Owner', 'Status']);
  });
});

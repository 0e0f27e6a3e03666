import { describe, expect, it } from 'vitest';
import { newsOf } from '../../../src/domain/news/news.ts';
import { corpusOf, entryOf } from '../values.ts';
import { historyOf, type Told } from './history.ts';

const audience = ['engineering'];
const late = entryOf('runbook', 'late', { title: 'Late', audience });
const board = entryOf('founder-memo', '0001-price', { title: 'Price', audience: ['board'] });

const told = (on: string, data: Told['data'] = {}, body = ''): Told => ({
  ...{ on, body },
  data: { title: 'Late', status: 'current', audience, ...data },
});

function news(versions: readonly Told[], options: Parameters<typeof newsOf>[2] = {}) {
  const corpus = corpusOf(late);
  return newsOf({ corpus, ...historyOf({ 'runbooks/late.mdx': versions }) }, null, options);
}

describe('what changed', () => {
  it('is told once for each document and day, newest first, against the day before', () => {
    const { items, from, to } = news([
      told('2026-03-03', {}, '## Verify\n\nthree\n\n## Undo\n\nx'),
      told('2026-03-02', {}, '## Verify\n\nhalf'),
      told('2026-03-02', {}, '## Verify\n\ntwo'),
      told('2026-03-01', {}, '## Verify\n\none'),
    ]);
    expect(items.map(({ on, kind, difference }) => [on, kind, difference?.changed])).toEqual([
      ['2026-03-03', 'changed', ['Verify']],
      ['2026-03-02', 'changed', ['Verify']],
      ['2026-03-01', 'new', undefined],
    ]);
    expect(items[0]?.difference).toMatchObject({ added: ['Undo'], removed: 0, opening: false });
    expect([from, to]).toEqual(['2026-03-01', '2026-03-03']);
  });

  it('names fields and statuses, and never says what a field held or what a section was called', () => {
    const { items } = news([
      told('2026-03-02', { owner: 'ann', status: 'retired' }, 'Text'),
      told('2026-03-01', { owner: 'vic' }, '## Secret plan\n\nText'),
    ]);
    expect(items[0]).toMatchObject({
      kind: 'retired',
      difference: {
        ...{ status: { from: 'current', to: 'retired' }, fields: ['owner'] },
        ...{ added: [], changed: [], removed: 1, opening: true },
      },
    });
    expect(JSON.stringify(items[0]?.difference)).not.toMatch(/vic|ann|Secret/);
  });

  it('tells a review from a change, and a new name from both', () => {
    const stamp = { reviewed_on: '2026-03-02', reviewed_by: 'ann', reviewed_hash: 'f' };
    expect(news([told('2026-03-02', stamp), told('2026-03-01')]).items[0]?.kind).toBe('reviewed');
    const edited = [told('2026-03-02', stamp, 'More'), told('2026-03-01')];
    expect(news(edited).items[0]?.kind).toBe('changed');
    const named = [told('2026-03-02', { title: 'Later' }), told('2026-03-01')];
    expect(news(named).items[0]?.kind).toBe('renamed');
    const moved: Told = { ...told('2026-03-02'), kind: 'renamed' };
    expect(news([moved, told('2026-03-01')]).items[0]).toMatchObject({
      ...{ kind: 'renamed', moved: true },
    });
  });

  it('is not that links and references follow the new name of another document', () => {
    const to = (slug: string) =>
      `## Verify\n\n[a](../systems/${slug}.mdx#x), [b](./${slug}.mdx), [c](/systems/${slug}/)`;
    const fields = (slug: string) => ({ systems: [slug], steps: [{ page: `systems/${slug}` }] });
    const following = (last: Told) => {
      const fax = entryOf('system', 'fax-gateway', { title: 'Fax' });
      const files = {
        'runbooks/late.mdx': [last, told('2026-03-01', fields('fax'), to('fax'))],
        'systems/fax-gateway.mdx': [
          { ...told('2026-03-02'), kind: 'renamed' as const },
          { ...told('2026-03-01'), path: 'systems/fax.mdx' },
        ],
      };
      const { items } = newsOf({ corpus: corpusOf(late, fax), ...historyOf(files) }, null);
      return items.filter(({ on }) => on === '2026-03-02').map(({ path }) => path);
    };
    const [renamed, edited] = ['systems/fax-gateway.mdx', 'runbooks/late.mdx'];
    const today = [fields('fax-gateway'), to('fax-gateway')] as const;
    expect(following(told('2026-03-02', ...today))).toEqual([renamed]);
    expect(following(told('2026-03-02', fields('fax'), today[1]))).toEqual([renamed]);
    expect(following(told('2026-03-02', today[0], to('other')))).toEqual([edited, renamed]);
    expect(following(told('2026-03-02', fields('other'), today[1]))).toEqual([edited, renamed]);
  });

  it('is bounded by days, counted from the newest commit, and by number', () => {
    const days = ['2026-06-30', '2026-05-01', '2026-03-01', '2026-01-01'].map((on) =>
      told(on, { on }),
    );
    expect(news(days).items.map(({ on }) => on)).toEqual(['2026-06-30', '2026-05-01']);
    const few = news(days, { days: 365, most: 3 });
    expect([few.items.length, few.left]).toEqual([3, 1]);
  });

  it('is nothing without git, and without a commit of the folder', () => {
    const corpus = corpusOf(late);
    const none = newsOf({ corpus, ...historyOf({}, {}, 'none') }, null);
    expect(none).toMatchObject({ state: 'none', from: null, to: null, items: [] });
  });

  it('leaves out what a clone that was cut off seems to begin with', () => {
    const corpus = corpusOf(late, board);
    const files = {
      'runbooks/late.mdx': [told('2026-03-02', {}, 'More'), told('2026-03-01')],
      'memos/0001-price.mdx': [told('2026-03-01')],
    };
    const { items } = newsOf({ corpus, ...historyOf(files, {}, 'shallow') }, null);
    expect(items.map(({ path, kind }) => [path, kind])).toEqual([['runbooks/late.mdx', 'changed']]);
  });
});

describe('what is gone', () => {
  const corpus = corpusOf(late);
  const history = historyOf(
    { 'runbooks/late.mdx': [told('2026-03-01')] },
    {
      'runbooks/fax.mdx': told('2026-03-02', { title: 'Fax' }),
      'memos/0002-sale.mdx': told('2026-03-03', { title: 'Sale', audience: ['board'] }),
      'people/vic.yaml': told('2026-03-04', { name: 'Vic', audience: undefined }),
      'notes/plan.mdx': told('2026-03-05', { title: 'Plan' }),
    },
  );
  const goneFor = (group: string | null) => {
    const found = newsOf({ corpus, ...history }, group);
    const gone = found.items.filter(({ kind }) => kind === 'removed');
    return { to: found.to, titles: gone.map(({ title }) => title) };
  };

  it('is told by its last title to those alone who could read it', () => {
    expect(goneFor(null)).toEqual({ to: '2026-03-04', titles: ['Vic', 'Sale', 'Fax'] });
    expect(goneFor('engineering')).toEqual({ to: '2026-03-02', titles: ['Fax'] });
    expect(goneFor('clinic-staff')).toEqual({ to: '2026-03-01', titles: [] });
  });

  it('tells nothing of texts from before a document was for these readers', () => {
    const versions = [told('2026-03-02'), told('2026-03-01', { audience: ['board'], a: 1 })];
    const opened = historyOf({ 'runbooks/late.mdx': versions });
    const { items } = newsOf({ corpus, ...opened }, 'engineering');
    expect(items.map(({ difference }) => difference)).toEqual([null, null]);
  });
});

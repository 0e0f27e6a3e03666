import { expect, test } from 'vitest';
import type { Known } from '../../../src/workspace/import/ledger.ts';
import { merge } from '../../../src/workspace/import/merge.ts';
import { type Keep, planDocument } from '../../../src/workspace/import/plan.ts';

const path = 'pages/a.mdx';

/** A document of a handbook; all made up. */
const document = (body: string, fields = 'title: Letters\n', digest = 'd1') =>
  `---\n${fields}imported:\n  from: docs/a.md\n  digest: ${digest}\n---\n\n${body}`;

const lines = (...words: string[]) => `${words.join('\n\n')}\n`;
const base = document(lines('one', 'two', 'three', 'four'));

const known = (text: string | null, more: Partial<Known> = {}): Known => ({
  path: text === null ? null : path,
  text,
  type: 'page',
  digest: 'd1',
  commit: null,
  aliases: [],
  base,
  ...more,
});

function plan(text: string, about: Known | undefined, digest: string, keep: Keep | null = null) {
  const { fate, puts, regions, isBothRefused } = planDocument(
    { from: 'docs/a.md', path, text },
    about,
    digest,
    keep,
  );
  return {
    fate,
    regions,
    isBothRefused,
    texts: Object.fromEntries(puts.map((one) => [one.path, one.content])),
  };
}

const kept = '.handbook/imported/docs/a.md';
const news = document(lines('one', 'two', 'three', 'FOUR'), undefined, 'd2');

test('a new document is written and kept as it was written', () => {
  expect(plan(base, undefined, 'd1')).toMatchObject({
    fate: 'written',
    texts: { [path]: base, [kept]: base },
  });
});

test('the same source leaves all as it is, also where people wrote here', () => {
  const here = base.replace('one', 'eins');
  expect(plan(base, known(base), 'd1')).toMatchObject({ fate: 'unchanged', texts: {} });
  expect(plan(base, known(here), 'd1')).toMatchObject({ fate: 'unchanged', texts: {} });
});

test('links that lead elsewhere in an unchanged file are brought, and never against people', () => {
  const linked = document(lines('one', 'two', 'three', '[four](./b.mdx)'));
  expect(plan(linked, known(base), 'd1').texts[path]).toBe(linked);
  const here = base.replace('four', 'vier');
  expect(plan(linked, known(here), 'd1')).toMatchObject({ fate: 'unchanged', texts: {} });
});

test('a changed source is brought, with the fields that people filled in here', () => {
  expect(plan(news, known(base), 'd2').texts).toEqual({ [path]: news, [kept]: news });
  const here = base.replace('title: Letters\n', 'title: Letters\n# asked Ada\nowner: ada-reyes\n');
  expect(plan(news, known(here), 'd2')).toMatchObject({
    fate: 'updated',
    texts: {
      [path]: news.replace('title: Letters\n', 'title: Letters\n# asked Ada\nowner: ada-reyes\n'),
      [kept]: news,
    },
  });
});

test('a field that both changed, and a body that both changed, wait for somebody', () => {
  const title = (words: string) => (text: string) => text.replace('Letters', words);
  const fields = plan(title('Mail')(news), known(title('Post')(base)), 'd2');
  expect(fields).toMatchObject({ fate: 'contested', texts: {} });
  expect(fields.regions).toContainEqual({
    line: 2,
    base: expect.arrayContaining(['title: Letters']),
    here: expect.arrayContaining(['title: Post']),
    source: expect.arrayContaining(['title: Mail']),
    isConflict: true,
  });
  const here = base.replace('one', 'eins');
  const body = plan(news, known(here), 'd2');
  expect(body).toMatchObject({ fate: 'contested', texts: {} });
  expect(body.regions.map(({ line, isConflict }) => [line, isConflict])).toEqual([
    [8, false],
    [14, false],
  ]);
});

test.each<[Keep, string[], string[]]>([
  ['here', ['eins', 'four', 'digest: d2'], ['FOUR']],
  ['source', ['one', 'FOUR', 'digest: d2'], ['eins']],
  ['both', ['eins', 'FOUR', 'digest: d2'], ['one\n']],
])('somebody decides for %s', (keep, has, lacks) => {
  const here = base.replace('one', 'eins');
  const { fate, texts } = plan(news, known(here), 'd2', keep);
  expect(fate).toBe('updated');
  for (const words of has) expect(texts[path]).toContain(words);
  for (const words of lacks) expect(texts[path]).not.toContain(words);
  expect(texts[kept]).toBe(news);
  const settled = known(String(texts[path]), { base: news, digest: 'd2' });
  expect(plan(news, settled, 'd2')).toMatchObject({ fate: 'unchanged', texts: {} });
});

test('both cannot be kept where one line was changed by both', () => {
  const here = base.replace('four', 'vier');
  expect(plan(news, known(here), 'd2', 'both')).toMatchObject({
    fate: 'contested',
    isBothRefused: true,
    texts: {},
  });
});

test('the text of the source leaves the addresses of before', () => {
  const here = base
    .replace('one', 'eins')
    .replace('imported:', 'aliases:\n  - /pages/old/\nimported:');
  const { texts, regions } = plan(news, known(here), 'd2', 'source');
  expect(texts[path]).toContain('aliases:\n  - /pages/old/\n');
  expect(texts[path]).not.toContain('eins');
  expect(regions.flatMap((one) => one.here)).not.toContain('aliases:');
  expect(plan(news, known(String(texts[path]), { base: news, digest: 'd2' }), 'd2').texts).toEqual(
    {},
  );
});

test('what was deleted here comes back only when it is asked for', () => {
  expect(plan(news, known(null), 'd2')).toMatchObject({ fate: 'deleted', texts: {} });
  expect(plan(news, known(null), 'd2', 'source').texts[path]).toBe(news);
});

test('a document whose imported text was not kept is not written over', () => {
  expect(plan(news, known(base, { base: null }), 'd2').fate).toBe('contested');
  expect(plan(news, known(base, { base: null }), 'd1').fate).toBe('unchanged');
});

test('the difference names the lines here', () => {
  const texts = ['a\nb\nc\nd\n', 'a\nc\nd\n', 'a\nc\nD\n'] as const;
  const { regions } = merge(...texts, path);
  expect(regions).toEqual([
    { line: 2, base: [], here: ['b'], source: [], isConflict: false },
    { line: 4, base: ['d'], here: ['d'], source: ['D'], isConflict: false },
  ]);
});

test('a document that was moved in the source is kept under its new name too', () => {
  const moved = { from: 'docs/old.md', kept: null };
  const before = base.replace('docs/a.md', 'docs/old.md');
  const here = before.replace('one', 'eins');
  const { fate, texts } = plan(base, known(here, { base: before, moved }), 'd1');
  expect(fate).toBe('updated');
  expect(texts[path]).toBe(base.replace('one', 'eins'));
  expect(texts[kept]).toBe(base);
});

import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bagOf } from '../../../src/domain/import/proof/bag.ts';
import { readMarkdown } from '../../../src/workspace/import/markdown/read-markdown.ts';
import { reasonOf } from '../../../src/workspace/import/reason.ts';
import { apart } from '../../../src/workspace/import/skipped.ts';
import { lineOf, parseHtml } from '../../../src/workspace/import/sources/html/hast.ts';
import {
  asCode,
  isLongAsciidoc,
  isLongHtml,
} from '../../../src/workspace/import/sources/html/too-long.ts';
import { openWorkshop } from '../../../src/workspace/import/worker.ts';
import { withDocs } from '../../cli/import.ts';

test('a bag takes a text of any number of words', () => {
  const words = Array.from({ length: 300_000 }, (_, at) => `word${at}`);
  expect(bagOf([words]).longest(words, 0, 10)).toEqual({ at: 0, length: 10 });
});

test('a document that breaks a step is named with its reason, and the others go on', async () => {
  const path = join(
    withDocs({ 'a.md': '# Alpha\n\nWords.\n', 'b.md': '# Beta\n\nWords.\n' }),
    'docs',
  );
  const shop = await openWorkshop([{ path, name: 'docs', prefix: '' }]);
  await shop.read(['a.md', 'b.md'].map((name) => ({ source: 0, path: name, size: 16 })));
  const job = (from: string, facts: unknown) =>
    ({
      from,
      source: 0,
      type: 'page',
      path: `pages/${from.slice(5, 6)}.mdx`,
      given: {},
      otherwise: {},
      facts,
      people: [],
      commit: null,
    }) as never;
  const facts = { created: null, changed: null, authors: [], owners: [] };
  const filled = apart(await shop.fill([job('docs/a.md', null), job('docs/b.md', facts)]));
  expect(filled.broken.map(({ from }) => from)).toEqual(['docs/a.md']);
  expect(filled.broken[0]?.reason).toContain('Report it with the file');
  await shop.link({ documents: filled.whole.map(({ links }) => links), files: [] });
  const finished = apart(
    await shop.finish(
      ['docs/a.md', 'docs/b.md'].map((from) => ({ from, data: { title: 'x' }, rest: {} })),
    ),
  );

  expect(finished.broken.map(({ from }) => from)).toEqual(['docs/a.md']);
  expect(finished.whole.map(({ from }) => from)).toEqual(['docs/b.md']);
  await shop.close();
});

test('a limit of the engine is told in words', () => {
  expect(reasonOf(new RangeError('Maximum call stack size exceeded'))).toMatch(
    /^It is nested too deep/,
  );
  expect(reasonOf(new RangeError('Invalid string length'))).toMatch(/^It is too large/);
});

test('long runs of spaces are one, but in code', () => {
  const wide = ' '.repeat(100_000);
  const options = { path: 'a.md', dialect: 'markdown' } as const;
  const { tree } = readMarkdown(`a${wide}b\n\n\`\`\`\nc${wide}d\n\`\`\`\n`, options);
  expect(tree.children).toMatchObject([
    { type: 'paragraph', children: [{ type: 'text', value: 'a b' }] },
    { type: 'code', value: `c${wide}d` },
  ]);
  expect(lineOf(parseHtml(`<p>a${wide}b</p>`))).toBe('a b');
});

test('a paragraph of addresses, and a page of nothing but parts, are shown as code and told', () => {
  const options = { path: 'a.md', dialect: 'markdown' } as const;
  const read = readMarkdown('a@b.example '.repeat(30_000), options);
  expect(read.tree.children.map(({ type }) => type)).toEqual(['code']);
  expect(read.listed).toHaveLength(1);
  expect(isLongHtml('<p>w</p>'.repeat(100_000))).toBe(true);
  expect(isLongAsciidoc('|===\n1000000+|a\n|===')).toBe(true);
  expect(asCode('== a', 'asciidoc').tree.children).toMatchObject([{ type: 'code', value: '== a' }]);
});

import { mdxToHast } from 'satteri';
import { expect, test } from 'vitest';
import { outlineOf } from '../../src/domain/body/outline.ts';
import { vocabularyOf } from '../../src/domain/glossary/vocabulary.ts';
import { renderBody } from '../../src/site/render/body.ts';
import { explain } from '../../src/site/render/terms.ts';
import { features, parseMdx } from '../../src/workspace/mdx.ts';
import { corpusOf, entryOf } from '../domain/values.ts';

const adt = entryOf('glossary', 'adt', { term: 'ADT', plain: 'Messages about patients.' });
const gate = entryOf('glossary', 'gate', { term: 'Gate', plain: 'What must be true.' });
const vocabulary = vocabularyOf(corpusOf(adt, gate));

async function read(source: string, self = entryOf('system', 'engine')) {
  const { tree } = parseMdx(source, self.path);
  if (tree === null) throw new Error('the text does not parse');
  const html = await renderBody(source, {
    path: self.path,
    outline: outlineOf(tree),
    addressOfFile: () => null,
    sizeOf: () => null,
    explain: (parsed) => explain(parsed, vocabulary, self).tree,
  });
  const { terms } = explain(mdxToHast(source, { features }), vocabulary, self);
  return { html, terms: terms.map(({ name }) => name) };
}

const count = (html: string): number => html.match(/class="term"/g)?.length ?? 0;

test('a term leads to its page and carries its meaning by reference', async () => {
  expect((await read('It takes ADT now.')).html).toBe(
    '<p>It takes <a class="term" href="/glossary/adt/" aria-describedby="_term-adt">ADT</a> now.</p>',
  );
});

test('each section explains a term once, an everyday word only the first of the page', async () => {
  const { html, terms } = await read('ADT ADT gate\n\n## Two\n\nADT, the gate\n\n### Part\n\nADT');
  expect(count(html)).toBe(3);
  expect(html.match(/>gate</g)).toHaveLength(1);
  expect(terms).toEqual(['ADT', 'Gate']);
});

test('paragraphs, items, cells, asides and steps are explained', async () => {
  const places = [
    '## A\n\n- ADT',
    '## B\n\n| x |\n|---|\n| ADT |',
    '## C\n\n<Aside>\n\nADT\n\n</Aside>',
    '## D\n\n<Steps>\n\n1. **ADT**\n\n</Steps>',
  ];
  expect(count((await read(places.join('\n\n'))).html)).toBe(4);
});

test('headings, code, links, commands and heads of columns stay as they are', async () => {
  const spared = [
    '# ADT',
    '`ADT` [ADT](./x.mdx)',
    '```\nADT\n```',
    '| ADT |\n|---|\n| x |',
    '<Command where="ADT">\n\nADT\n\n</Command>',
    '<FileTree>\n\n- ADT\n\n</FileTree>',
  ];
  expect(await read(spared.join('\n\n'))).toMatchObject({ terms: [] });
});

test('the page of a term does not lead to itself', async () => {
  expect((await read('An ADT at the gate.', adt)).terms).toEqual(['Gate']);
});

test('without a glossary the very same tree comes back', () => {
  const tree = mdxToHast('ADT', { features });
  expect(explain(tree, vocabularyOf(corpusOf()), null).tree).toBe(tree);
});

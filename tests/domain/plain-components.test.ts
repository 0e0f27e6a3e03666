import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toString as textOf } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import type { MdastNode } from 'satteri';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { components } from '../../src/domain/components/catalogue.ts';
import { attributesOf, isJsx } from '../../src/domain/components/nodes.ts';
import { plainMarkdown } from '../../src/domain/components/plain.ts';
import { parseMdx } from '../../src/workspace/mdx.ts';
import { readWorkspace } from '../../src/workspace/read-corpus.ts';

/** Another parser than ours, which knows nothing of components. */
const markdown = unified().use(remarkParse).use(remarkGfm);

/** What has to be the same on both sides; `words` are counted. */
function factsOf(tree: MdastNode) {
  const headings: string[] = [];
  const links: string[] = [];
  const code: string[] = [];
  const words: string[] = [];
  const say = (text: string) => words.push(...(text.match(/[\p{L}\p{N}]+/gu) ?? []));
  visit(tree, (node) => {
    if (node.type === 'heading') headings.push(`${node.depth} ${textOf(node)}`);
    if (node.type === 'link' || node.type === 'definition' || node.type === 'image')
      links.push(`${node.url} ${node.title ?? ''}`);
    if (node.type === 'code') code.push(`${node.lang} ${node.meta ?? ''}\n${node.value}`);
    if (node.type === 'text' || node.type === 'inlineCode') say(node.value);
    if (node.type === 'image') say(node.alt ?? '');
    if (node.type === 'listItem' && typeof node.checked === 'boolean') say(`${node.checked}`);
    if (node.type === 'tableCell' || node.type === 'footnoteDefinition') say(node.type);
  });
  return { headings, links, code, words: words.sort() };
}

/** Words that components add to the text: what stands in their attributes, and their own labels. */
function addedWords(tree: MdastNode): Set<string> {
  const values = ['Verify', 'Rollback', 'Run on', 'as', 'Expect', 'before target source'];
  values.push('Note Tip Caution Danger');
  visit(tree, (node) => {
    if (isJsx(node)) values.push(...Object.values(attributesOf(node)));
  });
  return new Set(values.join(' ').match(/[\p{L}\p{N}]+/gu));
}

/** `more` without each element of `all` once. */
function rest(more: readonly string[], all: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const one of more) left.set(one, (left.get(one) ?? 0) + 1);
  for (const one of all) left.set(one, (left.get(one) ?? 0) - 1);
  return [...left].flatMap(([one, count]) => (count === 0 ? [] : [`${one} ${count}`]));
}

function compare(source: string): string {
  const { tree, problems } = parseMdx(source, 'a.mdx');
  if (tree === null) throw new Error(problems[0]?.message);
  const plain = plainMarkdown(tree);
  const { words, ...facts } = factsOf(tree);
  const { words: plainWords, ...plainFacts } = factsOf(markdown.parse(plain) as MdastNode);
  expect(plainFacts).toEqual(facts);
  const added = addedWords(tree);
  for (const word of rest(plainWords, words)) {
    const [name = '', count = ''] = word.split(' ');
    expect(Number(count), `lost: ${name}`).toBeGreaterThan(0);
    expect(added, `comes from nowhere: ${name}`).toContain(name);
  }
  return plain;
}

const fixtures = join(import.meta.dirname, '../fixtures');
const folders = [
  join(fixtures, '../../content'),
  join(fixtures, 'small'),
  join(fixtures, 'cli/small'),
];
const texts = folders.flatMap((folder) => {
  const { corpus, texts: all } = readWorkspace(folder);
  return corpus.entries.flatMap(({ path, outline }) =>
    outline === null ? [] : [[path, all.get(path) ?? ''] as const],
  );
});

describe('plain Markdown says the same to a tool that knows no components', () => {
  it.each(texts)('%s', (_path, text) => {
    compare(text);
  });

  it.each(
    components.filter(({ example }) => example !== '').map((one) => [one.name, one] as const),
  )('the example of %s', (_name, { example }) => {
    expect(compare(example)).not.toMatch(/<[A-Z]/);
  });

  it('every component, nested', () => {
    const source = readFileSync(join(fixtures, 'components.mdx'), 'utf8');
    const plain = compare(source);
    for (const { name } of components) {
      expect(source, name).toContain(`<${name}`);
      expect(plain).not.toContain(`<${name}`);
    }
    for (const words of [
      'On `linux`',
      '**Run on `db-primary`, console as operator**',
      '**You see `state: parked`**',
      '**Caution: Mind the \\[brackets] & \\<signs>**',
      '**Time to restore: 14 min**',
      '**Verify**',
      'A goes to B.',
    ])
      expect(plain).toContain(words);
  });

  it('branches in a row are one list, and a list of the author stays its own', () => {
    const one = (word: string) => `<Branch when="You see ${word}">\n\nDo ${word}.\n\n</Branch>\n\n`;
    expect(compare(`${one('a')}${one('b')}Else:\n\n${one('c')}1. d\n`)).toBe(
      [
        '- **You see a**\n\n  Do a.',
        '- **You see b**\n\n  Do b.',
        'Else:',
        '- **You see c**\n\n  Do c.',
        '1. d\n',
      ].join('\n\n'),
    );
    expect(compare(`<Steps>\n\n1. Look.\n\n   ${one('a')}   ${one('b')}</Steps>\n`)).not.toContain(
      '*   ',
    );
  });

  it('code in an attribute keeps its spaces', () => {
    const source = '<Command on="a  b" expect="`x   y`  z">\n\n```\nls\n```\n\n</Command>\n';
    expect(compare(source)).toContain('**Expect:** `x   y` z');
    expect(compare(source)).toContain('**Run on a b**');
  });
});

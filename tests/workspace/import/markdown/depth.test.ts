import { describe, expect, test } from 'vitest';
import { readMdx } from '../../../../src/workspace/import/dialects/read-mdx.ts';
import { shallowHtml } from '../../../../src/workspace/import/html/depth.ts';
import { mdxOf } from '../../../../src/workspace/import/mdx/mdx-of.ts';
import { parseHtml } from '../../../../src/workspace/import/sources/html/hast.ts';

const nested = (tag: string, count: number, words: string) =>
  `${`<${tag}>\n`.repeat(count)}${words}\n${`</${tag}>\n`.repeat(count)}`;

describe('elements in elements', () => {
  test('as deep as somebody writes them stay', () => {
    const text = nested('div', 150, '<p>one<p>two<br><li>three'.repeat(300));
    expect(shallowHtml(text)).toBe(text);
  });

  test('thousands deep are fewer, at the same places', () => {
    const text = nested('div', 50_000, 'words <a href="b">c</a>');
    const shallow = shallowHtml(text);
    expect(shallow).toHaveLength(text.length);
    expect(shallow.indexOf('words <a href="b">c</a>')).toBe(text.indexOf('words'));
    expect(JSON.stringify(parseHtml(text))).toContain('words');
  });

  test('thousands deep in MDX are read as Markdown', () => {
    const { tree } = readMdx(nested('div', 3000, 'words'), {
      path: 'a.mdx',
      dialect: 'docusaurus',
    });
    expect(mdxOf(tree)).toContain('words');
  });
});

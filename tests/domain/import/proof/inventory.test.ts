import { fromHtml } from 'hast-util-from-html';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import type { Inventory } from '../../../../src/domain/import/model.ts';
import { inventoryOf } from '../../../../src/domain/import/proof/inventory.ts';
import { inventoryOfHast } from '../../../../src/domain/import/proof/inventory-hast.ts';
import { parseMdx } from '../../../../src/workspace/mdx.ts';

const ofMarkdown = (text: string): Inventory =>
  inventoryOf(fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));

const ofDocument = (text: string): Inventory =>
  inventoryOf(parseMdx(text, 'pages/x.mdx').tree as Parameters<typeof inventoryOf>[0]);

const ofPage = (html: string): Inventory => inventoryOfHast(fromHtml(html));

const values = (pieces: Inventory['texts']) => pieces.map(({ value }) => value.trim());

const html = `<h1>Relay</h1>
<script>hidden()</script>
<p>See <a href="a.html">the <b>plan</b></a> and <a name="here"></a><img src="p.png" alt="A picture"><br>then</p>
<table><tr><th>Key</th><td>a &amp; b</td></tr></table>
<pre>
x  &lt;y&gt;
</pre>
<!-- a note -->`;

describe('an inventory', () => {
  it('of a page has its texts, code, cells, links and images with their lines', () => {
    const found = ofPage(html);
    expect(values(found.texts)).toEqual([
      'Relay',
      'See',
      'the',
      'plan',
      'and',
      'then',
      'Key',
      'a & b',
      'a note',
    ]);
    expect(found.codes).toEqual([{ value: 'x  <y>\n', line: 5 }]);
    expect(found.cells.map(({ value }) => value)).toEqual(['Key', 'a & b']);
    expect(found.links).toEqual([{ value: 'a.html', line: 3, words: 'the plan' }]);
    expect(found.images).toEqual([{ value: 'p.png', line: 3, words: 'A picture' }]);
  });

  it('of the same page inside Markdown is the same, script told', () => {
    const [page, text] = [ofPage(html), ofMarkdown(html)];
    expect(values(text.texts).filter((value) => value !== 'hidden()')).toEqual(values(page.texts));
    expect([text.codes, text.cells, text.links, text.images]).toEqual([
      page.codes,
      page.cells,
      page.links,
      page.images,
    ]);
  });

  it('of Markdown has addresses of references, fences and what is only indented', () => {
    const found = ofMarkdown('[x][r] ![i][r]\n\n```sh\na\n```\n\n    b\n\n[r]: <to here.md>\n');
    expect(found.links).toEqual([{ value: 'to here.md', line: 1, words: 'x' }]);
    expect(found.images).toEqual([{ value: 'to here.md', line: 1, words: 'i' }]);
    expect(found.codes).toEqual([
      { value: 'a', line: 3, words: 'sh' },
      { value: 'b', line: 7, indented: true },
    ]);
  });

  it('of a document has the words that components carry in attributes', () => {
    const found = ofDocument(
      '<Aside type="danger" title="Mind it">\n\nWords.\n\n</Aside>\n\n| <mark>a</mark> |\n| --- |\n',
    );
    expect(values(found.texts)).toEqual(['Mind it', 'Words.', 'a']);
    expect(values(found.cells)).toEqual(['a']);
  });

  it('of MDX has what stands in the code of attributes', () => {
    const value = { type: 'mdxJsxAttributeValueExpression', value: '[{ content: <p>Words</p> }]' };
    const attributes = [{ type: 'mdxJsxAttribute', name: 'items', value }];
    const element = { type: 'mdxJsxFlowElement', name: 'Accordion', attributes, children: [] };
    const found = inventoryOf({ type: 'root', children: [element] } as never);
    expect(values(found.texts)).toEqual(['[{ content: <p>Words</p> }]']);
  });

  it('reads broken HTML to its end', () => {
    const found = ofMarkdown('a <b title="> <i\n\n<div class=\'x>y\nlast');
    expect(values(found.texts).join(' ')).toMatch(/^a .*/s);
    expect(ofMarkdown(`<div>\n${'<'.repeat(50_000)}`).texts.length).toBeLessThan(60_000);
  });
});

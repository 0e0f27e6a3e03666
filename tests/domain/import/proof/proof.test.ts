import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import type { Inventory, Listed } from '../../../../src/domain/import/model.ts';
import { inventoryOf } from '../../../../src/domain/import/proof/inventory.ts';
import { type Proof, percentOf } from '../../../../src/domain/import/proof/proof.ts';
import { prove } from '../../../../src/domain/import/proof/prove.ts';

const read = (text: string): Inventory =>
  inventoryOf(fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));

const proofOf = (
  source: string,
  result: string,
  { listed = [] as Listed[], fields = {}, frontmatter = {} } = {},
): Proof => prove(read(source), listed, read(result), fields, frontmatter);

const listedAs = (text: string, line = 1): Listed => ({
  line,
  kind: 'comment',
  text,
  became: 'Left out: comments are not shown.',
});

const document = `# Restart the relay

The relay of the made-up lab keeps the queue in memory, so restart one node at a time.

Wait until the queue is empty before the second node is touched.

1. Open [the console](console.md) and look at the ![queue length](queue.png).
2. Run \`relay drain\` on < 5 nodes, never on -1.

\`\`\`sh
relay drain --node a  # two spaces
relay restart
\`\`\`

| Node | Zone | Safe |
| ---- | ---- | ---- |
| a    | 1    | yes  |
| b    | 2    | no   |

- Tell [the lab](mailto:lab@example.test) when it is done.
`;

const clean = (proof: Proof) => [...proof.lost, ...proof.changed, ...proof.doubled, ...proof.added];

describe('a document as it was', () => {
  it('is kept whole', () => {
    const proof = proofOf(document, document);
    expect(clean(proof)).toEqual([]);
    expect(proof.counts.codes).toEqual({ kept: 1, changed: 0, listed: 0, lost: 0 });
    expect(proof.counts.cells.kept).toBe(9);
    expect(proof.counts.links.kept).toBe(2);
    expect(proof.counts.images.kept).toBe(1);
    expect(percentOf(proof.counts.texts)).toBe(100);
  });

  it('may get other addresses, other marks and other white space', () => {
    const other = document
      .replace('(console.md)', '(/pages/console/)')
      .replace('queue.png', './attachments/a1b2.png')
      .replace('the queue in memory', 'the **queue**\nin memory')
      .replaceAll('| ---- |', '| --- |')
      .replace('- Tell', '* Tell');
    expect(clean(proofOf(document, other))).toEqual([]);
  });
});

/** What somebody careless or wicked could do to a result, and where it must show. */
const losses: readonly [what: string, from: string | RegExp, to: string, at: object][] = [
  ['a word', ' queue in memory', ' in memory', { kind: 'texts', line: 3, value: 'queue' }],
  ['a word that stands elsewhere too', 'the second node', 'second node', { line: 5, value: 'the' }],
  ['a paragraph', /Wait until.*\n/, '', { kind: 'texts', line: 5 }],
  ['a changed word', 'one node at', 'two node at', { line: 3, value: 'one' }],
  ['a number', '< 5 nodes', '< 50 nodes', { line: 8, value: '5' }],
  ['a comparison', '< 5 nodes', '5 nodes', { line: 8, value: '<' }],
  ['a sign', 'on -1.', 'on 1.', { line: 8, value: '-' }],
  ['inline code', '`relay drain` ', '', { line: 8, value: 'relay drain' }],
  ['a byte of code', '  # two spaces', ' # two spaces', { kind: 'codes', line: 10 }],
  ['a line of code', 'relay restart\n', '', { kind: 'codes', line: 10 }],
  ['a code block', /```sh[\s\S]*```\n/, '', { kind: 'codes', line: 10 }],
  ['code that became text', /```sh\n([\s\S]*)```\n/, '$1', { kind: 'codes', line: 10 }],
  ['a row', /\| b .*\n/, '', { kind: 'cells', line: 18 }],
  ['a cell', '| 2    |', '|      |', { kind: 'cells', line: 18, value: '2' }],
  ['a link', '[the console](console.md)', 'the console', { kind: 'links', line: 7 }],
  ['an image', '![queue length](queue.png)', 'queue length', { kind: 'images', line: 7 }],
  ['an image with its words', '![queue length](queue.png)', '', { kind: 'images', line: 7 }],
  ['the end', /- Tell.*\n/, '', { kind: 'links', line: 20 }],
];

describe('a loss is seen', () => {
  it.each(losses)('of %s', (_what, from, to, at) => {
    const result = document.replace(from, to);
    expect(result).not.toBe(document);
    const proof = proofOf(document, result);
    expect(proof.lost).toContainEqual(expect.objectContaining(at));
  });

  it('of one of two equal rows', () => {
    const row = '| a    | 1    | yes  |\n';
    const twice = document.replace(row, row + row);
    const { lost } = proofOf(twice, document);
    expect(lost.filter(({ kind }) => kind === 'cells')).toHaveLength(3);
    expect(lost.filter(({ kind }) => kind === 'texts')).toHaveLength(3);
  });

  it('of everything', () => {
    const proof = proofOf(document, '');
    expect(proof.counts.texts.lost).toBe(proof.lost.filter(({ kind }) => kind === 'texts').length);
    expect(percentOf(proof.counts.texts)).toBe(0);
    expect(percentOf(proof.counts.codes)).toBe(0);
  });

  it('in a long text that differs a lot', () => {
    const lines = Array.from({ length: 1500 }, (_, at) => `Step ${at} of the made-up list.\n`);
    const moved = [...lines.slice(750), ...lines.slice(0, 750)].filter((_, at) => at !== 777);
    const proof = proofOf(lines.join('\n'), moved.join('\n'));
    expect(proof.lost).toEqual([{ kind: 'texts', line: 55, value: '27' }]);
  });
});

describe('an order that is not the source’s is seen', () => {
  const one = 'Stop the sender before the queue is emptied by hand.';
  const two = 'Empty the queue, then look whether the receiver has everything.';

  it('of two paragraphs', () => {
    const proof = proofOf(`${one}\n\n${two}\n`, `${two}\n\n${one}\n`);
    expect(proof.lost).toEqual([]);
    expect(proof.changed).toEqual([expect.objectContaining({ kind: 'texts' })]);
  });

  it('of a text that came twice', () => {
    const { doubled } = proofOf(`${one}\n\n${two}\n`, `${one}\n\n${two}\n\n${one}\n`);
    expect(doubled).toEqual([
      expect.objectContaining({ line: 5, value: expect.stringMatching(/sender/) }),
    ]);
  });

  it('of words that the source does not have', () => {
    const { added } = proofOf(one, one.replace('by hand', 'by hand and by night'));
    expect(added).toEqual([expect.objectContaining({ line: 1, value: 'and by night' })]);
  });
});

describe('what is told is not lost', () => {
  const source = 'Restart it.\n\n<!-- ask Kim first -->\n\nThen wait.\n';
  const result = 'Restart it.\n\nThen wait.\n';

  it('in the report', () => {
    const proof = proofOf(source, result, { listed: [listedAs('<!-- ask Kim first -->', 3)] });
    expect(proof.lost).toEqual([]);
    expect(proof.counts.texts).toEqual({ kept: 2, changed: 0, listed: 1, lost: 0 });
  });

  it('once for each loss', () => {
    const twice = source + source;
    const proof = proofOf(twice, result + result, { listed: [listedAs('<!-- ask Kim first -->')] });
    expect(proof.lost).toEqual([{ kind: 'texts', line: 8, value: 'ask Kim first' }]);
  });

  it('in a field', () => {
    const fields = { title: 'Restart the relay', status: 'accepted', rest: { weight: '30' } };
    const frontmatter = { status: 'Accepted', weight: 30, draft: true };
    const proof = proofOf('# Restart the relay\n\nNow.\n', 'Now.\n', { fields, frontmatter });
    expect(proof.lost).toEqual([{ kind: 'texts', line: 1, value: 'true' }]);
  });

  it('in a field, keys with their values', () => {
    const fields = { fields: { meta: 'site: image: src: /a.png; altText: Lines' } };
    const frontmatter = { meta: { site: { image: { src: '/a.png', altText: 'Lines' } } } };
    expect(proofOf('Now.', 'Now.', { fields, frontmatter }).lost).toEqual([]);
    const less = { fields: { meta: 'site: image: src: /a.png; altText: ' } };
    expect(proofOf('Now.', 'Now.', { fields: less, frontmatter }).lost).not.toEqual([]);
  });

  it('but a field does not stand for single words of the text', () => {
    const fields = { summary: 'Restart one node at a time.' };
    const { lost } = proofOf('Wait at the gate.', 'Wait the gate.', { fields });
    expect(lost).toEqual([{ kind: 'texts', line: 1, value: 'at' }]);
  });

  it('as a link that leads nowhere and is shown with its address', () => {
    const proof = proofOf('See [the plan](old/plan.md).', 'See the plan (`old/plan.md`).');
    expect(proof.counts.links).toEqual({ kept: 0, changed: 1, listed: 0, lost: 0 });
    expect([...proof.lost, ...proof.added]).toEqual([]);
  });

  it('as an image of another server that is a link now', () => {
    const proof = proofOf(
      '![build](https://ci.example.test/x.svg)',
      '[build](https://ci.example.test/x.svg)',
    );
    expect(proof.counts.images).toEqual({ kept: 0, changed: 1, listed: 0, lost: 0 });
  });

  it('as an image without words that is copied, or a link now', () => {
    const copied = proofOf('![](a/My%20Map-One.PNG)', '![](../files/my-map-one.png)');
    expect(copied.counts.images).toEqual({ kept: 1, changed: 0, listed: 0, lost: 0 });
    const linked = proofOf('![](https://x.example/a.png)', '[a.png](https://x.example/a.png)');
    expect(linked.counts.images).toEqual({ kept: 0, changed: 1, listed: 0, lost: 0 });
    expect(proofOf('![](a.png)', '![](b.png)').counts.images.lost).toBe(1);
  });

  it('as the address that stands in the words of a link', () => {
    const source = '<a href="mailto:a@x.example?subject=Hi">a@x.example</a>';
    const proof = proofOf(source, '[a@x.example](mailto:a@x.example?subject=Hi)');
    expect(proof.counts.links).toEqual({ kept: 1, changed: 0, listed: 0, lost: 0 });
  });

  it('as a table that became text', () => {
    const proof = proofOf('| A b | C |\n| - | - |\n| d e | f |\n', 'A b\n\nC\n\nd e\n\nf\n');
    expect(proof.lost).toEqual([]);
    expect(proof.counts.cells).toEqual({ kept: 0, changed: 4, listed: 0, lost: 0 });
  });
});

/** Marks of dialects as another parser reads them, and what an import makes of them. */
const dialects: readonly [name: string, source: string, result: string][] = [
  [
    'an admonition',
    '!!! note "Mind the gap"\n\n    Between `a` and b.\n',
    'Mind the gap\n\nBetween `a` and b.\n',
  ],
  ['a container', ':::tip[Mind the gap]\n\nText.\n\n:::\n', 'Mind the gap\n\nText.\n'],
  ['an alert', '> [!WARNING]\n> Text of it.\n', 'Text of it.\n'],
  [
    'a shortcode',
    '{{< notice tip "Mind the gap" >}}\nText.\n{{< /notice >}}\n',
    'Mind the gap\n\nText.\n',
  ],
  [
    'highlighted code',
    '{% highlight sh %}\nrelay drain\n{% endhighlight %}\n',
    '```sh\nrelay drain\n```\n',
  ],
  [
    'an attribute list',
    '## Steps {#do-it .big data-toc-label="Do it"}\n\nText.\n{: .note }\n',
    '## Steps\n\nText.\n',
  ],
  ['a wiki link', 'See [[Restart the relay|this]].\n', 'See [this](restart.md).\n'],
  ['elements', '<div>\n<b>Bold</b> text\n</div>\n', '**Bold** text\n'],
  ['a table of elements', '<table><tr><td>a &amp; b</td></tr></table>\n', '| a & b |\n| - |\n'],
  ['preformatted text', '<pre>\nx  y\n</pre>\n', '```\nx  y\n```\n'],
];

describe('marks of a dialect are no text', () => {
  it.each(dialects)('as those of %s', (_name, source, result) => {
    expect(proofOf(source, result).lost).toEqual([]);
  });

  it('but a placeholder is', () => {
    const { lost } = proofOf('Take <your name> here.', 'Take here.');
    expect(lost).toEqual([{ kind: 'texts', line: 1, value: 'your name' }]);
  });

  it('and templating is', () => {
    const { lost } = proofOf('Alert on {{ $labels.instance }} now.', 'Alert on now.');
    expect(lost).toEqual([{ kind: 'texts', line: 1, value: '$ labels instance' }]);
  });
});

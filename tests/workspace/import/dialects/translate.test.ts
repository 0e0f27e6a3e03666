import { describe, expect, it } from 'vitest';
import type { Dialect } from '../../../../src/domain/import/model.ts';
import { translate } from '../../../../src/workspace/import/dialects/translate.ts';

const run = (dialect: Dialect, ...lines: string[]) =>
  translate(lines.join('\n'), { path: 'page.md', dialect });

/** The new text without empty lines, in which the elements are easier to compare. */
const text = (dialect: Dialect, ...lines: string[]) =>
  run(dialect, ...lines)
    .text.split('\n')
    .filter((line) => line.trim() !== '');

const decoded = (line: string) =>
  line.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));

describe('MkDocs', () => {
  it('turns a note and what stands deeper below it into an aside, its code as it was', () => {
    const found = text(
      'mkdocs',
      '!!! warning "Full disk"',
      '',
      '    ```sh',
      '    df {{ x }}',
      '      -h',
      '    ```',
      'after',
    );
    expect(found).toEqual([
      '<x-aside type="caution" title="Full disk">',
      '```sh',
      'df {{ x }}',
      '  -h',
      '```',
      '</x-aside>',
      'after',
    ]);
  });

  it('keeps the dialect’s own word for a note that has no heading', () => {
    expect(text('mkdocs', '!!! failure', '    gone')[0]).toBe(
      '<x-aside type="danger" title="Failure">',
    );
    expect(text('mkdocs', '!!! note', '    gone')[0]).toBe('<x-aside type="note">');
  });

  it('puts tabs that follow each other into one set, inside a list item too', () => {
    const found = text(
      'mkdocs',
      '- item',
      '',
      '    === "Linux"',
      '',
      '        a',
      '',
      '    === "Linux"',
      '',
      '        b',
    );
    expect(found.map((line) => line.trim())).toEqual([
      '- item',
      '<x-tabs>',
      '<x-tab label="Linux">',
      'a',
      '</x-tab>',
      '<x-tab label="Linux (2)">',
      'b',
      '</x-tab>',
      '</x-tabs>',
    ]);
  });

  it('takes an icon with the gap behind it, so that what its list item holds stays in it', () => {
    expect(run('mkdocs', '-   :material-share: &nbsp; __x__', '', '    ---').text).toBe(
      '-   &nbsp; __x__\n\n    ---',
    );
  });

  it('folds, presses keys, links snippets and tells attributes and icons', () => {
    expect(text('mkdocs', '??? tip "More"', '    x')).toContain('<details>');
    expect(text('mkdocs', 'Press ++ctrl+c++')).toEqual(['Press <kbd>ctrl</kbd>+<kbd>c</kbd>']);
    expect(text('mkdocs', '--8<-- "parts/a.md"')[0]).toContain('<x-link to="parts/a.md">');
    const { text: left, listed } = run('mkdocs', '[Go](a.md){ .md-button } :material-check:');
    expect(left).toBe('[Go](a.md) ');
    expect(listed.map(({ kind }) => kind)).toEqual(['attributes', 'icon']);
  });

  it('keeps an item together whose head was an icon', () => {
    expect(text('mkdocs', '-   :material-check: Yes', '', '    below')).toEqual([
      '-   Yes',
      '    below',
    ]);
  });

  it('leaves text that only looks like it', () => {
    for (const line of ['!!! what a day', 'a === "b"', 'i++ and j++', '=== "Alone"'])
      expect(text('markdown', line)).toEqual([line]);
  });
});

describe('directives', () => {
  it('reads them with a title in each of the three forms', () => {
    for (const head of [':::tip[Do it]', ':::tip Do it', '::: tip Do it'])
      expect(text('docusaurus', head, 'x', ':::')).toEqual([
        '<x-aside type="tip" title="Do it">',
        'x',
        '</x-aside>',
      ]);
  });

  it('closes the inner one first', () => {
    const found = text('docusaurus', '::::note', ':::danger', 'x', ':::', 'y', '::::');
    expect(found).toEqual([
      '<x-aside type="note">',
      '<x-aside type="danger">',
      'x',
      '</x-aside>',
      'y',
      '</x-aside>',
    ]);
  });

  it('keeps what an unknown one holds, and one without an end as text', () => {
    const found = text('docusaurus', ':::columns', 'x', ':::');
    expect(found[0]).toContain('<x-listed kind="directive"');
    expect(found[1]).toBe('x');
    expect(text('docusaurus', ':::note', 'x')).toEqual([':::note', 'x']);
  });

  it('makes a diagram of Azure a block of code', () => {
    expect(text('markdown', '::: mermaid', 'graph TD', ':::')).toEqual([
      '```mermaid',
      'graph TD',
      '```',
    ]);
  });
});

describe('quotes with a mark', () => {
  it('are asides, with the heading and the fold of Obsidian', () => {
    expect(text('github', '> [!WARNING]', '> x')).toEqual([
      '<x-aside type="caution" title="Warning">',
      'x',
      '</x-aside>',
    ]);
    expect(text('obsidian', '> [!tip]- Fold', '> > deeper')).toContain('<details>');
  });

  it('are none where the brackets are a link', () => {
    expect(text('github', '> [!note](a.md)')).toEqual(['> [!note](a.md)']);
  });
});

describe('Obsidian', () => {
  it('links and embeds by name', () => {
    const [line = ''] = text('obsidian', '[[Plan#Next|the plan]] ![[a b.png|300]] ==now==');
    expect(line).toBe(
      '<x-link to="Plan#Next">the plan</x-link> <x-image to="a b.png" alt=""></x-image> <mark>now</mark>',
    );
  });

  it('leaves comments out and tells them, over several lines too', () => {
    const { text: left, listed } = run('obsidian', 'a %%b%% c', '', '%%', 'hidden', '%%');
    expect(left).not.toContain('hidden');
    expect(listed.map(({ text: one }) => one)).toEqual(['%%b%%', '%%\nhidden\n%%']);
  });

  it('leaves what is no name of a page in other dialects', () => {
    for (const line of ['if [[ -f x ]]; then', '[[1]]', 'a == b == c', '100%% sure%%'])
      expect(text('markdown', line)).toEqual([line]);
  });

  it('names a block', () => {
    expect(text('obsidian', 'A block. ^ab1')).toEqual(['A block. <a id="^ab1"></a>']);
  });
});

describe('Hugo', () => {
  it('shows the title of a box that it does not know', () => {
    const { text: found, listed } = run(
      'hugo',
      '{{< box title="Big words" h="1" >}}',
      'a',
      '{{< /box >}}',
    );
    expect(decoded(found)).toContain('<strong>Big words</strong>');
    expect(listed.map((one) => one.text)).toContain('{{< box title="Big words" h="1" >}}');
  });

  it('reads tabs in both forms with lists and code in them', () => {
    const found = text(
      'hugo',
      '{{< tabs >}}',
      '{{% tab name="A" %}}',
      '1. x',
      '   ```',
      '   {{< y >}}',
      '   ```',
      '{{% /tab %}}',
      '{{< tab "B" >}}b{{< /tab >}}',
      '{{< /tabs >}}',
    );
    expect(found).toEqual([
      '<x-tabs>',
      '<x-tab label="A">',
      '1. x',
      '   ```',
      '   {{< y >}}',
      '   ```',
      '</x-tab>',
      '<x-tab label="B">',
      'b',
      '</x-tab>',
      '</x-tabs>',
    ]);
  });

  it('makes code of highlight, in a fence that its lines cannot close', () => {
    expect(text('hugo', '{{< highlight go >}}', '```', '{{ x }}', '{{< /highlight >}}')).toEqual([
      '````go',
      '```',
      '{{ x }}',
      '````',
    ]);
  });

  it('looks pages up by their name', () => {
    expect(text('hugo', '[x]({{< ref "a b.md#c" >}})')).toEqual(['[x](lookup:a%20b.md%23c)']);
    expect(text('hugo', 'see {{< relref "a" >}}')).toEqual(['see <x-link to="a">a</x-link>']);
  });

  it('shows an unknown one as code and keeps what stands in a pair', () => {
    const { text: left, listed } = run(
      'hugo',
      '{{< grid >}}',
      'kept',
      '{{< /grid >}} ',
      '',
      'a {{< odd "*x*" >}}',
    );
    expect(left).toContain('kept');
    expect(listed.map(({ text: one }) => one)).toEqual(['{{< grid >}}', '{{< /grid >}}']);
    expect(decoded(left)).toMatch(/a <x-listed [^>]*>\{\{< odd "\*x\*" >\}\}<\/x-listed>/);
  });

  it('reads a figure over several lines', () => {
    expect(text('hugo', '{{< figure', '  src="a.png"', '  alt="A"', '>}}')).toEqual([
      '<img src="a.png" alt="A">',
    ]);
  });
});

describe('Jekyll', () => {
  it('makes code of highlight', () => {
    expect(
      text('jekyll', '{% highlight ruby linenos %}', 'puts "{{ x }}"', '{% endhighlight %}'),
    ).toEqual(['```ruby', 'puts "{{ x }}"', '```']);
  });

  it('resolves what stands in an address', () => {
    expect(
      text(
        'jekyll',
        "[a]({{ site.baseurl }}/x) [b]({% link _docs/a.md %}#c) [d]({{ '/y' | relative_url }})",
      ),
    ).toEqual(['[a](/x) [b](lookup:_docs%2Fa.md%23c) [d](/y)']);
    expect(text('jekyll', '<a href="{{ site.baseurl }}/x">x</a>')).toEqual(['<a href="/x">x</a>']);
  });

  it('shows templates as code, and those that are raw without telling them', () => {
    const { text: left } = run('jekyll', '{{ page.title }} {% raw %}{{ x }}{% endraw %}');
    expect(decoded(left)).toMatch(
      /^<x-listed kind="template"[^>]*>\{\{ page\.title \}\}<\/x-listed> `\{\{ x \}\}`$/,
    );
  });

  it('keeps conditions in sight', () => {
    expect(decoded(text('jekyll', '{% if x %}', 'a', '{% endif %}').join('\n'))).toContain(
      '{% if x %}',
    );
  });
});

describe('kramdown', () => {
  it('reads notes by class, anchors, contents and definitions', () => {
    expect(text('jekyll', '{: .warning }', 'Take care.')[0]).toBe(
      '<x-aside type="caution" title="Warning">',
    );
    expect(text('docusaurus', '## Title {#own-id}')).toEqual(['## Title <a id="own-id"></a>']);
    expect(text('jekyll', '* TOC', '{:toc}', 'x')).toEqual(['x']);
    expect(text('jekyll', 'Term', ': meaning')).toEqual(['- Term', '  meaning']);
  });

  it('leaves braces that are no list of attributes', () => {
    for (const line of ['set {a, b}', 'a {.b', 'JSON {"a": 1}', 'costs $5'])
      expect(text('jekyll', line)).toEqual([line]);
  });
});

describe('templates and formulas', () => {
  it('are shown as code, prices and variables are not', () => {
    expect(decoded(text('markdown', 'a <%= b %> c')[0] ?? '')).toContain('<%= b %></x-listed> c');
    expect(text('markdown', '$5 and $6, $HOME and $PATH')).toEqual(['$5 and $6, $HOME and $PATH']);
    expect(text('markdown', '$$', 'x = 1', '$$')).toEqual(['```math', 'x = 1', '```']);
  });
});

describe('code', () => {
  const code = [
    '```md',
    '!!! note',
    '    {{< x >}} [[y]] {% z %}',
    ':::tip',
    '```',
    '',
    '    {{ indented }}',
    '',
    '`` {{ span }} ` ``',
    '',
    '<!-- {{ comment }} -->',
  ];

  it.each(['mkdocs', 'hugo', 'jekyll', 'obsidian', 'docusaurus', 'markdown'] as const)(
    'stays byte for byte in %s',
    (dialect) => {
      const { text: left, listed } = run(dialect, ...code);
      expect(left).toBe(code.join('\n'));
      expect(listed).toEqual([]);
    },
  );

  it('stays in quotes and lists', () => {
    const nested = [
      '> ```',
      '> {{ x }}',
      '>   y',
      '> ```',
      '',
      '- a',
      '',
      '  ```',
      '  {{ x }}',
      '',
      '    y',
      '  ```',
    ];
    expect(run('hugo', ...nested).text).toBe(nested.join('\n'));
  });
});

describe('lines', () => {
  it('lead back to the source', () => {
    const { text: left, lines } = run(
      'mkdocs',
      'a',
      '',
      '!!! note',
      '',
      '    b',
      'c {{ d',
      'e }} f',
      'g',
    );
    const found = left.split('\n');
    expect(lines).toHaveLength(found.length);
    const lineOf = (word: string) => lines[found.findIndex((line) => line.endsWith(word))];
    expect([lineOf('b'), lineOf('f'), lineOf('g')]).toEqual([5, 6, 8]);
  });
});

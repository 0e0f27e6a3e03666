import { describe, expect, test } from 'vitest';
import { readMarkdown } from '../../../../src/workspace/import/markdown/read-markdown.ts';
import { mdxOf } from '../../../../src/workspace/import/mdx/mdx-of.ts';
import { parseMdx } from '../../../../src/workspace/mdx.ts';

const read = (text: string) => readMarkdown(text, { path: 'guide.md', dialect: 'markdown' });
const written = (text: string) => mdxOf(read(text).tree);
const kinds = (text: string) => read(text).listed.map(({ kind, line }) => `${kind} ${line}`);

describe('front matter', () => {
  test.each([
    ['YAML', '---\ntitle: A\ntags: [x, y]\n---\nText\n', { title: 'A', tags: ['x', 'y'] }],
    [
      'TOML',
      '+++\ntitle = "A"\ndate = 2024-05-06\n+++\nText\n',
      { title: 'A', date: '2024-05-06' },
    ],
    ['JSON', '{\n"title": "A"\n}\nText\n', { title: 'A' }],
    ['with a mark and two line ends', '\uFEFF---\r\ntitle: A\r\n---\r\nText\r\n', { title: 'A' }],
    ['with a key twice', '---\ntitle: B\ntitle: A\n---\nText\n', { title: 'A' }],
    [
      'with tabs and a colon in a value',
      '---\ntitle:\tHow: why\n---\nText\n',
      { title: 'How: why' },
    ],
    ['that is never closed', '---\ntitle: A\n\nText\n', { title: 'A' }],
  ])('in %s', (_name, text, fields) => {
    expect(read(text).frontmatter).toEqual(fields);
    expect(written(text).trim()).toBe('Text');
  });

  test('is none where two rules stand around prose', () => {
    expect(written('---\n\nJust a line.\n\n---\n')).toContain('Just a line.');
  });

  test('is listed with its comments', () => {
    expect(kinds('---\n# why\ntitle: A\n---\nText\n')).toEqual(['comment 2']);
  });
});

describe('what loads or runs', () => {
  test('a frame in a line is a link to what it showed', () => {
    const text = 'Text <iframe src="https://grafana.example/d/1"></iframe> end.';
    expect(written(text)).toContain('](https://grafana.example/d/1) end.');
    expect(kinds(text)).toEqual(['iframe 1']);
  });

  test('a frame that is never closed keeps its address and what follows', () => {
    const made = written('<div><iframe src="https://grafana.example/d/1"> after</div>');
    expect(made).toContain('](https://grafana.example/d/1)');
    expect(made).toContain('after');
  });

  test('a script in a line is listed with its text, which is on no page', () => {
    const text = 'Run <script>alert(1)</script> now.';
    expect(written(text)).not.toContain('alert');
    expect(read(text).listed).toMatchObject([{ text: '<script>alert(1)</script>' }]);
  });

  test('the places of a picture are links', () => {
    const made = written('<map><area href="a.html" alt="Ward"><area href="b.html"></map>');
    expect(made).toContain('[Ward](a.html)');
    expect(made).toContain('[b.html](b.html)');
  });

  test('a gap of several breaks parts paragraphs', () => {
    expect(written('A<br><br> <br>\nB<br>C')).toMatch(/^A\n\nB(?:\\\n|<br \/>)C\n$/);
  });
});

describe('placeholders', () => {
  test.each(['<namespace>', '<your-name>', '<address>', '<time>', '<host:port>'])(
    '%s stays',
    (word) => {
      expect(written(`Use ${word} here.`)).toBe(`Use \\${word} here.\n`);
    },
  );

  test('Markdown around one is read', () => {
    expect(written('<namespace>\nis **yours**\n')).toBe('\\<namespace>\nis **yours**\n');
  });

  test('behind an address one stays, and is not part of it', () => {
    expect(written('https://a.test/<old>...<new>')).toBe(
      '[https://a.test/](https://a.test/)\\<old>...\\<new>\n',
    );
  });

  test('inside a block of HTML one stays', () => {
    expect(written('<div>Use <namespace> here</div>')).toBe('Use \\<namespace> here\n');
  });

  test('an element with its end is an element', () => {
    expect(written('Press <kbd>Tab</kbd>, H<sub>2</sub>O')).toBe(
      'Press <kbd>Tab</kbd>, H<sub>2</sub>O\n',
    );
  });
});

describe('HTML', () => {
  test('comments are listed with their text and line', () => {
    const { listed } = read('Text\n\n<!-- to\ndo -->\n');
    expect(listed).toMatchObject([{ kind: 'comment', line: 3, text: 'to\ndo' }]);
  });

  test('Markdown between tags stands in their element', () => {
    expect(written('<details><summary>More</summary>\n\n- *a*\n\n</details>\n')).toBe(
      '<details>\n\n<summary>More</summary>\n\n- *a*\n\n</details>\n',
    );
  });

  test('words of what a document cannot hold are kept', () => {
    expect(written('<center><font color="red">Stop</font></center>')).toBe('Stop\n');
    expect(kinds('<center><font color="red">Stop</font></center>')).toEqual([
      'centred text 1',
      'font 1',
    ]);
    expect(written('<video src="v.mp4" title="Tour"></video>')).toBe('[Tour](v.mp4)\n');
  });

  test('controls beside each other are words of their own', () => {
    expect(written('<input value="typed"><button>Press</button>').split(/\s+/)).toEqual([
      'typed',
      'Press',
      '',
    ]);
  });

  test('a table with spans has each cell at its place', () => {
    const table = '<table><tr><th>A<th>B</tr><tr><td rowspan=2>1<td>2</tr><tr><td>3</table>';
    expect(written(table)).toBe('| A | B |\n| - | - |\n| 1 | 2 |\n| | 3 |\n');
  });

  test('a table with code in a cell is written cell by cell', () => {
    const text = written('<table><tr><th>A<th>B</tr><tr><td>one<td><pre>x\n  y</pre></tr></table>');
    expect(text).toContain('**A**: one');
    expect(text).toContain('  x\n    y\n');
  });

  test('definitions are a list', () => {
    expect(written('<dl><dt>Term<dd>Meaning</dl>')).toBe('- **Term**\n\n  Meaning\n');
  });

  test('an anchor before a heading leads to it', () => {
    const { tree } = read('<a name="here"></a>\n\n## Title\n');
    expect(tree.children[0]).toMatchObject({
      type: 'heading',
      data: { ids: expect.arrayContaining(['here']) },
    });
  });
});

describe('a link', () => {
  test('without words shows its address', () => {
    expect(written('[](b.md)')).toBe('[b.md](b.md)\n');
  });

  test('without words to a place of its own page is listed', () => {
    expect(written('a <a href="#b"></a>')).toBe('a\n');
    expect(read('\na [](#b)').listed).toMatchObject([{ kind: 'link', line: 2, text: '#b' }]);
  });

  test('around blocks is around their lines', () => {
    expect(written('<a href="b.md">x <h2>A</h2><pre>c</pre></a>')).toBe(
      '[x](b.md)\n\n## [A](b.md)\n\n```\nc\n```\n\n[b.md](b.md)\n',
    );
  });
});

describe('code', () => {
  test.each([
    ['with fences in it', '````md\n```\na\n```\n````\n', '```\na\n```'],
    ['indented', '    a\n\n\tb\n', 'a\n\nb'],
    ['never closed', '```\na <b> {c}\n', 'a <b> {c}'],
    ['in a quote of a second item', '* a\n* b:\n  >      c\n  >     d\n', ' c\nd'],
    ['below an empty item', '* \n    \n    c\n', 'c'],
    ['in a list', '- x\n\n  ```sh\n  \ta\n     b\n  ```\n', '\ta\n   b'],
  ])('%s stays as it is', (_name, text, value) => {
    const { tree, problems } = parseMdx(`---\na: b\n---\n${written(text)}`, 'x');
    expect(problems).toEqual([]);
    expect(JSON.stringify(tree)).toContain(`"meta":null,"value":${JSON.stringify(value)}`);
  });
});

describe('references', () => {
  test('become links, and unused ones are listed', () => {
    expect(written('[a][r]\n\n[r]: b.md "T"\n')).toBe('[a](b.md "T")\n');
    expect(kinds('a\n\n[s]: b.md\n')).toEqual(['link definition 3']);
  });

  test('a footnote that nothing refers to stays where it stands', () => {
    expect(written('a\n\n[^x]: note\n')).toBe('a\n\n\\[^x]: note\n');
  });
});

describe('what no parser can be given', () => {
  test.each([
    ['marks', '<'.repeat(100_000)],
    ['brackets', '['.repeat(100_000)],
    ['braces', '{'.repeat(100_000)],
    ['stars', '*'.repeat(100_000)],
    ['quotes', '> '.repeat(5000)],
    ['lists', Array.from({ length: 200 }, (_, level) => `${' '.repeat(level * 2)}- a`).join('\n')],
    ['elements', '<div>'.repeat(10_000)],
    ['a long line', 'word '.repeat(200_000)],
    ['many links', '[a](b) '.repeat(6000)],
    ['many elements', 'a<br>b '.repeat(2000)],
  ])('%s become a body that the handbook reads', (_name, text) => {
    const { problems } = parseMdx(`---\na: b\n---\n${written(text)}`, 'x');
    expect(problems).toEqual([]);
  });

  test('links of a long change log stay links', () => {
    const text = '- a [#1](https://a.test/1) \\[x] {y} <z>\n'.repeat(6000);
    const body = written(text);
    expect(body.match(/\[#1\]\(https/g)?.length).toBe(6000);
    expect(parseMdx(`---\na: b\n---\n${body}`, 'x').problems).toEqual([]);
  });

  test('is listed', () => {
    expect(kinds(`a\n\n${'> '.repeat(5000)}\n`)).toEqual(['deep nesting 3']);
  });
});

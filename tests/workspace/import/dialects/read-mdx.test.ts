import { describe, expect, it } from 'vitest';
import { readMdx } from '../../../../src/workspace/import/dialects/read-mdx.ts';
import { mdxOf } from '../../../../src/workspace/import/mdx/mdx-of.ts';

const run = (...lines: string[]) => {
  const read = readMdx(lines.join('\n'), { path: 'page.mdx', dialect: 'docusaurus' });
  return { text: mdxOf(read.tree), kinds: read.listed.map(({ kind }) => kind), read };
};

describe('readMdx', () => {
  it('turns tabs, notes and cards of known themes into ours', () => {
    const { text } = run(
      "import Tabs from '@theme/Tabs';",
      '',
      '<Tabs>',
      '  <TabItem value="l" label="Linux">',
      '',
      '    ```sh',
      '    a',
      '    ```',
      '',
      '  </TabItem>',
      '  <TabItem value="w">',
      '',
      '  b',
      '',
      '  </TabItem>',
      '</Tabs>',
      '',
      ':::tip[Do it]',
      'now',
      ':::',
    );
    expect(text).toContain('<Tab label="Linux">');
    expect(text).toContain('<Tab label="w">');
    expect(text).toContain('```sh\na\n```');
    expect(text).toContain('<Aside type="tip" title="Do it">');
  });

  it('tells imports and code, and shows expressions as code', () => {
    const { text, kinds } = run(
      "import x from './x.md'",
      '',
      'export const y = {',
      '  z: 1,',
      '}',
      '',
      'A {props.name} and {"words"}.',
    );
    expect(kinds).toEqual(['import', 'export', 'expression']);
    expect(text).toContain('A `{props.name}` and words.');
  });

  it('keeps what an unknown component holds', () => {
    const { text, kinds } = run(
      '<Hero tone="loud">',
      '',
      'kept',
      '',
      '</Hero>',
      '',
      '<Odd a="b" />',
    );
    expect(text).toContain('kept');
    expect(text).toContain('`<Odd a="b" />`');
    expect(kinds).toEqual(['component', 'component']);
  });

  it('shows the words of a component that only shows words, and the title of its code', () => {
    const { text, kinds } = run('The <Term text="input selector" /> here.');
    expect([text, kinds]).toEqual(['The input selector here.\n', ['component']]);
    const { text: code } = run('<Code title="a.md" lang="md" code="x" />');
    expect(code).toBe('**a.md**\n\n```md\nx\n```\n');
  });

  it('finds the file of an imported image', () => {
    const { text } = run(
      "import pic from './pic.png'",
      '',
      '<img src={pic} alt="P" /> <img src={require(\'./q.png\').default} alt="Q" />',
    );
    expect(text).toContain('![P](./pic.png)');
    expect(text).toContain('![Q](./q.png)');
  });

  it('takes for text what is no MDX', () => {
    const { text } = run('a < 3 and <https://example.com> <!-- hidden -->', '', 'set {a and 4 <5');
    expect(text).toContain('4 ');
    expect(text).toContain('https://example.com');
    expect(text).not.toContain('hidden');
  });

  it('keeps code byte for byte', () => {
    const { read } = run('```jsx', 'import a from "b"', '', '<Tabs>{x}</Tabs>', '```');
    expect(read.tree.children).toMatchObject([
      { type: 'code', value: 'import a from "b"\n\n<Tabs>{x}</Tabs>' },
    ]);
  });
});

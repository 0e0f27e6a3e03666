import { expect, test } from 'vitest';
import { withEdits } from '../../src/workspace/refactor/edit.ts';
import { linkEdits } from '../../src/workspace/refactor/edit-links.ts';

const rewrite = (url: string) => url.replace('old', 'new');

function edited(body: string): string {
  const text = `---\ntitle: Ä 😀\n---\n\n${body}\n`;
  const edits = linkEdits(text, 'runbooks/a.mdx', rewrite).flatMap(({ edit }) => edit ?? []);
  return withEdits(text, edits).slice(text.indexOf('\n---\n\n') + 6, -1);
}

test.each([
  ['[old](../old.mdx)', '[old](../new.mdx)'],
  [
    '😀 [*old* `](../old.mdx)`](../old.mdx#old "old")',
    '😀 [*old* `](../old.mdx)`](../new.mdx#old "old")',
  ],
  ['[a](<../old.mdx> (old))', '[a](<../new.mdx> (old))'],
  ['[a](  ../old.mdx?x=1#y\n"t" )', '[a](  ../new.mdx?x=1#y\n"t" )'],
  ['![old](./old.png)', '![old](./new.png)'],
  ['[![old](./old.png)](../old.mdx)', '[![old](./new.png)](../new.mdx)'],
  [
    'See [a] and [b][a].\n\n[a]: ../old.mdx#x "old"',
    'See [a] and [b][a].\n\n[a]: ../new.mdx#x "old"',
  ],
  ['> See [a].\n>\n> [a]:\n> ../old.mdx', '> See [a].\n>\n> [a]:\n> ../new.mdx'],
  ['| a |\n| - |\n| [old](/runbooks/old/) |', '| a |\n| - |\n| [old](/runbooks/new/) |'],
  ['<Steps>\n1. [old](../old.mdx)\n</Steps>', '<Steps>\n1. [old](../new.mdx)\n</Steps>'],
  ['`[a](../old.mdx)` and [b](../b.mdx)', '`[a](../old.mdx)` and [b](../b.mdx)'],
  ['```md\n[a](../old.mdx)\n```', '```md\n[a](../old.mdx)\n```'],
  ['[a](../\\_old.mdx)', '[a](../_new.mdx)'],
])('%s', (before, after) => {
  expect(edited(before)).toBe(after);
});

test('an address written with entities is not found, and said to be so', () => {
  const text = '---\ntitle: A\n---\n\n[a](../ol&#100;.mdx)\n';
  expect(linkEdits(text, 'runbooks/a.mdx', rewrite)).toMatchObject([{ line: 5, edit: null }]);
});

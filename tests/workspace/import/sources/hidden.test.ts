import { expect, test } from 'vitest';
import { readOne } from './reading.ts';

const read = (text: string) => readOne({ 'a.md': text }, 'a.md');

test('what shows nothing is left out and listed once for its kind, in fields and text', async () => {
  const { document, text } = await read(
    '---\ntitle: Que\u200bue\n---\n\n\u200eStop\u200b the\u00ad que\u200bue `a\u2060b` [x](https://a.example/\u202eb).\n',
  );
  expect(document?.frontmatter).toEqual({ title: 'Queue' });
  expect(text).toBe('Stop the queue `ab` [x](https://a.example/b).\n');
  const listed = document?.listed.map(({ text: what, became }) => `${what} ${became}`);
  expect(listed).toContain('U+200B (zero-width space) Left out in 3 places: it shows nothing.');
  expect(listed).toContain('U+00AD (soft hyphen) Left out: it shows nothing.');
  expect(listed).toHaveLength(5);
});

test('joiners of a writing, of emoji and the form of a name stay', async () => {
  const line = 'می\u200cخواهم क्\u200dष 👩🏽\u200d🚀 葛\u{e0101}城';
  const { document, text } = await read(`${line} a\u200db\n`);
  expect(text).toBe(`${line} ab\n`);
  expect(document?.listed).toHaveLength(1);
});

test('code keeps its bytes but for what makes it look like other code', async () => {
  const { document, text } = await read('```\nls \u200b\n```\n\n```\nrm \u202ea\n```\n');
  expect(text).toContain('ls \u200b\n');
  expect(text).toContain('rm a\n');
  expect(document?.listed.map(({ kind, text: what }) => [kind, what])).toEqual([
    ['hidden character', 'U+202E (right-to-left override)'],
    ['code', 'rm \u202ea'],
  ]);
});

test('AsciiDoc has no hidden places to break a line behind dashes and dots', async () => {
  const { text } = await readOne({ 'a.adoc': '= T\n\nWait... then--go.\n' }, 'a.adoc');
  expect(text).not.toMatch(/\u200b/);
});

test('a link to a file with a hidden letter in its name still says that name', async () => {
  const { text } = await read('[x](b\u200b.md)\n');
  expect(text).toBe('[x](b%E2%80%8B.md)\n');
});

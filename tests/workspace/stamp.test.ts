import { describe, expect, test } from 'vitest';
import { type Stamp, stampFields } from '../../src/workspace/stamp.ts';

const hash = `${'1'.repeat(60)}e123`;
const page = (yaml: string) =>
  `---\n${yaml}---\n\n## A section\n\nWords: more.\n\n---\nreviewed_on: no\n`;
const stamp = (yaml: string, fields: Stamp) => stampFields(page(yaml), 'runbooks/a.mdx', fields);

describe('a field', () => {
  test('that is missing is added below the others', () => {
    const fields = { reviewed_on: '2026-11-20', reviewed_by: 'ann', reviewed_hash: hash };
    expect(stamp('title: A\n', fields)).toBe(
      page(`title: A\nreviewed_on: 2026-11-20\nreviewed_by: ann\nreviewed_hash: "${hash}"\n`),
    );
  });

  test.each([
    ['plain', 'reviewed_on: 2026-01-01\n'],
    ['quoted', "reviewed_on: '2026-01-01'\n"],
    ['quoted over two lines', 'reviewed_on: "2026\n  01"\n'],
    ['a folded block', 'reviewed_on: >-\n  2026\n  01\n'],
    ['empty', 'reviewed_on:\n'],
    ['null', 'reviewed_on: ~\n'],
    ['a list', 'reviewed_on: [2026-01-01]\n'],
  ])('that is %s is replaced', (_, line) => {
    const [before, after] = ['title: A\n', 'summary: "B: c" # why\n'];
    expect(stamp(before + line + after, { reviewed_on: '2026-11-20' })).toBe(
      page(`${before}reviewed_on: 2026-11-20\n${after}`),
    );
  });

  test.each(['reviewed_on: 2026-01-01 # by telephone\n', 'reviewed_on: # by telephone\n'])(
    'keeps its comment: %s',
    (line) => {
      expect(stamp(line, { reviewed_on: '2026-11-20' })).toBe(
        page('reviewed_on: 2026-11-20 # by telephone\n'),
      );
    },
  );

  test('of the same name inside a block is another one', () => {
    const yaml = 'watch:\n  reviewed_on: x\n';
    expect(stamp(yaml, { reviewed_on: '2026-11-20' })).toBe(
      page(`${yaml}reviewed_on: 2026-11-20\n`),
    );
  });

  test('holds words that YAML would take for something else', () => {
    for (const note of ['yes: no # x', 'true', '- a', 'two\nlines', "it's", '07', '{a}']) {
      const stamped = stamp('title: A\n', { note }) ?? '';
      expect(stamped).toContain('title: A\nnote: ');
      expect(stampFields(stamped, 'runbooks/a.mdx', { note: 'x' })).toBe(
        page('title: A\nnote: x\n'),
      );
    }
  });
});

test('every other byte stays as it was', () => {
  const yaml = [
    '# A comment at the top',
    'title:   "Quoted:  twice"   # beside',
    "aliases: [ '/a/',   /b/ ]",
    `summary: ${'long words '.repeat(60)}end`,
    'note: |+',
    '  kept',
    '',
    '',
    '# the last word',
    '',
  ].join('\n');
  expect(stamp(yaml, { reviewed_by: 'ann' })).toBe(page(`${yaml}reviewed_by: ann\n`));
});

test('stamping twice gives the bytes of stamping once', () => {
  const fields = { reviewed_on: '2026-11-20', review_every_days: 90 };
  const once = stamp('title: A\nstatus: draft\n', fields) ?? '';
  expect(stampFields(once, 'runbooks/a.mdx', fields)).toBe(once);
});

test.each(['note: x # y\n', 'note: "a\n  b"\n', 'note: |\n  a\n\n  b\n', 'note:\n', ''])(
  'a field is taken out: %j',
  (note) => {
    const [before, after] = ['title: A\n', '# below\nstatus: draft\n'];
    expect(stamp(before + note + after, { note: null })).toBe(page(before + after));
  },
);

test('a record is stamped as a whole, with or without a last line end', () => {
  expect(stampFields('title: A', 'acceptances/a.yaml', { note: 'b' })).toBe('title: A\nnote: b\n');
  expect(stampFields('title: A\n', 'acceptances/a.yaml', { title: 'b' })).toBe('title: b\n');
});

test.each([
  ['fields in braces', '{ title: A }\n'],
  ['fields that are indented', '  title: A\n'],
  ['a list', '- a\n'],
  ['YAML that cannot be read', 'title: [a\n'],
])('%s are left alone', (_, yaml) => {
  expect(stamp(yaml, { reviewed_on: '2026-11-20' })).toBeNull();
});

test('a document without frontmatter is left alone', () => {
  expect(stampFields('# Words\n', 'runbooks/a.mdx', { reviewed_on: '2026-11-20' })).toBeNull();
  expect(stampFields('---\ntitle: A\n', 'runbooks/a.mdx', { reviewed_by: 'a' })).toBeNull();
});

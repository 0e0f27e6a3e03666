import { describe, expect, test } from 'vitest';
import { check, term } from '../rules/folder.ts';

const MRN = 'glossary/mrn.mdx';
const places = (text: string): string[] =>
  check({ [MRN]: text })
    .filter(({ ruleId }) => ruleId === 'hidden-characters')
    .map(({ line, column, messageId }) => `${line}:${column} ${messageId}`);

/** The body begins on line 8. */
describe('a character that nobody sees is refused', () => {
  test.each([
    ['in a code block', '```\nls 😀 \u200b\n```\n', '9:7 strayCode'],
    ['in a code block of a list', '- a\n\n  ```\n  ls \u2060\n  ```\n', '11:6 strayCode'],
    ['in inline code', 'a `b\u00ad` c\n', '8:5 strayCode'],
    ['in a control character of a terminal', '`a\u001b[2K`\n', '8:3 code'],
    ['in an attribute', '<Aside title="a\u2066b">c</Aside>\n', '8:16 field'],
    ['in an attribute of an element', 'a <kbd title="\u200fb">c</kbd>\n', '8:15 field'],
    ['as an entity of an attribute', '<Aside title="a&#8238;b">c</Aside>\n', '8:16 field'],
    ['in the address of a link', '[a](https://a\u200b.example)\n', '8:14 field'],
    ['in an address that stands for itself', 'https://a.example/\u2066b\n', '8:19 field'],
    ['in prose, where it turns what follows', 'a **b\u202dc**\n', '8:6 prose'],
    ['in prose, as an entity', 'a &#x202E; b\n', '8:3 prose'],
    ['once for a line', '`a\u202eb\u202e` `\u202ec`\n', '8:3 code'],
    ['a joiner of emoji between Latin letters', '`a\u200db`\n', '8:3 strayCode'],
    ['a form of a letter that has none', 'a\u{e0101}b\n', '8:2 prose'],
  ])('%s', (_, body, place) => {
    expect(places(term(body))).toEqual([place]);
  });

  test.each([
    ['in a value', 'expansion: a\u200eb', '4:13 field'],
    ['in a comment', 'expansion: a # \u202eb', '4:16 field'],
    ['in a key', 'expan\u200bsion: a', '4:6 field'],
    ['as an escape', 'expansion: "a\\u202eb"', '4:14 field'],
    ['with a joiner between Latin letters', 'expansion: a\u200db', '4:13 field'],
  ])('in fields: %s', (_, field, place) => {
    expect(places(term('Words.\n', field))).toEqual([place]);
  });

  test('in a record, and the words name it', () => {
    const text = 'name: Ann Lee\nemail: ann@brookside.example\nrole: a\u061cb\n';
    const [found] = check({ 'people/ann-lee.yaml': text });
    expect(found).toMatchObject({ ruleId: 'hidden-characters', line: 3, column: 8 });
    expect(found?.message).toContain('U+061C (Arabic letter mark) at column 8');
  });
});

test.each([
  ['code that shows an entity or an escape', '`&#x202e;` and `\\u202e`\n'],
  ['a family in code', '```\necho ✅\ufe0f\n```\n'],
  ['an emoji of several in code', '`👩\u200d💻 👩🏽\u200d🚀 ❤\ufe0f\u200d🔥`\n'],
  ['a Persian and a Hindi word in code', '`می\u200cخواهم क्\u200dष`\n'],
  ['the form of a name in Japanese', '葛\u{e0101}城 and `葛\u{e0101}城`\n'],
  ['soft hyphens and joiners in prose', 'Ver\u00adwal\u00adtung, می\u200cخواهم\n'],
])('%s is right', (_, body) => {
  expect(places(term(body, "expansion: '\\u202e'"))).toEqual([]);
});

test('a megabyte of them takes no longer than of letters', () => {
  const started = performance.now();
  expect(places(term(`\`${'\u200b'.repeat(300_000)}\`\n`))).toEqual(['8:2 strayCode']);
  expect(performance.now() - started).toBeLessThan(5000);
});

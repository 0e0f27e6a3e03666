import { base, type Files, term } from '../rules/folder.ts';

const N = 100_000;
const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');
const mdx = (body: string): Files => ({ 'glossary/a.mdx': term(body) });
const fields = (yaml: string): Files => ({
  'people/a.yaml': `name: A\nemail: a@brookside.example\n${yaml}`,
});

const diagram = (source: string) =>
  `<Diagram title="a" description="b">\n\n\`\`\`mermaid\n${source}\n\`\`\`\n\n</Diagram>\n`;

/** Content folders in which one thing is large; without guards most of them take minutes. */
export const sizes: Readonly<Record<string, Files>> = {
  ...Object.fromEntries(
    [...'<{}[]()>*_`~#|!&-+=.\\/"\' \t\na1@:'].map((one) => [
      `${JSON.stringify(one)} in a body`,
      mdx(one.repeat(N)),
    ]),
  ),
  ...Object.fromEntries(
    [
      '</',
      '<b>',
      '<b ',
      '<!--',
      '{a',
      '![',
      '[a](',
      '[a][',
      '- ',
      '1. ',
      '> ',
      '*a ',
      '**a',
      '`` ` ',
      '[^a]',
      '[^a]: ',
      'www.',
      'http://a.b/',
      'a@b.c ',
      '|a',
      '<a b="',
      '\\<',
      '\\{a',
      '&lt;',
      '\\\\<',
      '~~a',
      '$$',
      '\r',
      ':::',
      '&#x',
    ].map((one) => [`${JSON.stringify(one)} in a body`, mdx(one.repeat(N / 2))]),
  ),
  'tags on lines': mdx('<b>\n'.repeat(999)),
  'components in components': mdx('<Aside>\n\n'.repeat(999)),
  'tags in an expression': mdx(`a {b${'<c>'.repeat(300)}}\n`),
  'tags in the value of an attribute': mdx(`<Aside title={b${'<c>'.repeat(300)}}>d</Aside>\n`),
  // Given to the JavaScript parser, these end the process.
  'brackets in an expression': mdx(`{${'('.repeat(N)}}\n`),
  'brackets in the value of an attribute': mdx(`<Aside title={${'['.repeat(N / 20)}}>b</Aside>\n`),
  'brackets in an export': mdx(`export const a = ${'('.repeat(N)}\n`),
  'brackets behind a brace in quotes': mdx(`{"}" + ${'('.repeat(N)}}\n`),
  'negations in a short expression, again and again': mdx(`{${'!'.repeat(190)}a}\n`.repeat(900)),
  'code that hides marks': mdx(`\\\`${'<'.repeat(N)}\\\``),
  'ticks that hide marks': mdx(`\`${'<b>'.repeat(20_000)}\`\``),
  'a fence in a list that hides marks': mdx(`- a\n  \`\`\`\n${'{'.repeat(N)}`),
  'links that lead nowhere': mdx('[a](b) '.repeat(24_000)),
  'links to one place': mdx('[a](z.mdx)\n'.repeat(24_000)),
  'links that hide marks': mdx('[<b>{](a)\n'.repeat(20_000)),
  'a fence that hides marks': mdx(`\`\`\`a\`b\n${'{'.repeat(N)}`),
  'a table': mdx(`|a|b|\n|-|-|\n${'|'.repeat(N)}`),
  'a list as deep as it goes': mdx(lines(200, (level) => `${'  '.repeat(level)}- a`)),
  'lines of marks': mdx('a <5\n'.repeat(20_000)),
  'headings of one name': mdx(lines(20_000, () => '## A\n')),
  'links to headings that are not there': mdx(
    `${lines(10_000, (n) => `## H${n}\n`)}\n${lines(5000, (n) => `[x](#hh${n})\n`)}`,
  ),
  'links to nowhere': mdx(lines(10_000, (n) => `[x](nowhere-${n}.mdx)\n`)),
  definitions: mdx(lines(10_000, (n) => `[${n}]: /x${n}`)),
  'pictures of one definition': mdx(`${'![a][b]\n'.repeat(10_000)}\n[b]: c.png\n`),
  'many diagrams': mdx(lines(100, (n) => diagram(`flowchart LR\na${n} --> b`))),
  'a diagram of many lines': mdx(diagram(`flowchart LR\n${lines(20_000, (n) => `a${n} --> b`)}`)),
  'a diagram of a long line': mdx(diagram(`flowchart LR\na${' & b'.repeat(20_000)} --> c`)),
  'a diagram of many arrows': mdx(
    diagram(`flowchart LR\n${lines(100, () => `${'a & '.repeat(40)}a --> ${'b & '.repeat(30)}b`)}`),
  ),
  'groups in groups of a diagram': mdx(
    diagram(`flowchart LR\n${'subgraph a\n'.repeat(110)}a --> b`),
  ),
  'a sequence of many notes': mdx(diagram(`sequenceDiagram\n${'Note over a: b\n'.repeat(20_000)}`)),
  'components without what they need': mdx('<Command />\n\n<Tabs />\n\n'.repeat(3000)),
  attributes: mdx(`<Aside ${'a="b" '.repeat(10_000)}>x</Aside>`),
  'a long path': mdx(
    `[a](<${'../'.repeat(20_000)}>) [b](${'%'.repeat(N)}) [c](/${'a/'.repeat(20_000)})`,
  ),
  'a long alias': {
    'glossary/a.mdx': term(
      '',
      `aliases: ["/${'a/'.repeat(20_000)}!", "${'/'.repeat(N)}", "/${'a'.repeat(N)}!"]`,
    ),
  },
  'fields that nobody knows': fields(lines(20_000, (n) => `k${n}: 1`)),
  'one key again and again': fields('a: 1\n'.repeat(20_000)),
  'a list of mistakes': fields(`keys:\n${'  - fingerprint: 1\n    added_on: x\n'.repeat(5000)}`),
  'tabs in fields': fields('\ta: b\n'.repeat(20_000)),
  'brackets in fields': fields(`roles: ${'['.repeat(N)}`),
  'braces in fields': fields(`roles: ${'{a: '.repeat(290)}`),
  'brackets behind quotes': fields(`roles: ${`["]",`.repeat(N / 10)}`),
  'dashes in fields': fields(`roles:\n  ${'- '.repeat(N)}`),
  'question marks in fields': fields('? '.repeat(N)),
  'colons in fields': fields(`title: ${': '.repeat(N / 2)}`),
  'quotes in fields': fields(`title: "${'\\'.repeat(N)}`),
  'marks in fields': fields('&a '.repeat(20_000)),
  'levels in fields': fields(lines(1000, (level) => `${' '.repeat(level)}k:`)),
  'patterns of the schema': {
    'people/a.yaml': `name: ${'a '.repeat(N)}\nemail: ${'a.'.repeat(N / 2)}@x\n`,
    'glossary/a.mdx': term('', `reviewed_hash: ${'0'.repeat(N)}\nsummary: ${' '.repeat(N)}x\n`),
    'engagement.yaml': (base['engagement.yaml'] as string)
      .replace('[brookside.example]', `["${'a-'.repeat(N / 2)}.${'b.'.repeat(10_000)}"]`)
      .replace('name: engineering', `name: "${'a-'.repeat(N / 2)}_"`)
      .concat(
        `repository:\n  url: https://${'a/'.repeat(N / 2)}\n  edit_url: https://${'x'.repeat(N)}\n`,
      ),
  },
};

import { describe, expect, it } from 'vitest';
import { slugify } from '../../src/workspace/file-id.ts';
import { splitFrontmatter } from '../../src/workspace/frontmatter.ts';
import { parseMdx } from '../../src/workspace/mdx.ts';
import { failureOf } from '../../src/workspace/mdx-failure.ts';
import { parseYaml } from '../../src/workspace/yaml.ts';
import { check, term } from '../rules/folder.ts';

const MRN = 'glossary/mrn.mdx';
const places = (text: string | Uint8Array) =>
  check({ [MRN]: text }).map(
    ({ line, column, ruleId, messageId }) => `${line}:${column} ${ruleId}.${messageId}`,
  );
const inYaml = (source: string) =>
  parseYaml(source, 'a.yaml', 1).problems.map(({ position, messageId, message }) => {
    const { line, column } = position as { line: number; column: number };
    return `${line}:${column} ${messageId} ${message.replace('The YAML breaks here: ', '')}`;
  });
const inMdx = (source: string) =>
  parseMdx(`---\nterm: a\n---\n${source}`, 'a.mdx').problems.map(({ position, messageId }) => {
    const { line, column } = position as { line: number; column: number };
    return `${line - 3}:${column} ${messageId}`;
  });

describe('bytes', () => {
  it('a byte order mark and Windows line ends change no line or column of what follows', () => {
    const text = `\uFEFF${term('a\n\nb <5\n')}`.replaceAll('\n', '\r\n');
    expect(places(text)).toEqual([
      '1:1 text-encoding.bom',
      '1:4 text-encoding.crlf',
      '10:3 mdx-syntax.lessThan',
    ]);
  });

  it('of UTF-16 in both orders only that is told, and of no text at all', () => {
    const utf16 = Buffer.from(`\uFEFF${term('')}`, 'utf16le');
    for (const bytes of [utf16, Buffer.from(utf16).swap16()])
      expect(places(bytes)).toEqual(['1:1 file-readable.utf16']);
    expect(places(Buffer.from(term(''), 'utf16le'))).toEqual(['1:1 file-readable.binary']);
    expect(places(Buffer.from([0, 1, 2, 0xff, 0]))).toEqual(['1:1 file-readable.binary']);
  });

  it('the first bad byte is told where it stands, also after good ones of the same look', () => {
    const bad = Buffer.concat([Buffer.from(term('\uFFFD ü\n\nx')), Buffer.from([0xff, 0x0a])]);
    expect(places(bad)).toEqual(['10:2 text-encoding.notUtf8']);
    const surrogate = Buffer.concat([Buffer.from(term('')), Buffer.from([0xed, 0xa0, 0x80])]);
    expect(places(surrogate)).toEqual(['8:1 text-encoding.notUtf8']);
    const many = Buffer.concat([Buffer.from(term('\uFFFD'.repeat(100_000))), Buffer.from([0xff])]);
    expect(places(many)).toEqual(['8:100001 text-encoding.notUtf8']);
  });

  it.each([
    ['nothing', ''],
    ['spaces', ' \n\t\n'],
    ['only a byte order mark', '\uFEFF'],
  ])('%s is an empty file', (_, text) => expect(places(text)).toContain('1:1 file-readable.empty'));

  it('5 MB are told by their size', () => {
    const [problem] = check({ [MRN]: term('x '.repeat(2_600_000)) });
    expect(problem?.message).toBe(
      'The file has 5.0 MB; more than 1.0 MB is no document that anybody reads on call.',
    );
  });
});

describe('frontmatter', () => {
  it.each([
    ['---\na: 1\n---\nb', { yaml: 'a: 1\n', body: 'b', bodyLine: 4 }],
    ['---  \na: 1\n---\t\nb', { yaml: 'a: 1\n', body: 'b', bodyLine: 4 }],
    ['---\n---', { yaml: '\n', body: '', bodyLine: 3 }],
    ['---\na: |\n  ----\n---\n', { yaml: 'a: |\n  ----\n', body: '', bodyLine: 5 }],
    ['\n---\na: 1\n---\n', { yaml: null, bodyLine: 1, open: false }],
    ['---\na: 1\n', { yaml: null, open: true }],
  ])('%j', (text, parts) => expect(splitFrontmatter(text, 'a.mdx')).toMatchObject(parts));

  it('without an end, nobody can say where the text begins, so it is not read', () => {
    expect(places('---\nterm: <a\n\n# {b\n')).toEqual(['1:1 yaml-syntax.unclosed']);
  });
});

describe('YAML', () => {
  it.each([
    ['a tab', 'a:\n\tb: 1\n', '2:1 syntax tabs are not allowed as indentation.'],
    [
      'a wrong indent',
      'a:\n  b: 1\n c: 2\n',
      '3:1 syntax the line is indented differently from the others of its block.',
    ],
    [
      'an open quote, where it opens',
      'a: 1\nb: "x\nc: 2\n',
      '2:4 syntax the quote that opens here is never closed.',
    ],
    [
      'an open bracket, where it opens',
      'a: 1\nb: [x,\nc: 2\n',
      '2:4 syntax the bracket that opens here is never closed.',
    ],
    ['a second colon', 'a: HL7: b\n', '1:4 syntax the value holds a second "name: value".'],
    ['a line without a colon', 'a: 1\nwords\nb: 2\n', '2:1 syntax the line is no field.'],
    ['a second document', 'a: 1\n---\nb: 2\n', '2:1 syntax a second YAML document begins here.'],
    ['a text after the end', 'a: 1\n...\nb: 2\n', '3:1 syntax a second YAML document begins here.'],
    [
      'a doubled key',
      'a: 1\nb: 2\na: 3\n',
      '3:1 duplicate `a` stands here a second time; it is on line 1 already.',
    ],
    [
      'a doubled key within a list',
      'a:\n  - b: 1\n    b: 2\n',
      '3:5 duplicate `b` stands here a second time; it is on line 2 already.',
    ],
    [
      'a function',
      'a: !!js/function "x"\n',
      '1:18 tag YAML takes !!js/function for the kind of the value, and the handbook has no such kinds.',
    ],
    ['a glob', 'a:\n  - **/*.ts\n', '2:5 alias YAML takes **/*.ts for a copy of another value.'],
    [
      'an ampersand',
      'a: &b c\n',
      '1:7 anchor YAML takes &b for a mark and drops it from the value.',
    ],
    [
      'a list',
      '- a\n',
      '1:1 noMapping The fields must be `name: value` lines, and this is a list.',
    ],
    [
      'a text',
      'words\n',
      '1:1 noMapping The fields must be `name: value` lines, and this is the string "words".',
    ],
    [
      'only a comment',
      '# a\n',
      '1:1 noMapping The fields must be `name: value` lines, and there is none.',
    ],
  ])('%s', (_, source, problem) => expect(inYaml(source)).toEqual([problem]));

  it('names several errors of one text', () => {
    expect(inYaml('a: b: c\nd: [x\ne: 1\nf: g: h\n').map((line) => line.split(' ')[0])).toEqual(
      expect.arrayContaining(['1:4', '2:4']),
    );
  });

  it('a bomb of aliases is never unfolded', () => {
    const levels = [...'bcdefghijkl'].map((name, index) => {
      const below = String.fromCharCode(97 + index);
      return `${name}: &${name} [${Array(9).fill(`*${below}`).join(', ')}]`;
    });
    const { readable, problems } = parseYaml(['a: &a x', ...levels].join('\n'), 'a.yaml', 1);
    expect(readable).toBe(false);
    expect(problems).toHaveLength(11 * 9 + 12);
  });

  it('keys of the prototype are keys like others', () => {
    const { data } = parseYaml('__proto__: {polluted: 1}\nconstructor: 2\n', 'a.yaml', 1);
    expect(Object.keys(data)).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('MDX', () => {
  it.each([
    [
      'all of several errors',
      'a <5 {b c} <x\n\n- <1\n- {y z}\n\n| <2 | {d e} |\n|---|---|\n\n## <3\n',
      [
        '1:3 lessThan',
        '1:6 brace',
        '1:12 lessThan',
        '3:3 lessThan',
        '4:3 brace',
        '6:3 lessThan',
        '6:8 brace',
        '9:4 lessThan',
      ],
    ],
    [
      'an autolink and an address',
      '<https://a.example> <me@a.example>\n',
      ['1:1 lessThan', '1:21 lessThan'],
    ],
    ['comments', 'a <!-- b --> c <!-- d -->\n', ['1:3 comment', '1:16 comment']],
    [
      'a tag around paragraphs that begins in a line',
      '<Aside>a\n\nb</Aside>\n',
      ['1:1 unclosedTag', '3:2 strayClosing'],
    ],
    [
      'a placeholder inside a component, not the component',
      '<Aside>\na <tenant> b\n</Aside>\n',
      ['2:3 noTag'],
    ],
    ['a line break inside a cell of HTML', '<Aside>\na<br>b\n</Aside>\n', ['2:2 voidTag']],
    ['a component closed as another', '<Aside>a</Steps>\n', ['1:9 mismatch']],
    ['a comparison with spaces is none', 'a < b, `<x {`\n', []],
    ['nor is code', '```\n<x {\n```\n\n    <b />\n', []],
    ['a fence that never ends', 'a\n\n````md\n```\n```\n', ['3:1 unclosedFence']],
    ['a fence that the end of its list ends', '- ```\n  a\n\nb\n', []],
    ['a fence with another mark inside', '~~~\n```\n~~~\n', []],
  ])('%s', (_, source, problems) => expect(inMdx(source)).toEqual(problems));

  it('links and sections are read past errors', () => {
    const { tree, problems } = parseMdx('a <5\n\n[b](c.mdx)\n', 'a.mdx');
    expect(problems).toHaveLength(1);
    expect(JSON.stringify(tree)).toContain('c.mdx');
  });

  it('an error of an unknown kind is told in the words of the parser, once', () => {
    expect(failureOf(new Error('boom'), 'a')).toMatchObject({
      messageId: 'other',
      args: { reason: 'boom' },
      culprits: [],
    });
    expect(failureOf(new Error('1:1: Bad thing (note: x)'), 'a')).toMatchObject({
      messageId: 'other',
      args: { reason: 'Bad thing' },
    });
  });
});

describe('slugs', () => {
  it.each([
    ['HL7 feed stalled', 'hl7-feed-stalled'],
    ['  --A__b..c--  ', 'a-b-c'],
    ['Mémoire', 'memoire'],
    ['Me\u0301moire', 'memoire'],
    ['Größe', 'grosse'],
    ['ﬁle №5', 'file-no5'],
    ['用語', ''],
    ['', ''],
  ])('%j', (text, slug) => expect(slugify(text)).toBe(slug));
});

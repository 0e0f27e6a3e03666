import { describe, expect, it } from 'vitest';
import { outlineOf } from '../../src/domain/body/outline.ts';
import { pageAddress, relativePath, resolvePath, targetOf } from '../../src/domain/body/target.ts';
import { compareProblems } from '../../src/domain/problems/problem.ts';
import { suggest, suggester } from '../../src/domain/problems/suggest.ts';
import { parseMdx } from '../../src/workspace/mdx.ts';

describe('what an address points at', () => {
  const from = 'runbooks/a.mdx';
  it.each([
    ['https://example.org/a#b', { kind: 'external', scheme: 'https' }],
    ['MAILTO:a@b.example', { kind: 'external', scheme: 'mailto' }],
    ['javascript:alert(1)', { kind: 'unsafe', scheme: 'javascript' }],
    [' JavaScript:alert(1)', { kind: 'unsafe', scheme: 'javascript' }],
    ['data:text/html,a', { kind: 'unsafe', scheme: 'data' }],
    ['//example.org/a', { kind: 'unsafe', scheme: '//' }],
    ['/\\example.org', { kind: 'unsafe', scheme: '//' }],
    ['\\\\host\\share', { kind: 'unsafe', scheme: '//' }],
    ['', { kind: 'anchor', fragment: '' }],
    ['#a', { kind: 'anchor', fragment: 'a' }],
    ['#%C3%BC#b', { kind: 'anchor', fragment: 'ü#b' }],
    ['?a=b#c', { kind: 'anchor', fragment: 'c' }],
    ['b.mdx', { kind: 'file', path: 'runbooks/b.mdx', fragment: null }],
    ['./b.mdx#', { kind: 'file', path: 'runbooks/b.mdx', fragment: '' }],
    ['../systems/./c.mdx?x#d', { kind: 'file', path: 'systems/c.mdx', fragment: 'd' }],
    ['a%20b.png', { kind: 'file', path: 'runbooks/a b.png', fragment: null }],
    ['100%.png', { kind: 'file', path: 'runbooks/100%.png', fragment: null }],
    ['../../a', { kind: 'outside' }],
    ['..%2f..%2fa', { kind: 'outside' }],
    ['/', { kind: 'page', address: '/', fragment: null }],
    ['java\tscript:alert(1)', { kind: 'unsafe', scheme: 'javascript' }],
    ['\u0001javascript:alert(1)', { kind: 'unsafe', scheme: 'javascript' }],
    ['https:a.example', { kind: 'unsafe', scheme: 'https: without a server' }],
    ['/%5C%5Ca.example', { kind: 'unsafe', scheme: '\\' }],
    ['b%5Cc', { kind: 'unsafe', scheme: '\\' }],
    ['%2e%2e/%2e%2e/c', { kind: 'outside' }],
    ['/systems//c', { kind: 'page', address: '/systems/c/', fragment: null }],
  ])('%s', (url, target) => expect(targetOf(url, from)).toEqual(target));

  it('leads back along a relative path', () => {
    for (const [a, b, path] of [
      ['runbooks/a.mdx', 'runbooks/b.mdx', './b.mdx'],
      ['runbooks/a.mdx', 'systems/b.mdx', '../systems/b.mdx'],
      ['a.yaml', 'systems/b.mdx', './systems/b.mdx'],
      ['x/y/z/a.mdx', 'x/b.mdx', '../../b.mdx'],
    ] as const) {
      expect(relativePath(a, b)).toBe(path);
      expect(resolvePath(a, path)).toBe(b);
    }
    expect(pageAddress('//a///b')).toBe('/a/b/');
    expect(pageAddress('')).toBe('/');
  });
});

describe('suggestions', () => {
  const names = ['interface-engine', 'patient-portal', 'message-queue', 'fax', 'reviewed_on'];
  it.each([
    ['interface-engin', 'interface-engine'],
    ['Interface Engine', 'interface-engine'],
    ['patinet-portal', 'patient-portal'],
    ['reviwed_on', 'reviewed_on'],
    ['message', 'message-queue'],
    ['fxa', 'fax'],
    ['fa', 'fax'],
    ['billing-ledger', null],
    ['f', null],
    ['', null],
    ['x'.repeat(10_000), null],
    ['constructor', null],
  ])('%s', (word, expected) => expect(suggest(word, names)).toBe(expected));

  it('prefer two letters that changed places, and the nearest of several', () => {
    expect(suggest('up', ['do', 'pu'])).toBe('pu');
    expect(suggest('actions', ['action', 'section', 'actoins'])).toBe('actoins');
  });

  it('of paths go by the last part, not by the folder that all share', () => {
    expect(suggest('runbooks/fax.mdx', ['runbooks/lab.mdx', 'runbooks/fix.mdx'])).toBe(
      'runbooks/fix.mdx',
    );
    expect(suggest('runbooks/fax.mdx', ['runbooks/lab.mdx'])).toBeNull();
    expect(suggest('/runbooks/fax/', ['/runbooks/lab/'])).toBeNull();
  });

  it('are the same for the same word, and end after many comparisons', () => {
    const many = Array.from({ length: 20_000 }, (_, n) => `name-${n}`);
    const near = suggester(many);
    expect(near('nmae-7')).toBe('name-7');
    const began = performance.now();
    const answers = Array.from({ length: 5000 }, (_, n) => near(`nmae-${n}`));
    expect(performance.now() - began).toBeLessThan(2000);
    expect(answers[7]).toBe('name-7');
    expect(answers.at(-1)).toBeNull();
  });
});

describe('the outline of a body', () => {
  const outline = (source: string) => {
    const { tree } = parseMdx(source, 'a.mdx');
    if (!tree) throw new Error('does not parse');
    return outlineOf(tree);
  };

  it('has headings with anchors by the rule of GitHub', () => {
    expect(outline('# A *b* `c`\n\n## A b c\n\n## Ü & <kbd>x</kbd>\n\n###\n').headings).toEqual([
      { depth: 1, text: 'A b c', slug: 'a-b-c', line: 1, column: 1 },
      { depth: 2, text: 'A b c', slug: 'a-b-c-1', line: 3, column: 1 },
      { depth: 2, text: 'Ü & x', slug: 'ü--x', line: 5, column: 1 },
      { depth: 3, text: '', slug: '', line: 7, column: 1 },
    ]);
  });

  it('has sections of depth 2 with what stands below them, deeper headings left out', () => {
    const { sections } = outline(
      'intro\n\n## A\n\none two\n\n### B\n\nthree\n\n## C\n\n## D\n\n![](x.png)\n\n# E\n\nfour\n',
    );
    expect(sections.map(({ text, words, opening }) => [text, words, opening])).toEqual([
      ['A', 3, 'one two three'],
      ['C', 0, ''],
      ['D', 1, 'paragraph'],
    ]);
  });

  it('has links, pictures, elements and code, also those deep inside', () => {
    const found = outline(
      '> - [a *b*](x.mdx) ![c](d.png)\n\n<Aside type="tip" open {...e}>\n\n<kbd title={f}>g</kbd> {h} ![i][j]\n\n</Aside>\n\n[j]: k.png\n\nimport l\n',
    );
    expect(found.links.map(({ url, text }) => [url, text])).toEqual([
      ['x.mdx', 'a b'],
      ['k.png', 'j'],
    ]);
    expect(found.images.map(({ url, alt }) => [url, alt])).toEqual([
      ['d.png', 'c'],
      ['k.png', 'i'],
    ]);
    expect(
      found.elements.map(({ name, attributes }) => [
        name,
        ...attributes.map((one) => `${one.name}=${one.value}`),
      ]),
    ).toEqual([
      ['Aside', 'type=tip', 'open=null', '{...}=undefined'],
      ['kbd', 'title=undefined'],
    ]);
    expect(found.code.map(({ kind }) => kind)).toContain('expression');
  });
});

it('problems have one order', () => {
  const at = (path: string, line: number, ruleId: string, column = 1, message = '') =>
    ({
      path,
      line,
      ruleId,
      column,
      message,
      messageId: '',
      severity: 'error',
      fix: '',
      position: { kind: 'file' },
    }) as const;
  const sorted = [
    at('Z', 9, 'z'),
    at('a', 1, 'b', 2),
    at('a', 1, 'c', 1, 'a'),
    at('a', 1, 'c', 1, 'b'),
    at('a', 10, 'a'),
    at('ä', 1, 'a'),
  ];
  expect(sorted.toReversed().sort(compareProblems)).toEqual(sorted);
});

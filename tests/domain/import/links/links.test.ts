import type { Root } from 'mdast';
import { expect, test } from 'vitest';
import { linkFacts } from '../../../../src/domain/import/links/facts.ts';
import { documentNamed, linkDocument } from '../../../../src/domain/import/links/link.ts';
import { linkMap } from '../../../../src/domain/import/links/map.ts';
import type { Dialect } from '../../../../src/domain/import/model.ts';
import { anchored, type Given, linked, markdown } from './tree.ts';

/** What a link of `docs/guide/start.md` is written as. */
function written(url: string, given: Partial<Given> = {}): string {
  const { text } = linked({
    ...given,
    texts: {
      ...TEXTS,
      'docs/guide/start.md': `# Start\n\n## First steps\n\n[words](${url})\n`,
      ...given.texts,
    },
  });
  return text('docs/guide/start.md').replace('## First steps\n\n', '');
}

const TEXTS = {
  'README.md': '# Clinic',
  'docs/guide/README.md': '# Guide',
  'docs/guide/Set up.md':
    '# Set up\n\n## Before you begin\n\n## Before you begin\n\n## C++ & you\n',
  'docs/guide/größe.md': '# Größe\n\n## Über\n',
  'docs/ops/index.md': '# Ops',
  'docs/ops/Restart.md': '# Restart',
  'docs/ops/fax/queue.mdx': '# Queue\n',
};

test.each([
  ['./Set%20up.md', './docs-guide-set-up.mdx'],
  ['<Set up.md>', './docs-guide-set-up.mdx'],
  ['Set%20up', './docs-guide-set-up.mdx'],
  ['set%20UP.md', './docs-guide-set-up.mdx'],
  ['../ops/Restart.md?plain=1#L12', './docs-ops-restart.mdx'],
  ['../ops/Restart.md#restart', './docs-ops-restart.mdx'],
  ['..\\\\ops\\\\Restart.md', './docs-ops-restart.mdx'],
  ['/docs/ops/Restart.md', './docs-ops-restart.mdx'],
  ['../ops/fax/queue', './docs-ops-fax-queue.mdx'],
  ['../ops/fax/queue.md', './docs-ops-fax-queue.mdx'],
  ['../ops/', './docs-ops-index.mdx'],
  ['../ops', './docs-ops-index.mdx'],
  ['.', './docs-guide-readme.mdx'],
  ['../..', './readme.mdx'],
  ['../ops/fax/', '/pages/'],
  ['gr%C3%B6%C3%9Fe.md#%C3%BCber', './docs-guide-gr-e.mdx#über'],
  ['größe.md#über', './docs-guide-gr-e.mdx#über'],
  ['Set%20up.md#before-you-begin-1', './docs-guide-set-up.mdx#before-you-begin-1'],
  ['Set%20up.md#c--you', './docs-guide-set-up.mdx#c--you'],
  ['Set%20up.md#C-and', './docs-guide-set-up.mdx'],
  ['#first-steps', '#first-steps'],
  ['#start', '#'],
  ['#top', '#'],
])('%s leads to %s', (url, expected) => {
  expect(written(url)).toBe(`[words](${expected})`);
});

test.each([
  ['gone.md', 'words (`gone.md`)'],
  ['#no-such', 'words (`#no-such`)'],
  ['javascript:alert(1)', 'words (`javascript:alert(1)`)'],
  ['ftp://files.example/x', 'words (`ftp://files.example/x`)'],
  ['https://bank.example@evil.example/', 'words (`https://bank.example@evil.example/`)'],
  ['https:///nowhere', 'words (`https:///nowhere`)'],
  ['../../../secret.md', 'words (`../../../secret.md`)'],
  ['<>', 'words'],
])('%s becomes words: %s', (url, expected) => {
  expect(written(url)).toBe(expected);
});

test('what was broken before is told apart from what is broken now', () => {
  const { outcomes } = linked({
    texts: { 'a/b.md': '[x](gone.md)\n\n[y](../../up.md)\n\n[z](#no)\n\n![p](fake.png)\n' },
    files: { 'a/fake.png': { kind: 'refused', reason: 'It is none.', wasBroken: true } },
  });
  expect(outcomes.map(({ line, address, kind, result }) => [line, address, kind, result])).toEqual([
    [1, 'gone.md', 'link', 'brokenBefore'],
    [3, '../../up.md', 'link', 'brokenNow'],
    [5, '#no', 'anchor', 'brokenBefore'],
    [7, 'fake.png', 'image', 'brokenBefore'],
  ]);
});

test('a name in another case is only taken where one alone has it', () => {
  const texts = { 'Setup.md': '# A', 'SETUP.md': '# B', 'a.md': '[x](setup.md)' };
  expect(linked({ texts }).text('a.md')).toBe('x (`setup.md`)');
});

test('links across types go up one folder', () => {
  const { text } = linked({
    texts: { 'a.md': '[x](b.md#why)', 'b.md': '# B\n\n## Why\n' },
    to: { 'a.md': 'runbooks/a.mdx', 'b.md': 'adrs/0001-b.mdx' },
  });
  expect(text('a.md')).toBe('[x](../adrs/0001-b.mdx#why)');
});

test('an anchor by hand leads to the heading behind it, else to the one before it', () => {
  const anchor = (id: string) => ({ type: 'anchor', id });
  const words = { type: 'paragraph', children: [{ type: 'text', value: 'Words.' }] };
  const heading = (value: string) => ({
    type: 'heading',
    depth: 2,
    children: [{ type: 'text', value }],
  });
  const blocks = [
    anchor('a'),
    words,
    heading('One'),
    words,
    anchor('b'),
    heading('Two'),
    anchor('c'),
  ];
  const root = { type: 'root', children: blocks } as unknown as Root;
  const facts = linkFacts({
    path: 'a.md',
    to: 'pages/a.mdx',
    dialect: 'html',
    title: null,
    frontmatter: {},
    source: root,
    tree: root,
  });
  expect(['a', 'b', 'c'].map((id) => facts.anchors.get(id))).toEqual(['', 'two', 'two']);
  const map = linkMap({ documents: [facts], files: [] });
  const { tree: done } = linkDocument({ path: 'a.md', tree: root }, map, new Map());
  expect(done.children.map(({ type }) => type)).not.toContain('anchor');
});

test('a heading that is a field now leads to the top of its page', () => {
  const source = anchored('# T\n\n## Status\n\n## Why\n', 'github');
  const tree = { ...source, children: source.children.slice(2) };
  const document = { path: 'a.md', to: 'adrs/0001-a.mdx', dialect: 'github' as const, title: null };
  const { anchors } = linkFacts({ ...document, frontmatter: {}, source, tree });
  expect([anchors.get('status'), anchors.get('why')]).toEqual(['', 'why']);
});

test.each<[Dialect, string, string, string]>([
  ['hugo', 'content/en/ops/a.md', '/ops/b/', './content-en-ops-b.mdx'],
  ['hugo', 'content/en/ops/a.md', '../b/', './content-en-ops-b.mdx'],
  ['mkdocs', 'docs/ops/a.md', '../b/#my-steps', './docs-ops-b.mdx#my-steps'],
  ['docusaurus', 'docs/01-ops/a.md', '/docs/ops/b', './docs-01-ops-b.mdx'],
  ['starlight', 'src/content/docs/ops/a.md', '/de/ops/b/', './src-content-docs-ops-b.mdx'],
  ['jekyll', '_guides/a.md', '/guides/b.html', './-guides-b.mdx'],
])('%s: from %s, %s leads to %s', (dialect, path, url, expected) => {
  const other = path.replace('a.md', 'b.md');
  const texts = { [path]: `[x](${url})`, [other]: '# B\n\n## My steps\n' };
  expect(linked({ dialect, texts }).text(path)).toBe(`[x](${expected})`);
});

test('addresses that a document gives itself are known', () => {
  const { text } = linked({
    dialect: 'hugo',
    texts: { 'a.md': '[x](/old/place/) [y](/short)', 'content/deep/b.md': '# B' },
    frontmatter: { 'content/deep/b.md': { aliases: ['/old/place'], slug: '/short' } },
  });
  expect(text('a.md')).toBe('[x](./content-deep-b.mdx) [y](./content-deep-b.mdx)');
});

const lookup = (name: string) => `lookup:${encodeURIComponent(name)}`;

test.each([
  ['Restart', './docs-ops-restart.mdx'],
  ['ops/Restart.md', './docs-ops-restart.mdx'],
  ['queue#Steps#Then this', './docs-ops-fax-queue.mdx#then-this'],
  ['queue#^b1', './docs-ops-fax-queue.mdx'],
  ['The long title', './docs-ops-titled.mdx'],
  ['Also called', './docs-ops-titled.mdx'],
  ['plan.png', '../files/plan.png'],
])('the name %s is looked up', (name, expected) => {
  const url = written(lookup(name), {
    dialect: 'obsidian',
    texts: {
      'docs/ops/fax/queue.mdx': '# Queue\n\n## Steps\n\n### Then this\n',
      'docs/ops/titled.md': '# The long title',
    },
    frontmatter: { 'docs/ops/titled.md': { aliases: ['Also called'] } },
    files: { 'img/plan.png': null },
  });
  expect(url).toBe(`[words](${expected})`);
});

test('a name that nothing has is said as the name', () => {
  expect(written(lookup('Nobody#x'), { dialect: 'obsidian' })).toBe('words (`Nobody#x`)');
});

test.each([
  ['../../src/main.go', '[words](https://git.example/x/blob/c0ffee/src/main.go)'],
  ['deploy', '[words](https://git.example/x/blob/c0ffee/docs/guide/deploy)'],
  ['../../../other/file', 'words (`../../../other/file`)'],
  ['../ops/fax/', '[words](https://git.example/x/blob/c0ffee/docs/ops/fax)'],
  ['/img/plan.svg', '[words](https://git.example/x/blob/c0ffee/../static/img/plan.svg)'],
])('what the repository has beside the source: %s', (url, expected) => {
  const known = ['src/main.go', 'docs/guide/deploy', 'docs/ops/fax', '../static/img/plan.svg'];
  const webAddress = (path: string) =>
    known.includes(path) ? `https://git.example/x/blob/c0ffee/${path}` : null;
  expect(written(url, { webAddress })).toBe(expected);
});

test('pictures: shown from the source, linked from elsewhere, words where there is none', () => {
  const { text, listed } = linked({
    texts: {
      'a.md':
        '![Queue](img/q.png "Hover")\n\n![Far](https://x.example/f.png)\n\n![Gone](gone.png)\n\n[![Build](https://ci.example/b.svg)](https://ci.example/run)\n\n![Spec](spec.pdf)\n\n![](https://x.example/bare.png)\n',
    },
    files: {
      'img/q.png': null,
      'spec.pdf': { kind: 'published', to: 'files/spec.pdf', isPicture: false },
    },
  });
  expect(text('a.md').split('\n\n')).toEqual([
    '![Queue](../files/q.png "Hover")',
    '[Far](https://x.example/f.png)',
    'Gone (`gone.png`)',
    '[Build](https://ci.example/run)',
    '[Spec](../files/spec.pdf)',
    '[bare.png](https://x.example/bare.png)',
  ]);
  expect(listed.map((one) => one.text)).toEqual(['https://ci.example/b.svg']);
});

test('files that browsers are not given are said where they are kept', () => {
  const { text, outcomes } = linked({
    texts: { 'a.md': '[The forms](forms.xlsx)' },
    files: { 'forms.xlsx': { kind: 'kept', to: 'files/forms.xlsx', reason: 'Not given.' } },
  });
  expect(text('a.md')).toBe('The forms (`files/forms.xlsx`)');
  expect(outcomes[0]?.reason).toContain('kept as files/forms.xlsx');
});

test('a link that shows another server than it leads to is written apart', () => {
  expect(written('https://evil.example/x', {})).toBe('[words](https://evil.example/x)');
  const { text } = linked({ texts: { 'a.md': '[bank.example](https://evil.example/x)' } });
  expect(text('a.md')).toBe('bank.example (<https://evil.example/x>)');
});

test('a heading keeps its words, so that its anchor stays', () => {
  const { text, listed } = linked({
    texts: { 'a.md': '## See [it](gone.md)\n\n[up](#see-it)\n' },
  });
  expect(text('a.md')).toBe('## See it\n\n[up](#see-it)');
  expect(listed.map((one) => one.text)).toEqual(['gone.md']);
});

test('references become the links that they are', () => {
  const { text } = linked({
    texts: {
      'a.md': '[b][] and [gone][]\n\n[b]: b.md "B"\n[gone]: gone.md\n[unused]: nowhere.md\n',
      'b.md': '# B',
    },
  });
  expect(text('a.md')).toBe('[b](./b.mdx "B") and gone (`gone.md`)');
});

test('a small picture may stand in the text; a link to one may not', () => {
  const picture = `data:image/png;base64,${'iVBORw0KGgoAAAANSUhEUgAA'}`;
  const { text } = linked({ texts: { 'a.md': `![dot](${picture})\n\n[dot](${picture})` } });
  expect(text('a.md').split('\n\n')).toEqual([`![dot](${picture})`, `dot (\`${picture}\`)`]);
});

test('a symbolic link leads to the document that it links to', () => {
  const source = anchored('# R\n\n[x](docs/) [y](docs/README.md)', 'github');
  const own = { path: 'a.md', to: 'pages/a.mdx', tree: source };
  const facts = linkFacts({ ...own, dialect: 'github', title: null, frontmatter: {}, source });
  const other = { ...facts, path: 'readme.md', to: 'pages/readme.mdx' };
  const documents = [facts, other, { ...other, path: 'docs/README.md' }];
  const { tree: done } = linkDocument(own, linkMap({ documents, files: [] }), new Map());
  expect(markdown(done)).toContain('[x](./readme.mdx) [y](./readme.mdx)');
});

test.each([
  ['0005-use-x.md', 'adrs/0005-use-x.mdx'],
  ['ADR-5', 'adrs/0005-use-x.mdx'],
  ['5', 'adrs/0005-use-x.mdx'],
  ['Use X', 'adrs/0005-use-x.mdx'],
  ['0006-use-y', 'adrs/0006-use-y.mdx'],
  ['ADR-7', null],
  ['FaxQueueDown', 'runbooks/fax-queue-down.mdx'],
])('the document that %s names', (words, expected) => {
  const facts = [
    ['adr/0005-use-x.md', 'adrs/0005-use-x.mdx', 'Use X'],
    ['adr/0006-use-y.md', 'adrs/0006-use-y.mdx', 'Use Y'],
    ['other/0005-z.md', 'adrs/0007-z.mdx', 'Z'],
    ['runbooks/FaxQueueDown.md', 'runbooks/fax-queue-down.mdx', 'Faxes'],
  ].map(([path = '', to = '', title = '']) => ({
    path,
    to,
    dialect: 'markdown' as const,
    names: [title],
    urls: [],
    anchors: new Map<string, string>(),
  }));
  const map = linkMap({ documents: facts, files: [] });
  expect(documentNamed(words, 'adr/0006-use-y.md', map)).toBe(expected);
});

test.each<[Dialect, string, string]>([
  ['confluence', 'https://wiki.example/pages/viewpage.action?pageId=229473', 'Plan-B_229473.html'],
  ['confluence', 'https://x.example/wiki/spaces/OPS/pages/229473/Plan+B', '229473.html'],
  [
    'notion',
    'https://www.notion.so/Plan-B-0123456789abcdef0123456789abcdef?pvs=4',
    'Ops/Plan B 0123456789abcdef0123456789abcdef.md',
  ],
])('%s: a link to the wiki itself leads to the page that was exported', (dialect, url, path) => {
  const { text } = linked({
    dialect,
    texts: { 'a.md': `[x](${url})`, [path]: '# Plan B' },
    to: { [path]: 'pages/plan-b.mdx' },
  });
  expect(text('a.md')).toBe('[x](./plan-b.mdx)');
});

test('addresses made to take long are done with', () => {
  const long = ['/', '../', '%2f', '#', 'a.', '\\\\'].map((part) => part.repeat(50_000));
  const texts = { 'a.md': long.map((url) => `[x](<${url}>)`).join('\n\n') };
  const { outcomes } = linked({ dialect: 'obsidian', texts });
  expect(outcomes.map(({ result }) => result)).toEqual(long.map(() => 'brokenBefore'));
});

test('a thousand dead anchors in a long document are done with', () => {
  const all = Array.from({ length: 1000 }, (_, at) => at);
  const text = all.map((at) => `## Part ${at}\n\n[x](#gone-${at}) [y](#PART-${at})`).join('\n\n');
  const { outcomes } = linked({ texts: { 'a.md': text } });
  expect(outcomes.filter(({ result }) => result === 'kept')).toHaveLength(1000);
});

test('a wiki finds a page whose name has dashes for spaces', () => {
  const texts = { 'Home.md': `[x](${lookup('Set up the-fax')})`, 'Set-up-the-Fax.md': 'Words.' };
  expect(linked({ dialect: 'github', texts }).text('Home.md')).toBe('[x](./set-up-the-fax.mdx)');
});

test('Docusaurus names the top of its site', () => {
  const { text } = linked({
    dialect: 'docusaurus',
    texts: { 'docs/a.md': '![Plan](@site/static/img/plan.png)' },
    files: { 'static/img/plan.png': null },
  });
  expect(text('docs/a.md')).toBe('![Plan](../files/plan.png)');
});

test('Antora finds a page under the names that it had before', () => {
  const { text } = linked({
    dialect: 'asciidoc',
    texts: {
      'docs/modules/a/pages/one.adoc': '[x](../../b/pages/old.adoc#_why) [y](former.adoc)',
      'docs/modules/a/pages/two.adoc': '# Two\n\n## Why\n',
    },
    frontmatter: {
      'docs/modules/a/pages/two.adoc': { 'page-aliases': 'b:old.adoc, former.adoc' },
    },
  });
  expect(text('docs/modules/a/pages/one.adoc')).toBe(
    '[x](./docs-modules-a-pages-two.mdx#why) [y](./docs-modules-a-pages-two.mdx)',
  );
});

test('Antora finds pictures where its modules kept them once', () => {
  const { text } = linked({
    dialect: 'asciidoc',
    texts: { 'docs/modules/a/pages/one.adoc': '![Plan](../images/plan.png)' },
    files: { 'docs/modules/a/assets/images/plan.png': null },
  });
  expect(text('docs/modules/a/pages/one.adoc')).toBe('![Plan](../files/plan.png)');
});

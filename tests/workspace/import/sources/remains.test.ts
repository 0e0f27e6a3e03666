import { expect, test } from 'vitest';
import { linkDocument } from '../../../../src/domain/import/links/link.ts';
import { linkMap } from '../../../../src/domain/import/links/map.ts';
import { mdxOf } from '../../../../src/workspace/import/mdx/mdx-of.ts';
import { readOne } from './reading.ts';

test('AsciiDoc writes formulas in a line as code, and lists icons', async () => {
  const text = '= Pump\n\nIt costs $5 and icon:heart[] stem:[x^2] here.\n\n`\\$keep\\$`\n';
  const { document, text: made } = await readOne({ 'a.adoc': text }, 'a.adoc');
  expect(made).toMatch(/costs \$5 and +`x\^2` here/);
  expect(document?.listed).toMatchObject([{ kind: 'icon', text: 'icon:heart[]' }]);
});

test('properties below the title of a Notion page are fields, also without their database', async () => {
  const id = '0123456789abcdef0123456789abcdef';
  const text =
    '# Alarm\n\nOwner: Tom Schmidt\nStatus: Live\nTags: video, oncall\n\nNote: stay calm.\n';
  const files = { [`Alarm ${id}.md`]: text };
  const { document, text: made } = await readOne(files, `Alarm ${id}.md`);
  expect(document?.dialect).toBe('notion');
  expect(document?.frontmatter).toMatchObject({ Owner: 'Tom Schmidt', Tags: 'video, oncall' });
  expect(made).toBe('# Alarm\n\nNote: stay calm.\n');
});

test('the list of a Confluence space keeps its pages, and is called as the space', async () => {
  const index = `<html><body><div id="page"><h1 id="title-heading"><span id="title-text">Space Details:</span></h1>
    <div id="content"><div id="main-content" class="pageSection"><table><tr><th>Key</th><td>CIT</td></tr>
    <tr><th>Name</th><td>Clinic IT</td></tr></table></div><div class="pageSection"><h2>Available Pages:</h2>
    <ul><li><a href="Printer_65602.html">Printer</a></li></ul></div></div></div></body></html>`;
  const { document, text } = await readOne({ 'CIT/index.html': index }, 'CIT/index.html');
  expect(document?.title).toBe('Clinic IT');
  expect(text).toContain('Available Pages');
  expect(text).toContain('[Printer](Printer_65602.html)');
});

test('blocks of MkDocs between slashes are what they say', async () => {
  const text =
    '# A\n\n![x](a.png)\n\n/// caption\nThe *queue*\n///\n\n/// note | Mind\nHot.\n///\n\n/// html | div\nInner\n///\n\nand/or\n';
  const { document, text: made } = await readOne(
    { 'mkdocs.yml': 'site_name: A\n', 'docs/a.md': text },
    'docs/a.md',
  );
  expect(document?.dialect).toBe('mkdocs');
  expect(made).not.toContain('///');
  expect(made).toMatch(/queue/);
  expect(made).toContain('<Aside type="note" title="Mind">');
  expect(made).toContain('Inner');
  expect(document?.listed.map(({ text: one }) => one)).toEqual(['/// caption', '/// html | div']);
});

test('a link with spaces leads to the file, and is left as written where there is none', async () => {
  const text = 'See [plan](my plan.pdf), ![it](a b.png) and [none](no such.pdf), f[i](x y).\n';
  const { document } = await readOne({ 'a.md': text }, 'a.md');
  if (!document) throw new Error('not read');
  const facts = {
    path: 'a.md',
    to: 'pages/a.mdx',
    dialect: document.dialect,
    names: [],
    urls: [],
    anchors: new Map(),
  };
  const map = linkMap({ documents: [facts], files: ['my plan.pdf', 'a b.png'] });
  const published = (to: string, isPicture: boolean) =>
    ({ kind: 'published', to, isPicture }) as const;
  const fates = new Map([
    ['my plan.pdf', published('files/my-plan.pdf', false)],
    ['a b.png', published('files/a-b.png', true)],
  ]);
  const { tree, outcomes } = linkDocument({ path: 'a.md', tree: document.tree }, map, fates);
  expect(mdxOf(tree)).toBe(
    'See [plan](../files/my-plan.pdf), ![it](../files/a-b.png) and \\[none](no such.pdf), f\\[i](x y).\n',
  );
  expect(outcomes.map(({ result }) => result)).toEqual(['copied', 'copied']);
});

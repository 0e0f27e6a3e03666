import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { afterAll, describe, expect, it } from 'vitest';
import { PAYLOAD, poison } from './poison.ts';
import { build, copyOf, root, temporaryFolder } from './site-builds.ts';

const folder = temporaryFolder();
const out = join(folder, 'site');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A copy of an example in a folder whose name means something to shells, globs and addresses. */
const fresh = (name: string, source = 'tests/fixtures/small') =>
  copyOf(join(root, source), join(folder, name));

const write = (content: string, path: string, text: string) => {
  mkdirSync(dirname(join(content, path)), { recursive: true });
  writeFileSync(join(content, path), text);
};

const term = (body: string) =>
  `---\nterm: Evil\nplain: A term.\nstatus: draft\nowner: ada-lind\naudience: [engineering]\n---\n${body}\n`;

describe('a direct `astro build` refuses', () => {
  it.each<[string, string, string, RegExp]>([
    ['code', 'glossary/evil.mdx', term("import fs from 'node:fs'"), /evil\.mdx:8:1 .*safe-content/],
    [
      'an expression',
      'glossary/evil.mdx',
      term('{process.env.HOME}'),
      /evil\.mdx:8:1 .*safe-content/,
    ],
    ['a script', 'glossary/evil.mdx', term('<script>a</script>'), /evil\.mdx:8:1 .*safe-content/],
    [
      'a document in a folder of no type',
      'plugins/evil.mdx',
      term('a'),
      /evil\.mdx:1:1 .*file-name/,
    ],
    ['Markdown beside the documents', 'glossary/evil.md', term('a'), /evil\.md:1:1 .*file-name/],
    [
      'a picture that runs',
      'glossary/evil.svg',
      '<svg onload="a"/>',
      /evil\.svg:1:1 .*safe-content/,
    ],
  ])('%s', { timeout: 60_000 }, async (_, path, text, told) => {
    const content = fresh(`refused ${path.replace('/', ' ')} ${text.length}`);
    write(content, path, text);
    const { code, output } = await build(content, out);
    expect(code).toBe(1);
    expect(output).toMatch(told);
    expect(existsSync(out)).toBe(false);
  });

  it('a link of the file system that leads out', { timeout: 60_000 }, async () => {
    const content = fresh('linked');
    symlinkSync('/etc/hostname', join(content, 'runbooks/host.txt'));
    const { code, output } = await build(content, out);
    expect(code).toBe(1);
    expect(output).toMatch(/host\.txt:1:1 .*file-readable/);
  });
});

describe('what a build makes of texts that would break out, in a folder with an odd name', () => {
  const content = fresh("all & [types] 'quoted' #1 %20 {a} $(id)", 'docs/example');
  const site = join(folder, 'poisoned');
  const ran = join(folder, 'ran');
  const program = `require('node:fs').writeFileSync(${JSON.stringify(ran)}, 'CANARY-PROGRAM')`;

  it('is a site', { timeout: 600_000 }, async () => {
    for (const path of [
      'astro.config.mjs',
      'content.config.ts',
      'src/pages/evil.astro',
      'glossary/evil.astro',
      'glossary/evil.js',
      'glossary/evil.ts',
      'public/evil.html',
      'middleware.js',
      'package.json',
    ])
      write(content, path, `/* CANARY-PROGRAM */ ${program}`);
    expect(poison(content)).toBeGreaterThan(150);
    const { code, output } = await build(content, site);
    expect(output).not.toMatch(/ error /);
    expect(code).toBe(0);
    expect(existsSync(ran)).toBe(false);
  });

  it('holds no byte of programs that lie in the content', () => {
    const holding = filesOf(site).filter((file) => readFileSync(file).includes('CANARY-PROGRAM'));
    expect(holding).toEqual([]);
  });

  it('shows the texts as texts, on every page', () => {
    const pages = filesOf(site).filter((file) => file.endsWith('.html'));
    const shown = pages.filter((file) => readFileSync(file, 'utf8').includes('pwn()'));
    expect(shown.length).toBeGreaterThan(30);
    expect(
      pages.flatMap((file) =>
        brokenOut(readFileSync(file, 'utf8')).map((what) => `${file}: ${what}`),
      ),
    ).toEqual([]);
  });

  it('lets them out of no other file either', () => {
    // Search holds texts as data and sets them as text: tests/site/search.spec.ts.
    const drawings = filesOf(site).filter(
      (file) => /\.(?:svg|xml|json|webmanifest)$/.test(file) && !file.endsWith('names.json'),
    );
    expect(drawings.length).toBeGreaterThan(1);
    expect(drawings.filter((file) => readFileSync(file, 'utf8').includes(PAYLOAD))).toEqual([]);
  });
});

const filesOf = (site: string): string[] =>
  readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** Where a text of a page became more than text. */
function brokenOut(html: string): string[] {
  const found: string[] = [];
  const open: DefaultTreeAdapterTypes.ChildNode[] = [...parse(html).childNodes];
  for (let node = open.pop(); node; node = open.pop()) {
    if (!('tagName' in node)) continue;
    open.push(...node.childNodes, ...('content' in node ? node.content.childNodes : []));
    const { tagName, attrs } = node;
    const handlers = attrs.filter(({ name }) => /^on/i.test(name) || name.includes('pwn'));
    found.push(...handlers.map(({ name }) => `<${tagName} ${name}>`));
    if (tagName === 'img' && attrs.some(({ name, value }) => name === 'src' && value === 'x'))
      found.push('<img src=x>');
    const inside = node.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
    if (/^(?:script|style)$/.test(tagName) && inside.includes('pwn()')) found.push(`<${tagName}>`);
  }
  return found;
}

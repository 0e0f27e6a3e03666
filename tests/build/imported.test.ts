import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { searchFolder } from '../../scripts/lib/canary/search.ts';
import { firstImportFiles } from '../../src/cli/draft/first-import-files.ts';
import { build, copyOf, root, run, temporaryFolder } from './site-builds.ts';

const folder = temporaryFolder();
const content = copyOf(join(root, 'tests/fixtures/imported'), join(folder, 'content'));
const out = join(folder, 'site');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const page = (address: string) => readFileSync(join(out, address, 'index.html'), 'utf8');
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(content, path)), { recursive: true });
  writeFileSync(join(content, path), text);
};
const brought = (title: string, body: string) =>
  `---\ntitle: ${title}\nimported:\n  from: a.md\n  digest: ${'a'.repeat(64)}\n---\n\n${body}\n`;

describe('a handbook of imported documents that say little more than their titles', () => {
  it('begins with the files that an import writes', () => {
    const files = firstImportFiles('Millrace wiki', '2026-11-20');
    expect([...files]).toEqual([
      ['engagement.yaml', readFileSync(join(content, 'engagement.yaml'), 'utf8')],
    ]);
  });

  it('is built, searched and told what is missing', { timeout: 120_000 }, async () => {
    const { code, output } = await build(content, out);
    expect(output).not.toMatch(/error|stack/i);
    expect([code, output]).toEqual([0, expect.stringContaining('holds 5 of 5 documents')]);
    expect(existsSync(join(out, 'search-index/names.json'))).toBe(true);
    const setup = page('pages/docs/setup').replaceAll(/<[^>]*>/g, '');
    expect(setup).toContain(
      'Imported, not reviewed yet: 5 things to complete. From docs/setup.md (4f2a91c)',
    );
    expect(setup).toContain('Picture that is not here: A drawing that was lost');
    const keys = page('pages/docs/setup').match(/<a[^>]*href="([^"]*keys\/)"/)?.[1];
    expect(keys).toBe('/pages/ops/keys/');
    expect(page('pages/docs/setup')).toContain('/files/pages/docs/flow.png');
  });

  it('is judged by the standard', { timeout: 60_000 }, async () => {
    const args = ['src/cli/bin.ts', 'readiness', '--as-of', '2026-11-21'];
    const { code, output } = await run(args, content);
    expect(code).toBe(1);
    expect(output).toMatch(/OWN-01[\s\S]*It has no owner\./);
  });
});

it('an imported page becomes a document of another type by a move, whatever it then lacks', {
  timeout: 60_000,
}, async () => {
  const args = ['src/cli/bin.ts', 'move', 'pages/docs/setup', 'runbooks/setup'];
  const { code, output } = await run([...args, '--dry-run'], content);
  expect(output).toContain('setup.mdx -> ');
  expect(code).toBe(0);
});

describe('imported documents with an error', () => {
  const secret = 'quicksilver';

  it('are in no byte of the copy, and the rest is built', { timeout: 120_000 }, async () => {
    write('runbooks/bad.mdx', brought(`The ${secret} page`, `{${secret}}`));
    write('pages/ops/drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="a"/>');
    write('pages/ops/drawn.mdx', brought(`Drawn ${secret}`, `![A box, ${secret}](drawing.svg)`));
    write(
      'pages/ops/leads.mdx',
      brought('Leads there', 'To [the first](../../runbooks/bad.mdx) and [the keys](keys.mdx).'),
    );
    const { code, output } = await build(content, out);
    expect(code).toBe(0);
    expect(output).toMatch(/bad\.mdx:\d+:\d+ +error +safe-content/);
    expect(output).toMatch(/drawing\.svg:\d+:\d+ +error +safe-content/);
    expect(output).toMatch(
      /Left out .*\n {2}pages\/ops\/drawn\.mdx\n {2}runbooks\/bad\.mdx\nCorrect/,
    );
    const leads = page('pages/ops/leads');
    expect(leads.replaceAll(/<[^>]*>/g, '')).toContain('To the first and');
    expect(leads).not.toMatch(/href="[^"]*bad/);
    expect(leads).toContain('href="/pages/ops/keys/"');
    expect(searchFolder(out, new RegExp(`${secret}|ops/drawn|ops/drawing|runbooks/bad`))).toEqual(
      [],
    );
  });

  it('end the build once they are reviewed', { timeout: 60_000 }, async () => {
    const text = readFileSync(join(content, 'runbooks/bad.mdx'), 'utf8');
    write('runbooks/bad.mdx', text.replace('imported:', 'reviewed_on: 2026-11-20\nimported:'));
    const { code, output } = await build(content, out);
    expect(code).toBe(1);
    expect(output).toContain('nothing was built');
    expect(output).not.toContain('drawing.svg');
  });
});

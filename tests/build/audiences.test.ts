import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planOf } from '../../scripts/lib/canary/marks.ts';
import { type CopyResult, runCanary } from '../../scripts/lib/canary/run.ts';
import { searchFolder } from '../../scripts/lib/canary/search.ts';
import { types } from '../../src/domain/documents/registry.ts';
import { readWorkspace } from '../../src/workspace/read-corpus.ts';
import { build, root, temporaryFolder } from './site-builds.ts';

const folder = temporaryFolder();
const content = join(folder, 'example');
const marked = join(folder, 'content');
const engineering = join(folder, 'site-engineering');

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The examples of the guide hold every type; two more make the last two restricted. */
beforeAll(() => {
  cpSync(join(root, 'docs/example'), content, { recursive: true });
  const term = readFileSync(join(content, 'glossary/same-day-fax.mdx'), 'utf8');
  writeFileSync(
    join(content, 'glossary/margin.mdx'),
    term.replace(/^audience:.*$/m, 'audience: [leadership]').replace(/^term:.*$/m, 'term: Margin'),
  );
  const [memo] = planOf(readWorkspace(content)).marks.filter(
    ({ entry }) => entry.type.name === 'founder-memo',
  );
  writeFileSync(
    join(content, 'proofs/whispered.yaml'),
    `title: Links of a memo\nkind: links\nran_on: 2026-05-01\nresult: pass\ncontent_root: ${'a'.repeat(64)}\nnote: See ${memo?.entry.id}\n`,
  );
});

const buildFor = async (from: string, out: string, audience: string): Promise<boolean> => {
  const { code, output } = await build(from, out, { audience });
  if (code !== 0) throw new Error(output);
  return true;
};

describe('a copy for one audience', () => {
  let results: CopyResult[] = [];
  const of = (audience: string) => results.find((one) => one.audience === audience);

  beforeAll(async () => {
    results = (await runCanary(content, folder, buildFor)) ?? [];
  }, 600_000);

  it('is tried with every type that can be restricted', () => {
    const restricted = new Set(
      planOf(readWorkspace(content)).marks.map(({ entry }) => entry.type.name),
    );
    const never = types.map(({ name }) => name).filter((name) => !restricted.has(name));
    expect(never.sort()).toEqual(['engagement', 'person', 'sign-off']);
  });

  it('holds no mark of what its readers may not see, in any byte', () => {
    expect(results.map(({ audience, leaks }) => [audience, leaks])).toEqual([
      ['engineering', []],
      ['operations', []],
      ['leadership', []],
    ]);
    expect(of('engineering')?.hidden).toBeGreaterThan(3);
    expect(of('operations')?.hidden).toBeGreaterThan(25);
  });

  it('holds every mark of what they may see, so that the search is not blind', () => {
    expect(of('leadership')?.shown).toBeGreaterThan(25);
    expect(of('leadership')?.missed).toEqual([]);
    expect(of('engineering')?.missed).toEqual([]);
  });

  it('says for whom it is', () => {
    expect(readFileSync(join(engineering, 'index.html'), 'utf8')).toContain('Copy for engineering');
  });

  it('forgets a page whose audience was narrowed, also where the last build knew it', {
    timeout: 240_000,
  }, async () => {
    const { marks } = planOf(readWorkspace(content));
    const word = marks.find(({ entry }) => entry.type.name === 'ip-asset')?.word ?? '';
    const words = new RegExp(`${word}[a-z]*`, 'g');
    const { texts } = readWorkspace(marked);
    const [path = '', text = ''] = [...texts].find(([file]) => file.includes(word)) ?? [];
    expect(searchFolder(engineering, words)).not.toEqual([]);
    writeFileSync(join(marked, path), text.replace(/^audience:.*$/m, 'audience: [leadership]'));
    await buildFor(marked, engineering, 'engineering');
    expect(searchFolder(engineering, words)).toEqual([]);
  });
});

describe('without a word about the audience', () => {
  it('a direct build makes the narrowest copy', { timeout: 240_000 }, async () => {
    const out = join(folder, 'site');
    const { code, output } = await build(content, out);
    expect(output).toContain('The copy for operations holds 2 of 23 documents.');
    expect(code).toBe(0);
  });

  it('an unknown audience is refused with the one that was meant', async () => {
    const { code, output } = await build(content, join(folder, 'none'), { audience: 'enginering' });
    expect(code).toBe(2);
    expect(output).toContain('did you mean engineering?');
    expect(output).not.toMatch(/^\s+at /m);
  });
});

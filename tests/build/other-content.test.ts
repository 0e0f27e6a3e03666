import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  decisionAddress,
  isReserved,
  reservedAddresses,
} from '../../src/domain/graph/addresses.ts';
import { pageIndex } from '../../src/domain/graph/graph.ts';
import { standardAddress, standardRules } from '../../src/domain/standard/registry.ts';
import { readWorkspace } from '../../src/workspace/read-corpus.ts';
import { build, copyOf, root, startDev, temporaryFolder } from './site-builds.ts';

const folder = temporaryFolder();
const content = join(folder, 'my content');
const out = join(folder, 'site');
const runbook = join(content, 'runbooks/queue-stalled.mdx');
const page = join(out, 'runbooks/queue-stalled/index.html');

beforeAll(() => {
  copyOf(join(root, 'tests/fixtures/small'), content);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a content folder elsewhere, with a space in its path', () => {
  it('is built into its own handbook, without a trace of the sample', {
    timeout: 120_000,
  }, async () => {
    const { code, output } = await build(content, out);
    expect(output).not.toMatch(/error|stack/i);
    expect(code).toBe(0);
    expect(readFileSync(page, 'utf8')).toContain('Queue stalled');
    expect(existsSync(join(out, 'search-index/names.json'))).toBe(true);
    const sample = readFileSync(join(root, 'content/engagement.yaml'), 'utf8');
    const customer = /name: (.+)/.exec(sample)?.[1] ?? '';
    expect(readFileSync(join(out, 'index.html'), 'utf8')).not.toContain(customer);
  });

  it('is told in a sentence that the folder above its site is not there', {
    timeout: 60_000,
  }, async () => {
    const { code, output } = await build(content, join(folder, 'none/site'));
    expect(code).toBe(2);
    expect(output).toContain(`The site cannot be built in ${join(folder, 'none')}: there is no`);
    expect(output).not.toMatch(/^\s+at /m);
  });

  it('has no page that the checks do not know of', () => {
    const { corpus } = readWorkspace(content);
    const decisions = readdirSync(join(root, 'docs/project/adrs')).map((file) =>
      decisionAddress(file.replace('.mdx', '')),
    );
    const rules = standardRules.map(({ id }) => standardAddress(id));
    const known = [
      ...reservedAddresses,
      ...decisions,
      ...rules,
      ...pageIndex(corpus).keys(),
      '/404.html',
    ].sort();
    expect([...decisions, ...rules].every(isReserved)).toBe(true);
    const built = readdirSync(out, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.html'))
      .map((file) => `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`);
    expect(built.sort()).toEqual(known);
  });

  it('is built again when one document changed', { timeout: 120_000 }, async () => {
    writeFileSync(runbook, readFileSync(runbook, 'utf8').replace('Queue stalled', 'Queue stuck'));
    expect((await build(content, out)).code).toBe(0);
    expect(readFileSync(page, 'utf8')).toContain('Queue stuck');
    expect(readFileSync(join(out, 'runbooks/index.html'), 'utf8')).toContain('Queue stuck');
  });

  it('is built again when a picture changed and its document did not', {
    timeout: 120_000,
  }, async () => {
    const draw = (width: number) =>
      writeFileSync(
        join(content, 'runbooks/line.svg'),
        `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="9"></svg>`,
      );
    draw(11);
    writeFileSync(runbook, `${readFileSync(runbook, 'utf8')}\n![A line](./line.svg)\n`);
    const first = await build(content, out);
    expect(first.code, first.output).toBe(0);
    expect(readFileSync(page, 'utf8')).toContain('width="11"');
    draw(77);
    expect((await build(content, out)).code).toBe(0);
    expect(readFileSync(page, 'utf8')).toContain('width="77"');
  });

  it('keeps the last good site when a build fails, and says why at the line', {
    timeout: 120_000,
  }, async () => {
    const good = readFileSync(page, 'utf8');
    writeFileSync(runbook, readFileSync(runbook, 'utf8').replace('owner:', 'ownr:'));
    const { code, output } = await build(content, out);
    expect(code).toBe(1);
    expect(output).toMatch(/queue-stalled\.mdx:\d+:1 {2}error {2}schema\n.*did you mean `owner`/);
    expect(output).not.toMatch(/^\s+at /m);
    expect(readFileSync(page, 'utf8')).toBe(good);
    writeFileSync(runbook, readFileSync(runbook, 'utf8').replace('ownr:', 'owner:'));
  });
});

describe('the authors’ server', () => {
  it('shows a change, a new document and a deletion at once', { timeout: 120_000 }, async () => {
    const { address, child } = await startDev(content);
    const added = join(content, 'runbooks/second.mdx');
    const text = async (path: string) => (await fetch(address + path)).text();
    try {
      // The server may restart once when it meets the dependencies of its first page.
      await expect
        .poll(() => text('/runbooks/queue-stalled/'), { timeout: 20_000 })
        .toContain('Queue stuck');
      const source = readFileSync(runbook, 'utf8');
      writeFileSync(runbook, source.replace('Queue stuck', 'Queue frozen'));
      await expect
        .poll(() => text('/runbooks/queue-stalled/'), { timeout: 20_000 })
        .toContain('Queue frozen');
      writeFileSync(
        added,
        source.replace('Queue stuck', 'Second queue').replace(/^aliases:.*\n/m, ''),
      );
      await expect
        .poll(() => text('/runbooks/second/'), { timeout: 20_000 })
        .toContain('Second queue');
      expect(await text('/runbooks/')).toContain('Second queue');
      rmSync(added);
      await expect
        .poll(async () => (await fetch(`${address}/runbooks/second/`)).status, { timeout: 20_000 })
        .toBe(404);
    } finally {
      child.kill();
    }
  });
});

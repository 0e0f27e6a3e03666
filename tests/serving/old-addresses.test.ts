import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findNginx } from '../../scripts/lib/nginx.ts';
import { startNginx } from '../../scripts/lib/nginx-server.ts';
import { serveFolder } from '../../scripts/lib/static-server.ts';
import { nginxSite } from '../../src/site/policy/nginx.ts';
import { likelyAddresses } from '../../src/site/scripts/likely-addresses.ts';

const nginx = findNginx();
const folder = mkdtempSync(join(tmpdir(), 'handbook-old-'));
const site = join(folder, 'srv/engineering');
const files = [
  'index.html',
  '404.html',
  'runbooks/late/index.html',
  'runbooks/prüfen/index.html',
  'adrs/v1.2/index.html',
  'changes/index.html',
  'changes/feed.xml',
  'files/runbooks/late/index.html',
  '_astro/app.css',
  '.git/index.html',
];

interface Asked {
  readonly status: number;
  readonly location: string | null;
  readonly type: string | null;
  readonly text: string;
}

const asks = new Map<string, (path: string) => Promise<Asked>>();
const stops: (() => void)[] = [];

beforeAll(async () => {
  for (const name of files) {
    mkdirSync(dirname(join(site, name)), { recursive: true });
    writeFileSync(join(site, name), name);
  }
  const { address, server } = await serveFolder(site, 0);
  stops.push(() => server.close());
  asks.set('the local server', async (path) => {
    const answer = await fetch(address.replace(/\/$/, '') + path, { redirect: 'manual' });
    const { status, headers } = answer;
    const [location, type] = [headers.get('location'), headers.get('content-type')];
    return { status, location, type, text: await answer.text() };
  });
  if (!nginx) return;
  mkdirSync(join(folder, 'etc'));
  writeFileSync(join(folder, 'etc/engineering.nginx.conf'), nginxSite("default-src 'none'"));
  const { get, stop } = await startNginx({ nginx, folder });
  stops.push(stop);
  asks.set('nginx', async (path) => {
    const { status, headers, body } = await get(path);
    const { location = null, 'content-type': type = null } = headers;
    return { status, location, type, text: body.toString() };
  });
});

afterAll(() => {
  for (const stop of stops) stop();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(['the local server', ...(nginx ? ['nginx'] : [])])('%s', (name) => {
  const ask = (path: string): Promise<Asked> =>
    asks.get(name)?.(path) ?? Promise.reject(new Error('It was not started.'));

  it.each([
    ['/runbooks/late', '/runbooks/late/'],
    ['/runbooks/late?q=1&b=%20', '/runbooks/late/?q=1&b=%20'],
    ['/runbooks/late.html', '/runbooks/late/'],
    ['/runbooks/late.htm?q=1', '/runbooks/late/?q=1'],
    ['/runbooks/late.mdx', '/runbooks/late/'],
    ['/runbooks/late.md', '/runbooks/late/'],
    ['/runbooks/late/index.html', '/runbooks/late/'],
    ['/runbooks/late/index.html?q=1', '/runbooks/late/?q=1'],
    ['/runbooks/pr%C3%BCfen', '/runbooks/pr%C3%BCfen/'],
    ['/adrs/v1.2', '/adrs/v1.2/'],
    ['/adrs/v1.2.html', '/adrs/v1.2/'],
    ['/index.html', '/'],
    ['/changes.html', '/changes/'],
  ])('leads from %s to %s', async (old, to) => {
    expect(await ask(old)).toMatchObject({ status: 301, location: to });
  });

  it.each([
    '/Runbooks/Late/',
    '/runbooks/gone.html',
    '/runbooks/gone/index.html',
    '/runbooks/gone',
    '/runbooks/late/index',
    '/_astro/app.css/',
    '/_astro/app',
    '/404',
    '/.git/index.html',
    '/.git',
    '/%2egit.html',
    '/.html',
  ])('knows no page for %s, and searches', async (path) => {
    expect(await ask(path)).toMatchObject({ status: 404, location: null, text: '404.html' });
  });

  it('never leads to another server', async () => {
    for (const path of ['//runbooks/late', '/%2frunbooks/late', '//runbooks/late.html']) {
      const { location } = await ask(path);
      expect.soft(location, path).toBe('/runbooks/late/');
    }
    for (const path of ['//evil.example/index.html', '/\\evil.example/.html', '/%5cevil.example'])
      expect.soft((await ask(path)).location, path).toBe(null);
  });

  it('serves pages, the feed and files at their own addresses', async () => {
    for (const [path, text] of [
      ['/', 'index.html'],
      ['/runbooks/late/', 'runbooks/late/index.html'],
      ['/runbooks/pr%C3%BCfen/', 'runbooks/prüfen/index.html'],
      ['/404.html', '404.html'],
      ['/_astro/app.css', '_astro/app.css'],
    ] as const)
      expect.soft(await ask(path), path).toMatchObject({ status: 200, text });
    const { status, type } = await ask('/changes/feed.xml');
    expect([status, type]).toEqual([200, 'application/atom+xml; charset=utf-8']);
  });
});

describe('an address that no page has', () => {
  it.each([
    ['/Runbooks/Late/', ['/runbooks/late/']],
    ['/runbooks/late/).', ['/runbooks/late/']],
    ['/runbooks/late%22%3E', ['/runbooks/late/']],
    ['/RUNBOOKS/LATE.HTML', ['/RUNBOOKS/LATE/', '/runbooks/late/']],
    ['/Runbooks/Late/Index.html', ['/Runbooks/Late/', '/runbooks/late/']],
    ['//Evil.example/x', ['/Evil.example/x/', '/evil.example/x/']],
    ['/\\evil.example', ['/%5Cevil.example/']],
    ['/runbooks/late/', []],
    ['/', []],
    ['/%E0%A4%A', ['/%25E0%25A4%25A/', '/%25e0%25a4%25a/']],
  ])('may mean, for %s, %j', (path, meant) => {
    expect(likelyAddresses(path)).toEqual(meant);
  });
});

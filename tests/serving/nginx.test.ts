import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findNginx } from '../../scripts/lib/nginx.ts';
import { startNginx } from '../../scripts/lib/nginx-server.ts';
import { compressSite } from '../../src/site/policy/compress.ts';
import { policyIn } from '../../src/site/policy/content-policy.ts';
import { headersOf } from '../../src/site/policy/headers.ts';
import { nginxSite } from '../../src/site/policy/nginx.ts';
import { sealSite } from '../../src/site/policy/seal.ts';

const nginx = findNginx();
const folder = mkdtempSync(join(tmpdir(), 'handbook-nginx-'));
const site = join(folder, 'srv/engineering');

const page = (text: string): string =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"/><script>document.title = 'x'</script></head><body><main>${text}${'<p>Words</p>'.repeat(200)}</main></body></html>`;

const files: Readonly<Record<string, string>> = {
  'index.html': page('Home'),
  '404.html': page('No such page'),
  'runbooks/hl7-feed/index.html': page('HL7 feed'),
  'changes/feed.xml': '<feed/>',
  '_astro/app.Bx9.js': `/* ${'x'.repeat(2_000)} */`,
  '_astro/app.Bx9.css': 'p { margin: 0 }',
  '_astro/face.Ax1.woff2': 'face',
  'search-index/names.json': '{}',
  'search-index/1a2b/0.pf_text': 't',
  'favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'files/runbooks/drawing.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'files/evidence/report.pdf': '%PDF-',
  'files/evidence/results.csv': 'a,b',
  'files/evidence/session.log': 'log',
  '_astro/app.Bx9.js.map': '{}',
  '.git/config': 'secret',
  '.env': 'secret',
};

let server: Awaited<ReturnType<typeof startNginx>>;

beforeAll(async () => {
  if (!nginx) return;
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(site, name)), { recursive: true });
    writeFileSync(join(site, name), text);
  }
  mkdirSync(join(folder, 'etc'));
  writeFileSync(join(folder, 'srv/outside.txt'), 'outside');
  symlinkSync(join(folder, 'srv/outside.txt'), join(site, 'files/link.txt'));
  const sealed = sealSite(site);
  if ('faults' in sealed) throw new Error(sealed.faults.join('\n'));
  await compressSite(site, join(folder, 'none'));
  writeFileSync(join(folder, 'etc/engineering.nginx.conf'), nginxSite(sealed.policy));
  server = await startNginx({ nginx, folder });
});

afterAll(() => {
  server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

it('there is an nginx to test the configuration with', () => {
  if (!nginx && !process.env['CI']) return;
  expect(nginx, 'Install one: apt-get install nginx-light, or name it in NGINX_PATH').toBeDefined();
});

describe.skipIf(!nginx)('the configuration of nginx', () => {
  it.each([
    '/',
    '/runbooks/hl7-feed/',
    '/_astro/app.Bx9.js',
    '/_astro/app.Bx9.css',
    '/_astro/face.Ax1.woff2',
    '/search-index/names.json',
    '/search-index/1a2b/0.pf_text',
    '/favicon.svg',
    '/files/runbooks/drawing.svg',
    '/files/evidence/report.pdf',
    '/files/evidence/results.csv',
  ])('sends %s with the headers of the preview', async (path) => {
    const { status, headers } = await server.get(path);
    expect(status).toBe(200);
    const policy = policyIn((await server.get('/')).body.toString()) ?? '';
    for (const [name, value] of Object.entries(headersOf(path, policy)))
      expect.soft(headers[name.toLowerCase()], name).toBe(value);
    expect(headers['server']).toBe('nginx');
    expect(headers['etag']).toBeTruthy();
  });

  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/_astro/app.Bx9.js', 'text/javascript; charset=utf-8'],
    ['/_astro/app.Bx9.css', 'text/css; charset=utf-8'],
    ['/_astro/face.Ax1.woff2', 'font/woff2'],
    ['/search-index/names.json', 'application/json'],
    ['/search-index/1a2b/0.pf_text', 'application/octet-stream'],
    ['/favicon.svg', 'image/svg+xml'],
    ['/changes/feed.xml', 'application/atom+xml; charset=utf-8'],
    ['/files/evidence/session.log', 'text/plain; charset=utf-8'],
  ])('says of %s that it is %s', async (path, type) => {
    expect((await server.get(path)).headers['content-type']).toBe(type);
  });

  it('keeps what has a digest in its name for a year, and asks again for everything else', async () => {
    const cached = async (path: string) => (await server.get(path)).headers['cache-control'];
    expect(await cached('/_astro/app.Bx9.js')).toBe('private, max-age=31536000, immutable');
    expect(await cached('/search-index/names.json')).toBe('private, no-cache');
    expect(await cached('/_astro/missing.js')).toBe('private, no-cache');
    const { headers } = await server.get('/');
    const again = await server.get('/', { headers: { 'if-none-match': headers['etag'] ?? '' } });
    expect(again.status).toBe(304);
  });

  it('sends the compressed twin to whom takes it, and to nobody else', async () => {
    const plain = await server.get('/');
    const zipped = await server.get('/', { headers: { 'accept-encoding': 'gzip, br' } });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(zipped.headers['content-encoding']).toBe('gzip');
    expect(zipped.headers['vary']).toBe('Accept-Encoding');
    expect(gunzipSync(zipped.body)).toEqual(plain.body);
    expect(zipped.headers['content-type']).toBe('text/html; charset=utf-8');
    expect((await server.get('/index.html.gz')).status).toBe(404);
  });

  it.each([
    '/nowhere/',
    '/nowhere.html',
    '/search-index/',
    '/.git/config',
    '/.env',
    '/_astro/app.Bx9.js.map',
    '/files/link.txt',
  ])('answers %s with the page that says there is none', async (path) => {
    const { status, headers, body } = await server.get(path);
    expect(status).toBe(404);
    expect(body.toString()).toContain('No such page');
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src/);
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it.each([
    '/../outside.txt',
    '/..%2foutside.txt',
    '/%2e%2e/outside.txt',
    '/files/..%2f..%2f..%2foutside.txt',
    '/_astro/../../outside.txt',
    '/_astro../outside.txt',
    '//etc/passwd',
    '/files/%00.pdf',
    '/..\\outside.txt',
  ])('gives nothing of another folder for %s', async (path) => {
    const { status, body } = await server.get(path);
    expect([400, 404]).toContain(status);
    expect(body.toString()).not.toMatch(/outside|root:/);
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND', 'TRACE'])(
    'refuses %s',
    async (method) => {
      const { status, headers } = await server.get('/', { method });
      expect(status).toBe(405);
      if (method !== 'TRACE') {
        expect(headers['allow']).toBe('GET, HEAD');
        expect(headers['x-content-type-options']).toBe('nosniff');
      }
    },
  );

  it('answers HEAD without a body', async () => {
    const { status, headers, body } = await server.get('/', { method: 'HEAD' });
    expect([status, body.length]).toEqual([200, 0]);
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  });

  it('leads to the address with a slash without naming itself, as a proxy may stand before it', async () => {
    const { status, headers } = await server.get('/runbooks/hl7-feed');
    expect(status).toBe(301);
    expect(headers['location']).toBe('/runbooks/hl7-feed/');
  });

  it('answers nobody who asks for another name', async () => {
    await expect(server.get('/', { headers: { host: 'attacker.example' } })).rejects.toThrow();
  });

  it('asks for a password where basic authentication is on, for every address', async () => {
    const hash = createHash('sha1').update('right').digest('base64');
    writeFileSync(join(folder, 'etc/readers'), `reader:{SHA}${hash}\n`);
    const guarded = await startNginx({ nginx: nginx ?? '', folder, enabled: 'basic-auth' });
    try {
      for (const path of [
        ...['/', '/files/evidence/report.pdf', '/nowhere', '/.env'],
        ...['/runbooks/hl7-feed', '/runbooks/hl7-feed.html', '/runbooks/hl7-feed/index.html'],
      ])
        expect((await guarded.get(path)).status, path).toBe(401);
      const authorization = `Basic ${Buffer.from('reader:right').toString('base64')}`;
      expect((await guarded.get('/', { headers: { authorization } })).status).toBe(200);
      const wrong = `Basic ${Buffer.from('reader:wrong').toString('base64')}`;
      expect((await guarded.get('/', { headers: { authorization: wrong } })).status).toBe(401);
    } finally {
      guarded.stop();
    }
  });

  it('sends to the sign-in whom the OpenID Connect proxy does not know', async () => {
    const proxy = createServer((request, response) => {
      const known = request.headers.cookie === 'session=known';
      response.writeHead(request.url === '/oauth2/auth' ? (known ? 202 : 401) : 200).end('proxy');
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const address = proxy.address();
    const oidcPort = typeof address === 'object' && address ? address.port : 0;
    const guarded = await startNginx({
      nginx: nginx ?? '',
      folder,
      enabled: 'oidc-proxy',
      oidcPort,
    });
    try {
      for (const path of ['/', '/files/evidence/report.pdf', '/runbooks/hl7-feed/']) {
        const { status, headers } = await guarded.get(path);
        expect([status, headers['location']]).toEqual([302, `/oauth2/start?rd=${path}`]);
      }
      const known = { headers: { cookie: 'session=known' } };
      expect((await guarded.get('/', known)).status).toBe(200);
      expect((await guarded.get('/nowhere', known)).status).toBe(404);
      expect((await guarded.get('/oauth2/start')).body.toString()).toBe('proxy');
      expect((await guarded.get('/oauth2/auth', known)).status).toBe(404);
      expect((await guarded.get('/oauth2/start', { method: 'POST' })).status).toBe(405);
    } finally {
      guarded.stop();
      proxy.close();
    }
  });
});

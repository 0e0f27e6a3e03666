import { expect, type Page, test } from '@playwright/test';
import { addresses, files } from './pages.ts';
import { watchPolicy } from './violations.ts';

interface Visited {
  readonly ids: readonly string[];
  readonly links: readonly string[];
}

/** What a page says of itself in the browser: its anchors, and every address that it points at. */
const visit = (page: Page): Promise<Visited> =>
  page.evaluate(() => ({
    ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
    links: [...document.querySelectorAll('a[href], link[href], [src]')].flatMap((element) => {
      const address = element.getAttribute('href') ?? element.getAttribute('src') ?? '';
      return [new URL(address, document.baseURI).href];
    }),
  }));

test('every page loads without an error, a violation of its policy or a request to another host, and every link resolves', async ({
  page,
  baseURL,
}) => {
  test.setTimeout(600_000);
  const origin = new URL(baseURL ?? '').origin;
  const complaints = await watchPolicy(page, origin);
  const visited = new Map<string, Visited>();
  for (const address of addresses) {
    complaints.at = address;
    const response = await page.goto(address, { waitUntil: 'load' });
    if (response && response.status() >= 400 && address !== '/404.html')
      complaints.all.push(`${address}: status ${response.status()}`);
    visited.set(address, await visit(page));
  }

  const known = new Set(files.map((file) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`));
  for (const [address, { links }] of visited) {
    for (const link of links) {
      const url = new URL(link);
      if (url.origin !== origin) continue;
      const path = decodeURI(url.pathname);
      if (!known.has(path)) complaints.all.push(`${address}: dead link ${path}`);
      const anchor = decodeURIComponent(url.hash.slice(1));
      if (anchor !== '' && visited.get(path) && !visited.get(path)?.ids.includes(anchor)) {
        complaints.all.push(`${address}: dead anchor ${path}${url.hash}`);
      }
    }
  }
  expect(complaints.all).toEqual([]);
  expect(visited.size).toBeGreaterThan(50);
});

test('no page names another host in what it loads', async ({ request }) => {
  for (const file of files.filter(
    (name) => /\.(html|css|js)$/.test(name) && !name.startsWith('search-index/'),
  )) {
    const text = await (await request.get(`/${file}`)).text();
    const loads = text.match(
      /(?:src|srcset)="(?:https?:)?\/\/[^"]*"|url\((?:"|')?(?:https?:)?\/\/[^)]*\)|<link [^>]*href="(?:https?:)?\/\/[^"]*"/g,
    );
    expect.soft(loads ?? [], file).toEqual([]);
  }
});

import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { searchEngine } from '../../src/domain/search/engine.ts';
import { folderLoader } from './folder-loader.ts';
import { addresses, dist } from './pages.ts';

const pages = addresses.filter((address) => address !== '/404.html');

test('every page is at most four clicks from the home page', async ({ page }) => {
  test.setTimeout(300_000);
  await page.goto('/');
  const linksOf = new Map(await page.evaluate(readLinks, pages));
  const clicks = new Map([['/', 0]]);
  // The map grows while it is walked, nearest pages first.
  for (const [address, distance] of clicks) {
    for (const link of linksOf.get(address) ?? []) {
      if (linksOf.has(link) && !clicks.has(link)) clicks.set(link, distance + 1);
    }
  }
  expect(pages.filter((address) => !clicks.has(address))).toEqual([]);
  expect([...clicks].filter(([, distance]) => distance > 4)).toEqual([]);
});

/** The addresses that each page links to, as the browser reads its HTML. */
function readLinks(all: readonly string[]): Promise<[string, string[]][]> {
  return Promise.all(
    all.map(async (address): Promise<[string, string[]]> => {
      const html = await (await fetch(address)).text();
      const anchors = new DOMParser().parseFromString(html, 'text/html').links;
      const links = [...anchors].map((anchor) => {
        const url = new URL(anchor.getAttribute('href') ?? '', new URL(address, location.href));
        return url.origin === location.origin ? decodeURI(url.pathname) : '';
      });
      return [address, links];
    }),
  );
}

/** Pages of documents and records; lists and the guide are looked for by other words. */
const documents = pages.filter((address) => /^\/(?!guide\/)[^/]+\/[^/]+\/$/.test(address));

test('the search finds every document by its title', async ({ page }) => {
  test.setTimeout(300_000);
  await page.goto('/');
  const titles = await page.evaluate(readTitles, documents);
  expect(titles.length).toBeGreaterThan(50);
  const engine = searchEngine(folderLoader(join(dist, 'search-index')));
  const missed: string[] = [];
  for (const [address, title] of titles) {
    let first: string[] = [];
    await engine.ask({ query: title, filters: {}, limit: 8 }, ({ results }) => {
      first = results.map((result) => result.page.address);
    });
    if (title === '' || !first.includes(address)) missed.push(`${address}: ${title}`);
  }
  expect(missed).toEqual([]);
});

/** The title of each page, as the browser reads its HTML. */
function readTitles(all: readonly string[]): Promise<[string, string][]> {
  return Promise.all(
    all.map(async (address): Promise<[string, string]> => {
      const html = await (await fetch(address)).text();
      const heading = new DOMParser().parseFromString(html, 'text/html').querySelector('h1');
      return [address, heading?.textContent?.trim() ?? ''];
    }),
  );
}

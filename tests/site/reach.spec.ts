import { expect, test } from '@playwright/test';
import { addresses } from './pages.ts';

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
  const found = await page.evaluate(searchTitles, documents);
  const missed = found.filter(
    ({ address, title, first }) => title === '' || !first.includes(address),
  );
  expect(missed).toEqual([]);
  expect(found.length).toBeGreaterThan(50);
});

/** The first addresses that the search names for the title of each page. */
async function searchTitles(
  all: readonly string[],
): Promise<{ address: string; title: string; first: string[] }[]> {
  const pagefind = await import(/* @vite-ignore */ '/pagefind/pagefind.js'.toString());
  const found = [];
  for (const address of all) {
    const html = await (await fetch(address)).text();
    const heading = new DOMParser().parseFromString(html, 'text/html').querySelector('h1');
    const title = heading?.textContent?.trim() ?? '';
    const { results } = await pagefind.search(title);
    const data: { url: string }[] = await Promise.all(
      results.slice(0, 8).map((result: { data(): Promise<{ url: string }> }) => result.data()),
    );
    found.push({ address, title, first: data.map(({ url }) => decodeURI(url)) });
  }
  return found;
}

import { expect, test } from '@playwright/test';
import { addresses } from './pages.ts';

const isRead = (address: string): boolean => address !== '/404.html';

test('every page is at most four clicks from the home page', async ({ page }) => {
  test.setTimeout(300_000);
  const clicks = new Map([['/', 0]]);
  // The map grows while it is walked, nearest pages first.
  for (const [address, distance] of clicks) {
    await page.goto(address);
    const links = await page.locator('a[href]').evaluateAll((anchors) =>
      anchors.map((anchor) => {
        const url = new URL(anchor.getAttribute('href') ?? '', document.baseURI);
        return url.origin === location.origin ? decodeURI(url.pathname) : '';
      }),
    );
    for (const link of links) {
      if (addresses.includes(link) && !clicks.has(link)) clicks.set(link, distance + 1);
    }
  }
  expect(addresses.filter((address) => isRead(address) && !clicks.has(address))).toEqual([]);
  expect([...clicks].filter(([, distance]) => distance > 4)).toEqual([]);
});

test('the search finds every page by its title', async ({ page }) => {
  test.setTimeout(300_000);
  const missed: string[] = [];
  for (const address of addresses.filter(isRead)) {
    await page.goto(address);
    const title = (await page.locator('h1').first().textContent())?.trim() ?? '';
    const found = await page.evaluate(async (words) => {
      const pagefind = await import(/* @vite-ignore */ `/pagefind/pagefind.js`.toString());
      const { results } = await pagefind.search(words);
      const first = await Promise.all(
        results.slice(0, 5).map((result: { data(): Promise<{ url: string }> }) => result.data()),
      );
      return first.map(({ url }: { url: string }) => url);
    }, title);
    if (!found.some((url) => decodeURI(url) === address)) missed.push(`${address}: ${title}`);
  }
  expect(missed).toEqual([]);
});

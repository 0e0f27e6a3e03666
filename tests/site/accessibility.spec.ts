import { expect, type Page, test } from '@playwright/test';
import { axeFinds, withAxe } from './axe.ts';
import { kinds } from './kinds.ts';
import { addresses } from './pages.ts';

/** All pages in parts, so that the workers share them and none takes minutes. */
const PARTS = 16;
const parts = Array.from({ length: PARTS }, (_, part) =>
  addresses.filter((_address, index) => index % PARTS === part),
);

const PHONE = { width: 320, height: 640 };
/** A screen of 1280 by 800 at 200 %. */
const ZOOMED = { width: 640, height: 400 };
const DESK = { width: 1280, height: 800 };

// A failure names its page and element; a trace of every reading would cost more than the readings.
test.use({ deviceScaleFactor: 2, trace: 'off' });
test.beforeEach(async ({ page }) => {
  await withAxe(page);
});

async function see(page: Page, theme: 'light' | 'dark', size: typeof PHONE): Promise<void> {
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme: theme });
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
}

const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

for (const [part, pages] of parts.entries()) {
  // All rules once; then, of the same load, what another theme or width can change.
  test(`axe finds nothing at 320 pixels and at 200 % in both themes, part ${part + 1}`, async ({
    page,
  }) => {
    test.setTimeout(600_000);
    for (const address of pages) {
      await page.setViewportSize(PHONE);
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(address);
      await see(page, 'light', PHONE);
      expect.soft(await axeFinds(page, 'all'), `${address} light 320`).toEqual([]);
      expect.soft(await scrollsSideways(page), `${address} scrolls sideways at 320`).toBe(false);
      await see(page, 'dark', PHONE);
      expect.soft(await axeFinds(page, 'colour'), `${address} dark 320`).toEqual([]);
      await see(page, 'dark', ZOOMED);
      expect.soft(await axeFinds(page, 'size'), `${address} dark 640`).toEqual([]);
      expect.soft(await scrollsSideways(page), `${address} scrolls sideways at 640`).toBe(false);
      await see(page, 'light', ZOOMED);
      expect.soft(await axeFinds(page, 'size'), `${address} light 640`).toEqual([]);
    }
  });
}

for (const [half, pages] of [
  kinds.filter((_, at) => at % 2 === 0),
  kinds.filter((_, at) => at % 2 === 1),
].entries()) {
  test(`axe finds nothing by any rule on a page of each kind, half ${half + 1}`, async ({
    page,
  }) => {
    test.setTimeout(600_000);
    for (const address of pages) {
      await page.goto(address);
      for (const size of [DESK, ZOOMED, PHONE]) {
        for (const theme of ['light', 'dark'] as const) {
          await see(page, theme, size);
          expect.soft(await axeFinds(page, 'all'), `${address} ${theme} ${size.width}`).toEqual([]);
        }
      }
    }
  });
}

test('axe finds nothing in what is filled in, ticked and explained', async ({ page }) => {
  test.setTimeout(120_000);
  for (const theme of ['light', 'dark'] as const) {
    await page.goto('/runbooks/certificate-expires/');
    await see(page, theme, PHONE);
    await page.locator('input[data-variable]').first().fill('lab-oru-client');
    await page.locator('input[data-tick="step"]').first().check();
    expect.soft(await axeFinds(page, 'all'), `a run, ${theme}`).toEqual([]);
    await page.goto('/systems/hl7-gateway/');
    await see(page, theme, PHONE);
    await page.locator('main .term').first().focus();
    expect.soft(await axeFinds(page, 'all'), `a meaning, ${theme}`).toEqual([]);
    expect.soft(await scrollsSideways(page)).toBe(false);
  }
});

test('axe finds nothing in the search box and its page, in either theme', async ({ page }) => {
  const search = page.getByRole('combobox', { name: 'Search the handbook' });
  for (const [width, colorScheme] of [
    [1280, 'light'],
    [320, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 640 });
    await page.emulateMedia({ colorScheme });
    await page.goto('/');
    await page.keyboard.press('Control+k');
    for (const query of ['', 'feed', 'zzqqxxj']) {
      await search.fill(query);
      await expect(page.locator('.search-count')).toHaveText(query === '' ? '' : /found$/);
      expect.soft(await axeFinds(page, 'all'), `${query} in the box, ${colorScheme}`).toEqual([]);
      await page.goto(`/search/?q=${query}`);
      if (query !== '') await expect(page.locator('.search-count')).toHaveText(/found$/);
      expect.soft(await axeFinds(page, 'all'), `${query} on the page, ${colorScheme}`).toEqual([]);
      await page.goto('/');
      await page.keyboard.press('Control+k');
    }
  }
});

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { typeNamed } from '../../src/domain/documents/registry.ts';
import { addresses } from './pages.ts';

/** One document of each type, one index, and the pages of the handbook itself. */
const kinds = [
  ...new Map(addresses.toReversed().map((address) => [kindOf(address), address])).values(),
].sort();

function kindOf(address: string): string {
  const [folder = '', document, inside] = address.split('/').filter(Boolean);
  if (folder === 'guide') return guideKindOf(document ?? '', inside);
  return document === undefined && !folder.endsWith('.html') ? 'index' : folder;
}

/** Pages of the guide are drawn alike for all types and for all decisions. */
function guideKindOf(page: string, inside: string | undefined): string {
  if (inside !== undefined) return `guide/${page}/`;
  return typeNamed(page) ? 'guide/type' : `guide/${page}`;
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('axe finds nothing on any kind of page', async ({ page }) => {
      test.setTimeout(300_000);
      for (const address of ['/', '/runbooks/', ...kinds]) {
        await page.goto(address);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
        expect.soft(found, address).toEqual([]);
      }
    });
  });
}

test.describe('at 320 pixels', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('no kind of page scrolls sideways', async ({ page }) => {
    for (const address of ['/', '/runbooks/', ...kinds]) {
      await page.goto(address);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect.soft(width, address).toBeLessThanOrEqual(320);
    }
  });
});

test('the keyboard reaches the search, the text and the first link of a table', async ({
  page,
}) => {
  await page.goto('/runbooks/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  const search = page.locator('.pagefind-ui__search-input');
  await search.waitFor({ state: 'attached' });
  await page.keyboard.press('Control+k');
  await expect(search).toBeFocused();
  await page.keyboard.press('Escape');
  const first = page.locator('table.index tbody a').first();
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    if (await first.evaluate((link) => link === document.activeElement)) return;
  }
  await expect(first).toBeFocused();
});

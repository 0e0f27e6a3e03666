import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

const pages = ['/readiness/', '/acceptance/', '/coverage/', '/standard/', '/standard/rbk-06/'];

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('axe finds nothing on the pages of the exit', async ({ page }) => {
      test.setTimeout(180_000);
      for (const address of pages) {
        await page.goto(address);
        const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
        expect.soft(found, address).toEqual([]);
      }
    });
  });
}

test.describe('at 320 pixels', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('tables scroll in windows of their own', async ({ page }) => {
    for (const address of pages) {
      await page.goto(address);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect.soft(width, address).toBeLessThanOrEqual(320);
    }
  });
});

test('from the home page to what stops the exit takes one click', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'State of the exit' }).first().click();
  await expect(page).toHaveURL(/\/readiness\/$/);
  await expect(page.locator('.verdict .sentence')).toBeInViewport();
  await expect(page.locator('.gates > li')).toHaveCount(5);
});

test('a rule on the board leads to its page, and back to the standard', async ({ page }) => {
  await page.goto('/standard/');
  await page.locator('table.rules a').first().click();
  await expect(page).toHaveURL(/\/standard\/[a-z]+-\d{2}\/$/);
  await expect(page.getByRole('heading', { name: 'In this handbook' })).toBeVisible();
  await page
    .getByRole('navigation', { name: 'Breadcrumbs' })
    .getByRole('link', { name: 'The standard' })
    .click();
  await expect(page).toHaveURL(/\/standard\/$/);
});

test('every rule has a page that says something of its state', async ({ page, request }) => {
  await page.goto('/standard/');
  const links = page.locator('table.rules tbody th a');
  const hrefs = await links.evaluateAll((found) => found.map((link) => link.getAttribute('href')));
  expect(hrefs).toHaveLength(70);
  for (const href of hrefs) expect((await request.get(href ?? '')).status(), href ?? '').toBe(200);
});

test('the acceptance prints with a place to sign, and everything unfolded', async ({ page }) => {
  await page.goto('/acceptance/');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.signature')).toBeVisible();
  await expect(page.locator('.masthead .tools')).toBeHidden();
  const list = page.locator('.open-documents li').first();
  if ((await list.count()) > 0) await expect(list).toBeVisible();
});

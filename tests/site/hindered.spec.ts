import { expect, test } from '@playwright/test';

test('rows of an earlier question do not stand under a later one whose answer stalls', async ({
  page,
}) => {
  await page.route(/\.pf_(index|words)$/, () => {});
  await page.goto('/search/?q=runbook');
  const rows = page.locator('.search-results li');
  await expect(rows).not.toHaveCount(0);
  await page.locator('#q').fill('qqxyzzqq');
  await expect(page.locator('.search-count')).toHaveText('Searching…');
  await expect(rows).toHaveCount(0);
});

test('pages work where the mere name of the storage throws', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('Blocked', 'SecurityError');
      },
    });
  });
  await page.goto('/onboarding/');
  await page.locator('html[data-theme]').waitFor();
  const chosen = page.locator('starlight-theme-select select').first();
  await chosen.selectOption('dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(errors).toEqual([]);
});

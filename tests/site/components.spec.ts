import { expect, type Page, test } from '@playwright/test';

const GUIDE = '/guide/components/';

test('the guide shows every component with source, page and plain Markdown', async ({ page }) => {
  await page.goto(GUIDE);
  const sections = page.locator('.component-guide');
  expect(await sections.count()).toBeGreaterThan(10);
  for (const section of await sections.all()) {
    await expect(section.locator('.component-example > *').first()).toBeVisible();
    await expect(section.locator(':scope > figure.code')).toBeVisible();
    await expect(section.locator(':scope > details figure.code')).toHaveCount(1);
  }
  const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  expect(await page.locator('main svg style, main svg [style]').count()).toBe(0);
});

/** The guide with its group of tabs a second time below. */
async function twice(page: Page): Promise<void> {
  await page.route(`**${GUIDE}`, async (route) => {
    const response = await route.fetch();
    const [set = ''] =
      /<div class="tabset">.*?<\/div><\/div>\s*<\/div>/s.exec(await response.text()) ?? [];
    const body = (await response.text()).replace(set, set + set);
    await route.fulfill({ response, body });
  });
  await page.goto(GUIDE);
}

test('tabs are chosen with keys, and one label everywhere', async ({ page }) => {
  await twice(page);
  await expect(page.getByRole('tablist')).toHaveCount(2);
  const linux = page.getByRole('tab', { name: 'Linux' });
  const windows = page.getByRole('tab', { name: 'Windows' });
  await expect(linux.first()).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('tabpanel', { name: 'Windows' })).toHaveCount(0);
  await linux.first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(windows.first()).toBeFocused();
  for (const one of await windows.all()) await expect(one).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('tabpanel', { name: 'Windows' })).toHaveCount(2);
  await expect(page.getByRole('tabpanel', { name: 'Linux' })).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await expect(linux.first()).toBeFocused();
  await page.keyboard.press('End');
  await expect(windows.first()).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowLeft');
  await expect(windows.first()).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('tabpanel').first()).toBeFocused();
});

test('on paper every tab is there', async ({ page }) => {
  await page.goto(GUIDE);
  await page.emulateMedia({ media: 'print' });
  for (const label of ['Linux', 'Windows'])
    await expect(page.locator('.tab-label', { hasText: label })).toBeVisible();
  await expect(page.getByText('Get-Service sender').first()).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('every tab and the words of every drawing are there', async ({ page }) => {
    await page.goto(GUIDE);
    for (const label of ['Linux', 'Windows'])
      await expect(page.locator('.tab-label', { hasText: label })).toBeVisible();
    await page.locator('.diagram summary').first().click();
    await expect(page.locator('.diagram details p').first()).toBeVisible();
  });
});

test('a wide drawing scrolls by itself on a narrow screen', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 700 });
  await page.goto(GUIDE);
  const region = page.locator('.diagram-scroll').first();
  const { inner, outer } = await region.evaluate((box) => ({
    inner: box.scrollWidth,
    outer: box.clientWidth,
  }));
  expect(inner).toBeGreaterThan(outer);
  await region.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => region.evaluate((box) => box.scrollLeft)).toBeGreaterThan(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
});

test('a wide drawing says that it scrolls, and only where it does', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  await page.goto(GUIDE);
  const hint = page.locator('.diagram-hint').first();
  await expect(hint).toBeVisible();
  await page
    .locator('.diagram-scroll > svg')
    .first()
    .evaluate((svg) => svg.setAttribute('width', '100'));
  await expect(hint).toBeHidden();
});

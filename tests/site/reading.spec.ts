import { expect, test } from '@playwright/test';
import { addresses, movedAddresses } from './pages.ts';

const firstOf = (folder: string): string => {
  const address = addresses.find((one) => one.startsWith(`/${folder}/`) && one !== `/${folder}/`);
  if (!address) throw new Error(`The content has no document in ${folder}/`);
  return address;
};

test('a document shows its type, status, owner, and the way back', async ({ page }) => {
  await page.goto(firstOf('runbooks'));
  await expect(page.locator('.badges .type')).toHaveText('Runbook');
  await expect(page.getByRole('navigation', { name: 'Breadcrumbs' })).toContainText('Operate');
  await expect(page.locator('.form')).toContainText('Owner');
  await page
    .getByRole('navigation', { name: 'Breadcrumbs' })
    .getByRole('link', { name: 'Runbooks' })
    .click();
  await expect(page).toHaveURL(/\/runbooks\/$/);
});

test('links of the graph read from both ends', async ({ page }) => {
  await page.goto(firstOf('drills'));
  const runbook = page.locator('dl.facts a[href^="/runbooks/"]').first();
  const drill = new URL(page.url()).pathname;
  await page.goto((await runbook.getAttribute('href')) ?? '');
  await expect(page.locator(`.related a[href="${drill}"]`)).toHaveCount(1);
});

test('an index table is filtered and sorted in the browser', async ({ page }) => {
  await page.goto('/adrs/');
  const rows = page.locator('table.index tbody tr');
  const all = await rows.count();
  const title = (await rows.last().getByRole('link').first().textContent()) ?? '';
  await page.getByRole('searchbox', { name: 'Filter' }).fill(title);
  await expect(rows.filter({ visible: true })).toHaveCount(1);
  await page.getByRole('searchbox', { name: 'Filter' }).fill('');
  await expect(rows.filter({ visible: true })).toHaveCount(all);
  const header = page.getByRole('columnheader', { name: 'Title' });
  await header.getByRole('button').click();
  await expect(header).toHaveAttribute('aria-sort', 'ascending');
  await header.getByRole('button').click();
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  await expect(rows.first().getByRole('link').first()).toHaveText(title);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('an index is a plain table and a document is all there', async ({ page }) => {
    await page.goto('/runbooks/');
    await expect(page.locator('table.index tbody tr').first()).toBeVisible();
    await expect(page.getByRole('searchbox', { name: 'Filter' })).toBeHidden();
    await page.goto(firstOf('runbooks'));
    await expect(page.getByRole('heading', { name: 'Mitigation' })).toBeVisible();
  });
});

test('the search finds a document by its title and narrows by type', async ({ page }) => {
  await page.goto(firstOf('runbooks'));
  const title = (await page.locator('h1').first().textContent())?.trim() ?? '';
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search the handbook' }).fill(title);
  await expect(page.getByRole('option', { name: title }).first()).toBeVisible();
  await page.locator('.search-all').click();
  const found = page.getByRole('main').getByRole('link', { name: title, exact: true });
  await expect(found.first()).toBeVisible();
  await page.getByRole('group', { name: 'Type' }).getByLabel('Runbook').check();
  await expect(found.first()).toBeVisible();
  for (const name of ['System', 'Owner'])
    await expect(page.getByRole('group', { name })).toBeVisible();
});

test('an old address leads to the page', async ({ page }) => {
  expect(movedAddresses.length).toBeGreaterThan(0);
  for (const address of movedAddresses) {
    await page.goto(address);
    await page.waitForURL((url) => url.pathname !== address);
    await expect(page.locator('h1').first()).toBeVisible();
  }
});

test('an address that is no page says so and leads on', async ({ page }) => {
  const response = await page.goto('/runbooks/never-written/');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('no page');
});

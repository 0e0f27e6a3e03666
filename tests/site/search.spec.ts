import { expect, type Page, test } from '@playwright/test';
import { addresses } from './pages.ts';
import { watchPolicy } from './violations.ts';

const runbook = addresses.find((one) => /^\/runbooks\/[^/]+\/$/.test(one)) ?? '';

const fieldOf = (page: Page) => page.getByRole('combobox', { name: 'Search the handbook' });
const box = (page: Page) => page.locator('dialog.search');
const options = (page: Page) => box(page).getByRole('option');
const chosen = (page: Page) => box(page).locator('[role=option][aria-selected=true]');

/** Opens the box by its key and waits until what it lists is about the query. */
async function ask(page: Page, query: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await fieldOf(page).fill(query);
  await expect(box(page).locator('.search-count')).toHaveText(/found$|not available/);
}

const titleOf = async (page: Page, address: string): Promise<string> => {
  await page.goto(address);
  return (await page.locator('h1').first().textContent())?.trim() ?? '';
};

test('nothing of search is loaded before it is opened, and typing begins at once', async ({
  page,
}) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await page.goto(runbook, { waitUntil: 'networkidle' });
  expect(loaded.filter((path) => /search-index|dialog/.test(path))).toEqual([]);
  // The letters come before the box does.
  await page.evaluate(() => {
    for (const key of ['/', 'h', 'l', '7'])
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  });
  await expect(fieldOf(page)).toHaveValue('hl7');
  await expect(options(page).first()).toBeVisible();
});

test('the keyboard opens, chooses, opens a page, clears and leaves', async ({ page, context }) => {
  await page.goto(runbook);
  const link = page.locator('main a[href^="/"]').first();
  await link.focus();
  await page.keyboard.press('/');
  await expect(fieldOf(page)).toBeFocused();
  await page.keyboard.type('feed / stalled');
  await expect(fieldOf(page)).toHaveValue('feed / stalled');
  await expect(box(page).locator('.search-count')).toHaveText(/found$/);
  await expect(chosen(page)).toHaveCount(1);
  const first = await chosen(page).getAttribute('href');
  await page.keyboard.press('ArrowDown');
  await expect(fieldOf(page)).toBeFocused();
  const second = await chosen(page).getAttribute('href');
  expect(second).not.toBe(first);
  await page.keyboard.press('ArrowUp');
  await expect(chosen(page)).toHaveAttribute('href', first ?? '');
  const opened = context.waitForEvent('page');
  await page.keyboard.press('Control+Enter');
  expect(new URL((await opened).url()).pathname).toBe(new URL(first ?? '', page.url()).pathname);
  await page.keyboard.press('Escape');
  await expect(fieldOf(page)).toHaveValue('');
  await expect(box(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(box(page)).toBeHidden();
  await expect(link).toBeFocused();
  await ask(page, 'feed stalled');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === new URL(first ?? '', page.url()).pathname);
});

test('a typed query ends in the list of a pasted one, and Enter opens its first row', async ({
  page,
}) => {
  const hrefs = () =>
    options(page).evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  await page.goto('/');
  await ask(page, 'saltmrsh froz');
  const pasted = await hrefs();
  await page.goto('/');
  await page.keyboard.press('/');
  await page.keyboard.type('saltmrsh froz', { delay: 120 });
  await expect(box(page).locator('.search-count')).toHaveText(/found$/);
  expect(await hrefs()).toEqual(pasted);
  await expect(chosen(page)).toHaveAttribute('href', pasted[0] ?? '');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === new URL(pasted[0] ?? '', page.url()).pathname);
});

test('a screen reader is told what is chosen and how many there are', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  const field = fieldOf(page);
  await expect(field).toHaveAttribute('aria-controls', 'search-list');
  await field.fill('feed');
  await expect(field).toHaveAttribute('aria-expanded', 'true');
  const active = await field.getAttribute('aria-activedescendant');
  await expect(page.locator(`[id="${active}"]`)).toHaveAttribute('aria-selected', 'true');
  await expect(box(page).getByRole('status')).toHaveText(/^\d+ pages? found$/);
  await field.fill('zzqqxxj');
  await expect(box(page).getByRole('status')).toHaveText('Nothing found');
});

test('a list that is reached into keeps its rows and its choice when the text comes', async ({
  page,
}) => {
  let give = () => {};
  const later = new Promise<void>((resolve) => {
    give = resolve;
  });
  await page.route(/\/search-index\/.+\/.*\.pf_/, async (route) => {
    await later;
    await route.continue();
  });
  await page.goto('/');
  await page.keyboard.press('/');
  await fieldOf(page).fill('feed');
  await expect(options(page).nth(1)).toBeVisible();
  await page.keyboard.press('ArrowDown');
  const hrefs = () =>
    options(page).evaluateAll((all) => all.map((one) => one.getAttribute('href')?.split('#')[0]));
  const before = await hrefs();
  const choice = (await chosen(page).getAttribute('href'))?.split('#')[0];
  give();
  await expect(box(page).locator('.search-count')).toHaveText(/found$/);
  expect((await hrefs()).slice(0, before.length)).toEqual(before);
  expect((await chosen(page).getAttribute('href'))?.split('#')[0]).toBe(choice);
});

test('pasted lines keep their ends, and do not get into what the server sees', async ({ page }) => {
  await page.goto('/search/');
  const field = page.getByRole('textbox', { name: /log line/ });
  await field.evaluate((input: HTMLInputElement) => {
    input.focus();
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'MSH|^~\\&|LAB\rPID|1||0001\rOBX|1|NM\r');
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, cancelable: true }));
  });
  await expect(field).toHaveValue('MSH|^~\\&|LAB ↵ PID|1||0001 ↵ OBX|1|NM');
  const url = new URL(page.url());
  expect(url.search).toBe('');
  expect(new URLSearchParams(url.hash.slice(1)).get('q')).toBe(
    'MSH|^~\\&|LAB\nPID|1||0001\nOBX|1|NM',
  );
  await page.reload();
  await expect(field).toHaveValue('MSH|^~\\&|LAB ↵ PID|1||0001 ↵ OBX|1|NM');
});

test('the address of the page holds what is asked and chosen, and back undoes a choice', async ({
  page,
}) => {
  await page.goto('/search/?q=feed');
  const found = page.locator('.found > li');
  await expect(page.getByRole('heading', { name: /pages found$/ })).toBeVisible();
  const type = page.getByRole('group', { name: 'Type' });
  const all = await page.locator('.search-count').textContent();
  const box = type.getByRole('checkbox').first();
  const count = (await type.locator('.facet-count').first().textContent()) ?? '';
  await box.check();
  await expect(page).toHaveURL(/\?q=feed&type=/);
  await expect(page.locator('.search-count')).toHaveText(new RegExp(`^${count} pages? found$`));
  await expect(box).toBeFocused();
  // Values of one facet are an "or", so the others can still be chosen.
  await type.getByRole('checkbox').nth(1).check();
  expect(new URL(page.url()).searchParams.getAll('type')).toHaveLength(2);
  const linked = page.url();
  await page.goBack();
  await expect(type.getByRole('checkbox', { checked: true })).toHaveCount(1);
  await page.goto('/');
  await page.goto(linked);
  await expect(type.getByRole('checkbox', { checked: true })).toHaveCount(2);
  await expect(found.first()).toBeVisible();
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect(page.locator('.search-count')).toHaveText(all ?? '');
  await expect(page).toHaveURL(/\?q=feed$/);
});

test('more results come at a press, after the ones that are there', async ({ page }) => {
  await page.goto('/search/?q=the+feed+system+alert');
  const found = page.locator('.found > li');
  await expect(page.locator('.search-count')).toHaveText(/found$/);
  const before = await found.count();
  expect(before).toBeGreaterThanOrEqual(20);
  await page.getByRole('button', { name: /^Show \d+ more$/ }).click();
  await expect(found.nth(before).getByRole('link')).toBeFocused();
});

test('nothing found says what was understood and where to go', async ({ page }) => {
  await page.goto('/');
  await ask(page, '2026-11-20T03:11:02Z zzqqxxj');
  await expect(box(page).locator('.search-nothing')).toBeVisible();
  await expect(box(page).locator('.search-read')).toContainText('zzqqxxj');
  await expect(box(page).getByRole('option', { name: 'Alerts and symptoms' })).toBeVisible();
  await page.goto('/search/?q=zzqqxxj');
  await expect(page.locator('.search-read')).toContainText('zzqqxxj');
});

for (const [state, answer] of [
  ['missing', { status: 404, body: 'none' }],
  ['damaged', { status: 200, body: '{"pages": [null' }],
] as const) {
  test(`an index that is ${state} is told, with the lists in its place`, async ({ page }) => {
    await page.route('**/search-index/**', (route) => route.fulfill(answer));
    await page.goto('/');
    await ask(page, 'feed');
    await expect(box(page).locator('.search-trouble')).toContainText('could not be read');
    await expect(box(page).getByRole('option', { name: 'Runbooks' })).toBeVisible();
    await page.goto('/search/?q=feed');
    await expect(page.locator('.search-trouble')).toContainText('could not be read');
    await expect(page.locator('.search-lists')).toBeVisible();
    await page.goto('/runbook/feed');
    await expect(page.locator('.lost')).toContainText('not available');
  });
}

test('a wrong address offers the pages that its words mean', async ({ page }) => {
  const title = await titleOf(page, runbook);
  await page.goto(`${runbook.replace(/s\//, '_')}.html`);
  await expect(page.locator('.lost').getByRole('link', { name: title })).toHaveAttribute(
    'href',
    new RegExp(`^${runbook}`),
  );
});

const hostile = [
  ['ten thousand characters', 'ORU^R01 '.repeat(1250)],
  ['one word without an end', 'x'.repeat(10_000)],
  ['markup', '<img src=x onerror="window.planted=1"><script>window.planted=1</script>'],
  ['control characters and marks of direction', 'fe\u0000ed \u202ekcab\u200f \u0007'],
  ['the worst case of an expression', `${'a'.repeat(5000)}!`],
] as const;

for (const [what, query] of hostile) {
  test(`a query of ${what} is text, and stays in its bounds`, async ({ page, baseURL }) => {
    const complaints = await watchPolicy(page, new URL(baseURL ?? '').origin);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto('/');
    await ask(page, query);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      320,
    );
    await box(page).locator('.search-all').click();
    await expect(page.locator('.search-count')).toHaveText(/found$/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      320,
    );
    expect(await page.evaluate(() => 'planted' in window)).toBe(false);
    expect(complaints.all).toEqual([]);
  });
}

test('the box fills a phone, its field does not zoom, and its rows take a thumb', async ({
  page,
}) => {
  await page.setViewportSize({ width: 375, height: 667 });
  await page.goto('/');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await fieldOf(page).fill('feed');
  await expect(options(page).first()).toBeVisible();
  expect(await box(page).boundingBox()).toEqual({ x: 0, y: 0, width: 375, height: 667 });
  expect(
    await fieldOf(page).evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
  ).toBeGreaterThanOrEqual(16);
  for (const target of [options(page).first(), box(page).getByRole('button', { name: 'Close' })])
    expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(44);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page of search says so and offers the lists', async ({ page }) => {
    await page.goto('/');
    await page.locator('header').getByRole('link', { name: 'Search' }).click();
    await expect(page.getByText('Searching needs JavaScript')).toBeVisible();
    await expect(page.getByRole('textbox')).toBeHidden();
    await expect(page.getByRole('link', { name: 'Runbooks' }).first()).toBeVisible();
    await page.goto('/no/such/page/');
    await expect(page.getByRole('link', { name: 'Runbooks' }).first()).toBeVisible();
    await expect(page.locator('.lost')).toBeHidden();
  });
});

import { expect, type Page, test } from '@playwright/test';
import { addresses } from './pages.ts';

const system = addresses.find((address) => /^\/systems\/./.test(address)) ?? '';
const card = '.term-card';

/** A page with a term, opened, and the term. */
async function withTerm(page: Page) {
  for (const address of addresses.filter((one) => /^\/(systems|adrs)\/./.test(one))) {
    await page.goto(address);
    const term = page.locator('a.term').first();
    if ((await term.count()) > 0) return term;
  }
  throw new Error('no page has a term');
}

/** Where everything of the text stands. */
const boxes = (page: Page) =>
  page.locator('.sl-markdown-content :is(p, li, td, h2, a)').evaluateAll((all) =>
    all
      .filter((one) => !one.closest('.term-card'))
      .map((one) => {
        const { x, y, width, height } = one.getBoundingClientRect();
        return [x, y + scrollY, width, height].map(Math.round).join(' ');
      }),
  );

test('pointing at a term shows what it means and moves nothing', async ({ page }) => {
  const term = await withTerm(page);
  await term.scrollIntoViewIfNeeded();
  const before = await boxes(page);
  await term.hover();
  await expect(page.locator(card)).toBeVisible();
  const said = await page.locator(`#${await term.getAttribute('aria-describedby')}`).textContent();
  await expect(page.locator(card)).toHaveText(said ?? '');
  expect(await boxes(page)).toEqual(before);

  await page.locator(card).hover();
  await expect(page.locator(card)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator(card)).toHaveCount(0);
  await term.hover();
  await expect(page.locator(card)).toBeVisible();
  await page.mouse.move(0, 0);
  await expect(page.locator(card)).toHaveCount(0);
});

test('the focus shows it too; Escape puts it away and leaves the focus', async ({ page }) => {
  const term = await withTerm(page);
  await page.keyboard.press('Tab');
  await term.focus();
  await expect(page.locator(card)).toBeVisible();
  await expect(term).toHaveAccessibleDescription(/\w+/);
  await page.keyboard.press('Escape');
  await expect(page.locator(card)).toHaveCount(0);
  await expect(term).toBeFocused();
  const href = await term.getAttribute('href');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${href}$`));
});

test.describe('on the smallest phone', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true });

  test('a tap shows every term of a page inside the window, with a way on', async ({ page }) => {
    await withTerm(page);
    const terms = page.locator('a.term');
    for (const term of await terms.all()) {
      if (!(await term.isVisible())) continue;
      await term.tap();
      await expect(page.locator(card)).toBeVisible();
      const { x, width } = (await page.locator(card).boundingBox()) ?? { x: -1, width: 0 };
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(320);
    }
    const href = await page.locator(card).getByRole('link', { name: /^More about/ });
    const to = await href.getAttribute('href');
    await href.tap();
    await expect(page).toHaveURL(to ?? '');
  });

  test('a tap elsewhere puts it away, and a second tap on the word leads on', async ({ page }) => {
    const term = await withTerm(page);
    await term.tap();
    await expect(page.locator(card)).toBeVisible();
    await page.locator('h1').tap();
    await expect(page.locator(card)).toHaveCount(0);
    await term.tap();
    await expect(page.locator(card)).toBeVisible();
    await term.tap();
    await expect(page).toHaveURL(/\/glossary\/./);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a term is a quiet link that carries its meaning', async ({ page }) => {
    const term = await withTerm(page);
    await expect(term).toHaveAttribute('href', /^\/glossary\/./);
    await expect(term).toHaveCSS('text-decoration-style', 'dotted');
    await expect(term).toHaveAccessibleDescription(/\w+/);
  });
});

test('a system answers in its first screen why it is like this', async ({ page }) => {
  await page.goto(system);
  const door = page.locator('.form a[href="#_why"]');
  await expect(door).toBeInViewport();
  await door.click();
  await expect(page.getByRole('heading', { name: 'Why is it like this?' })).toBeInViewport();
});

test('a successor finds the reading order from the exit plan, and every step leads somewhere', async ({
  page,
  request,
}) => {
  await page.goto(addresses.find((address) => /^\/exit-plans\/./.test(address)) ?? '');
  await page.locator('.form').getByRole('link', { name: 'For the successor' }).click();
  await expect(page.getByRole('heading', { level: 2 }).first()).toContainText('1. Read');
  const links = await page
    .locator('.successor a')
    .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
  expect(links.length).toBeGreaterThan(9);
  for (const link of new Set(links.map((one) => one.replace(/[?#].*/, ''))))
    expect((await request.get(link)).status(), link).toBe(200);
});

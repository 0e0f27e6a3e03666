import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { addresses } from './pages.ts';

/** A path with three steps or more that can be opened. */
const paths = addresses.filter((one) => /^\/onboarding\/[^/]+\/$/.test(one));
const path = paths.at(-1) ?? '';

const card = (page: Page) => page.locator('.next-card.here');
const place = (page: Page) => page.locator('.step-place');
const end = (page: Page) => page.locator('.step-end:not([hidden])');
const tickOf = (page: Page, index: number) =>
  page.locator('.path-steps .path-tick input').nth(index);

/** Counts what moves while a page loads, without the reader's doing. */
const watchShifts = (page: Page) =>
  page.addInitScript(() => {
    const seen = { shift: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      // The table of an index makes room for its filters by itself.
      for (const entry of list.getEntries() as never as {
        value: number;
        sources: { node: Node }[];
      }[])
        if (entry.sources.some(({ node }) => !node.parentElement?.closest('index-table')))
          seen.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
const shiftOf = (page: Page) =>
  page.evaluate(() => (window as never as { seen: { shift: number } }).seen.shift);

async function start(page: Page): Promise<string> {
  await page.goto(path);
  const title = ((await card(page).locator('.next-title').textContent()) ?? '').trim();
  await card(page).getByRole('link', { name: title }).click();
  await expect(page.locator('h1')).toContainText(title);
  return title;
}

test('a newcomer starts, ticks a step at its end, and goes on to the next', async ({ page }) => {
  await watchShifts(page);
  await page.goto(path);
  await expect(card(page).locator('.next-label')).toHaveText('Start here');
  const first = await start(page);
  await expect(place(page)).toContainText(/^Step 1 of \d+ in .+ · /);
  await expect(place(page)).toContainText('next: ');
  expect(await shiftOf(page)).toBe(0);
  // After the text, and before the links that others make to it.
  await expect(page.locator('.step-end:not([hidden]) ~ .related:not(.nearby)')).toHaveCount(1);
  await end(page).getByRole('checkbox').check();
  await expect(place(page)).toContainText('done on');
  await page.reload();
  await expect(end(page).getByRole('checkbox')).toBeChecked();
  const onward = end(page).locator('.onward a');
  const second = (await onward.textContent()) ?? '';
  await onward.click();
  await expect(page.locator('h1')).toContainText(second);
  await expect(place(page)).toContainText('Step 2 of');
  await page.goto(path);
  await expect(card(page).locator('.next-title')).toContainText(second);
  await expect(tickOf(page, 0)).toBeChecked();
  await expect(page.locator('.path-steps li').nth(1)).toContainText('opened on');
  await expect(page.locator('.path-standing')).toContainText('1 of');
  expect(await shiftOf(page)).toBe(0);
  await page.goto('/onboarding/');
  await expect(page.locator('.roles .started')).toContainText(`Continue with: ${second}`);
  expect(await shiftOf(page)).toBe(0);
  expect(first).not.toBe(second);
});

test('each box of a path is hit at its centre, on a phone and on a desk', async ({ page }) => {
  for (const width of [375, 1440])
    for (const one of paths) {
      await page.setViewportSize({ width, height: 812 });
      await page.goto(one);
      const boxes = page.locator('.path-steps .path-tick input, .path-change .path-tick input');
      expect(await boxes.count()).toBeGreaterThan(2);
      const missed = await boxes.evaluateAll(
        (all) =>
          all.filter((box) => {
            box.scrollIntoView({ block: 'center', behavior: 'instant' });
            const { left, top, width: wide, height } = box.getBoundingClientRect();
            const hit = document.elementFromPoint(left + wide / 2, top + height / 2);
            return hit === null || box.closest('label') !== hit.closest('label');
          }).length,
      );
      expect.soft(missed, `${one} at ${width}`).toBe(0);
      // The question stands beside its box, in the column of the step.
      const squeezed = await page
        .locator('.path-steps .path-tick')
        .evaluateAll(
          (all) =>
            all.filter((label) => label.clientWidth < (label.parentElement?.clientWidth ?? 0) / 2)
              .length,
        );
      expect.soft(squeezed, `${one} at ${width}`).toBe(0);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect.soft(over, `${one} at ${width}`).toBeLessThanOrEqual(0);
    }
});

test('a page that changed since it was ticked says so, and is ticked again', async ({ page }) => {
  await page.goto(path);
  await tickOf(page, 0).check();
  await page.evaluate(() => {
    for (const [name, text] of Object.entries(localStorage))
      if (name.startsWith('handbook-onboarding:'))
        localStorage.setItem(name, text.replace(/"digest":"\w+"/, '"digest":"000000000000"'));
  });
  await page.reload();
  const step = page.locator('.path-steps li').first();
  await expect(step).toContainText('changed since you read it');
  await tickOf(page, 0).click();
  await expect(step).toContainText('done on');
});

test('progress moves to another machine as a file, and a strange file is refused', async ({
  page,
  browser,
}) => {
  await page.goto(path);
  const count = await page.locator('.path-tick input').count();
  for (let index = 0; index < count; index++)
    await page.locator('.path-tick input').nth(index).check();
  await expect(card(page)).toContainText('You have been through this path');
  const form = page.locator('.path-record');
  await form.getByLabel('Who you are').fill('nobody-at-all');
  await form.getByRole('button', { name: 'Take' }).click();
  await expect(form.getByRole('status')).toContainText('Nobody of this handbook');
  const person = (await page.locator('#_people option').first().getAttribute('value')) ?? '';
  await form.getByLabel('Who you are').fill(person);
  await form.getByLabel('Where your feedback is').fill('Ticket 7');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    form.getByRole('button', { name: 'Take' }).click(),
  ]);
  const file = await download.path();
  const text = readFileSync(file, 'utf8');
  expect(text).toMatch(
    new RegExp(
      `^completed:\n  - person: "${person}"\n    on: \\d{4}-\\d\\d-\\d\\d\n    feedback_ref: "Ticket 7"$`,
      'm',
    ),
  );
  const other = await (await browser.newContext()).newPage();
  await other.goto(new URL(path, page.url()).href);
  const choose = other.locator('.path-record input[type=file]');
  await choose.setInputFiles({
    name: 'x.yaml',
    mimeType: 'text/yaml',
    buffer: Buffer.from('a: ['),
  });
  await expect(other.locator('.said')).toContainText('cannot be read');
  await expect(tickOf(other, 0)).not.toBeChecked();
  await choose.setInputFiles({ name: 'p.yaml', mimeType: 'text/yaml', buffer: Buffer.from(text) });
  await expect(tickOf(other, 0)).toBeChecked();
  await expect(card(other)).toContainText('You have been through this path');
  other.on('dialog', (dialog) => dialog.accept());
  await other.getByRole('button', { name: 'Clear your progress' }).click();
  await expect(tickOf(other, 0)).not.toBeChecked();
  expect(await other.evaluate(() => JSON.stringify(localStorage))).not.toContain(path.slice(1, -1));
  await other.context().close();
});

test('where the browser keeps nothing, ticks last as long as the page, which says so', async ({
  page,
}) => {
  await page.addInitScript(() => {
    for (const name of ['getItem', 'setItem', 'removeItem'] as const)
      Storage.prototype[name] = () => {
        throw new DOMException('blocked', 'SecurityError');
      };
  });
  await page.goto(path);
  await expect(page.locator('.path-standing')).toContainText('keeps nothing');
  await tickOf(page, 0).check();
  await expect(page.locator('.path-standing')).toContainText('1 of');
  await page.locator('.path-steps a').first().click();
  await expect(place(page)).toContainText('Part of: ');
  await expect(end(page)).toHaveCount(0);
});

test('a document of two paths shows the end of the one that was started', async ({ page }) => {
  const places = new Map<string, string[]>();
  for (const one of paths) {
    await page.goto(one);
    for (const href of await page
      .locator('.step-title a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? '')))
      places.set(href, [...(places.get(href) ?? []), one]);
  }
  const [address, of] = [...places].find(([, of]) => of.length > 1) ?? ['', []];
  for (const started of of) {
    await page.goto(started);
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await card(page).locator('.next-title a').click();
    await page.goto(address);
    await expect(end(page)).toHaveCount(1);
    await expect(end(page)).toHaveAttribute('data-path', started.slice(1, -1));
    await expect(end(page).locator('xpath=following-sibling::*').first()).toBeAttached();
  }
  expect(of.length).toBeGreaterThan(1);
});

test('who has started no path sees one line, and no more', async ({ page }) => {
  await page.goto(path);
  await page.locator('.path-steps a').first().click();
  await expect(place(page)).toContainText(/^\s*Part of: .+, step 1/);
  expect(await place(page).evaluate((line) => line.getBoundingClientRect().height)).toBeLessThan(
    32,
  );
  await expect(end(page)).toHaveCount(0);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a path is a list with everything in it', async ({ page }) => {
    await page.goto(path);
    await expect(card(page)).toBeVisible();
    const steps = page.locator('.path-steps > li');
    expect(await steps.count()).toBeGreaterThan(2);
    for (const step of await steps.all()) {
      await expect(step.locator('.step-title a')).toBeVisible();
      await expect(step.locator('.path-tick span')).toBeVisible();
      await expect(step.locator('input')).toBeHidden();
    }
    await expect(page.locator('form.path-record')).toBeHidden();
  });
});

import { expect, type Page, test } from '@playwright/test';
import { addresses } from './pages.ts';

test.use({ viewport: { width: 375, height: 667 } });

const feed = '/runbooks/hl7-feed-stalled/';
const id = '5d0c7a94-3e1b';

test('the first screen of a woken reader: the way to search, and four alerts with severity and number', async ({
  page,
}) => {
  await page.goto('/oncall/');
  await expect(page.locator('.search-door')).toBeInViewport({ ratio: 1 });
  const rows = page.locator('.call-list').first().locator('li');
  await expect(rows.nth(3)).toBeInViewport({ ratio: 1 });
  await expect(rows.nth(3).locator('.tel')).toBeInViewport({ ratio: 1 });
  const heights = await page
    .locator('.search-door, .call-list .tel')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
  await expect(rows.first().locator('.status')).toHaveText(/^Sev \d$/);
  await page.getByRole('searchbox').fill('saltmarsh frozen');
  await expect(page.locator('.call-list li:visible')).toHaveCount(1);
  await page.locator('.call-list li:visible .name a').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('HL7 feed stalled');
});

test('the first screen of every runbook: meaning, drill, first command, first number', async ({
  page,
}) => {
  for (const address of addresses.filter((one) => /^\/runbooks\/./.test(one))) {
    await page.goto(address);
    const command = page.locator('.form figure.code');
    const expected = page.locator('.form .command-expect');
    await expect.soft(page.locator('h1'), address).toBeInViewport({ ratio: 1 });
    const number = page.locator('.calls a[href^="tel:"]').first();
    await expect.soft(page.locator('.form .block-prose'), address).toBeInViewport({ ratio: 1 });
    await expect.soft(page.locator('.badges.run'), address).toContainText(/drill/i);
    if (await command.count()) await expect.soft(command, address).toBeInViewport({ ratio: 0.95 });
    if (await expected.count()) await expect.soft(expected, address).toBeInViewport({ ratio: 1 });
    if (await number.count()) await expect.soft(number, address).toBeInViewport({ ratio: 1 });
  }
});

const copied = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { copied: string }).copied);

async function watchClipboard(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const writeText = async (text: string) => {
      (globalThis as unknown as { copied: string }).copied = text;
    };
    Object.defineProperty(navigator, 'clipboard', { value: { writeText } });
  });
}

const stop = 'Copy the code: Run on jump-01';

test('values go into every command and nowhere else', async ({ page }) => {
  await watchClipboard(page);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url() + (request.postData() ?? '')));
  await page.goto(feed);
  await page.getByLabel('<CHANNEL_ID>').fill(id);
  await expect(page.locator('main .filled')).toHaveCount(3);
  const second = page.getByRole('button', { name: stop }).nth(2);
  await second.click();
  expect(await copied(page)).toContain(`/channels/${id}/`);
  await page.getByRole('button', { name: stop }).nth(3).click();
  await expect(
    page.getByRole('status').filter({ hasText: 'Still open: <MESSAGE_ID>' }),
  ).toBeVisible();
  await page.getByLabel('<MESSAGE_ID>').fill('<img src=x onerror=alert(1)>; $(reboot)');
  await expect(page.locator('.fill-in .danger').nth(1)).toContainText('the shell would run');
  await expect(page.locator('main img[src=x]')).toHaveCount(0);
  await page.getByRole('button', { name: stop }).nth(3).click();
  await expect(
    page.getByRole('status').filter({ hasText: /^Copied\..*<MESSAGE_ID> holds .*a blank/ }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Copy the note' }).click();
  const note = await copied(page);
  expect(note).toContain('<CHANNEL_ID>');
  expect(note).not.toContain(id);
  const kept = await page.evaluate(() => JSON.stringify([sessionStorage, localStorage, location]));
  expect(kept + requests.join()).not.toContain(id);
  await page.reload();
  await expect(page.locator('main .filled')).toHaveCount(0);
});

test('ticks survive a reload, the note tells them, and they can be cleared', async ({ page }) => {
  await watchClipboard(page);
  await page.goto(feed);
  const box = page.getByRole('checkbox', { name: /^Step 1: Stop destination 1/ });
  await box.focus();
  await page.keyboard.press('Space');
  const bar = page.locator('.run-bar');
  await expect(bar).toContainText('1 of 12 steps');
  await expect(bar).toContainText('of 30 min');
  await expect(bar.getByRole('link', { name: '555-0102' })).toBeVisible();
  await page.locator('.branch').first().getByRole('link', { name: 'Step 3' }).click();
  await expect(page).toHaveURL(/#_b-nothing-arrives-3$/);
  await page.reload();
  await expect(box).toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'You see no lines' })).toBeChecked();
  await page.getByRole('button', { name: 'Copy the note' }).click();
  expect(await copied(page)).toMatch(
    /Done: Step 1: Stop destination 1[\s\S]*Seen: You see no lines/,
  );
  page.on('dialog', (dialog) => dialog.accept());
  await page.getByRole('button', { name: 'Clear ticks and note' }).click();
  await expect(box).not.toBeChecked();
  await expect(bar).toBeHidden();
});

test('a row that was followed says when, and can be taken back', async ({ page }) => {
  for (const address of addresses.filter((one) => /^\/runbooks\/./.test(one))) {
    await page.goto(address);
    if (await page.locator('main .sl-markdown-content td:last-child a[href^="#"]').count()) break;
  }
  await page.locator('main .sl-markdown-content td:last-child a[href^="#"]').first().click();
  const taken = page.getByRole('button', { name: /^Taken at \d\d:\d\d UTC\. Undo$/ });
  await expect(taken).toHaveCount(1);
  await page.reload();
  await taken.click();
  await expect(taken).toHaveCount(0);
  await expect(page.locator('.run-bar')).toBeHidden();
});

test('without storage the page works on', async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    for (const name of ['sessionStorage', 'localStorage'])
      Object.defineProperty(window, name, { get: refuse });
  });
  await page.goto(feed);
  await page.getByRole('checkbox', { name: /^Step 1: Stop/ }).check();
  await expect(page.locator('.run-bar')).toContainText('1 of 12 steps');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('everything is there as text', async ({ page }) => {
    await page.goto('/oncall/');
    expect(await page.locator('.call-list li').count()).toBeGreaterThan(10);
    await page.goto(feed);
    await expect(page.locator('.fill-in')).toContainText('Id of the stalled channel');
    await expect(page.locator('.fill-in input').first()).toBeHidden();
    await expect(page.getByRole('checkbox', { name: /^Step 1: Stop/ })).toBeVisible();
  });
});

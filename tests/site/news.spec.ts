import { expect, test } from '@playwright/test';
import { movedAddresses } from './pages.ts';

const RUNBOOK = '/runbooks/hl7-feed-stalled/';

test('what changed marks what the last visit did not list, until a day is chosen', async ({
  page,
}) => {
  await page.goto('/changes/');
  await expect(page.locator('.changes output')).toContainText('first visit');
  const left = await page.evaluate(() => {
    const rows = [...document.querySelectorAll<HTMLElement>('.changes li[data-key]')];
    const [, ...keys] = rows.map(({ dataset }) => dataset['key']);
    sessionStorage.clear();
    localStorage.setItem(
      'handbook-changes',
      JSON.stringify({ at: '2026-01-02T12:00:00Z', from: '2000-01-01', keys }),
    );
    return rows.length;
  });
  await page.reload();
  const output = page.locator('.changes output');
  await expect(output).toHaveText('1 change since you were last here, on 2 Jan 2026.');
  await page.getByLabel('Only what is new').check();
  await expect(page.locator('.changes li:visible')).toHaveCount(1);
  await expect(page.locator('.changes li:visible')).toContainText('new to you');
  await page.goto('/changes/?since=2000-01-01&only=new');
  await expect(page.locator('.changes li:visible')).toHaveCount(left);
  await page.reload();
  await expect(output).toHaveText(`${left} changes since 1 Jan 2000.`);
});

test('what changed works where the browser keeps nothing', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('denied');
        },
      });
  });
  await page.goto('/changes/');
  await expect(page.locator('.changes output')).toContainText('keeps nothing');
});

test('an old address leads on with its section and its query', async ({ page }) => {
  const [old] = movedAddresses;
  expect(old).toBeDefined();
  await page.goto(`${old}?q=1#verify`);
  await page.waitForURL((url) => url.pathname !== old);
  expect(new URL(page.url()).search + new URL(page.url()).hash).toBe('?q=1#verify');
});

test('a link to a section that has another name says so, and offers the nearest', async ({
  page,
}) => {
  await page.goto(RUNBOOK);
  const slug =
    (await page.locator('.sl-markdown-content > .heading > h2[id]').first().getAttribute('id')) ??
    '';
  await page.goto(`${RUNBOOK}#${slug}-of-old`);
  const note = page.locator('.lost-section');
  await note.getByRole('link').first().click();
  expect(new URL(page.url()).hash).toBe(`#${slug}`);
  await expect(note).toHaveCount(0);
});

test('the sign beside a heading copies its link, also where there is no clipboard', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
    document.addEventListener('copy', () => {
      document.documentElement.dataset['copied'] =
        document.activeElement instanceof HTMLTextAreaElement ? document.activeElement.value : '';
    });
  });
  await page.goto(`${RUNBOOK}?q=typed`);
  const anchor = page.locator('.heading > a.anchor').first();
  await anchor.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#copy-announcer')).toHaveText('Link copied.');
  const copied = await page.locator('html').getAttribute('data-copied');
  expect(copied).toBe(
    new URL((await anchor.getAttribute('href')) ?? '', new URL(RUNBOOK, page.url())).href,
  );
  expect(new URL(page.url()).hash).not.toBe('');
});

test('the sign beside a heading is as large as a finger, also of what fields show', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    ...{ hasTouch: true, isMobile: true },
    ...(baseURL ? { baseURL } : {}),
  });
  const page = await context.newPage();
  await page.goto('/onboarding/on-call-engineer/');
  const inForm = page.locator('.form-section > .heading > a.anchor').first();
  await expect(inForm).toHaveAttribute('href', /^#./);
  const sizes = await page.locator('.heading > a.anchor').evaluateAll((all) =>
    all.map((one) => {
      const { width, height } = one.getBoundingClientRect();
      return Math.min(width, height);
    }),
  );
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44);
  await context.close();
});

test('an address in capital letters, with what was glued to it, leads to its page', async ({
  page,
}) => {
  await page.goto('/Runbooks/HL7-Feed-Stalled/).?q=1#verify');
  await page.waitForURL((url) => url.pathname === RUNBOOK);
  expect(new URL(page.url()).search + new URL(page.url()).hash).toBe('?q=1#verify');
});

test('a report carries page, section and text, and nothing that was typed', async ({ page }) => {
  await page.goto(RUNBOOK);
  const heading = page.locator('.sl-markdown-content > .heading > h2[id]').first();
  const slug = (await heading.getAttribute('id')) ?? '';
  await page.goto(`${RUNBOOK}?q=typed#${slug}`);
  await page.getByText('This page is wrong').click();
  const href = (await page.getByRole('link', { name: 'Write a mail' }).getAttribute('href')) ?? '';
  const body = decodeURIComponent(/body=(.*)$/.exec(href)?.[1] ?? '');
  expect(body).toContain(`Section: ${await heading.textContent()}`);
  expect(body).toContain(`${RUNBOOK}#${slug}`);
  expect(body).toMatch(/Commit: [0-9a-f]{12}\r\nContent: [0-9a-f]{12}/);
  expect(body).not.toContain('typed');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('changes, report and old addresses are there all the same', async ({ page }) => {
    await page.goto('/changes/');
    await expect(page.locator('.changes form')).toBeHidden();
    await page.goto(RUNBOOK);
    await expect(page.locator('.report select')).toBeHidden();
    await expect(page.locator('.report a[href^="mailto:"]')).toHaveCount(1);
    const [old = ''] = movedAddresses;
    await page.goto(old);
    await page.waitForURL((url) => url.pathname !== old);
  });
});

import { expect, type Page, test } from '@playwright/test';
import { reader } from './interactions.ts';

const field = (page: Page) => page.getByRole('combobox', { name: 'Search the handbook' });
const firstCommand = (page: Page) => page.locator('main figure.code').first();

/** Whether something is on the first screen as a whole, without scrolling. */
async function isOnFirstScreen(page: Page): Promise<boolean> {
  expect(await page.evaluate(() => scrollY)).toBe(0);
  const box = await firstCommand(page).boundingBox();
  return box !== null && box.y + box.height <= (page.viewportSize()?.height ?? 0);
}

const phone = {
  viewport: { width: 375, height: 667 },
  colorScheme: 'dark',
  hasTouch: true,
  isMobile: true,
} as const;

test.describe('on call, on a phone', () => {
  test.use({ ...phone, permissions: ['clipboard-read', 'clipboard-write'] });

  for (const [what, pasted] of Object.entries({
    'an alert': 'HL7NoInboundMessages',
    'a line of a log':
      '2026-11-20T03:12:44Z alertmanager[812]: FIRING HL7NoInboundMessages channel=LAB_IN_ORU severity=critical',
  })) {
    test(`${what} leads to the first command in three interactions`, async ({ page }) => {
      await page.goto('/');
      const me = reader(page);
      await me.tap(page.locator('.search-open'));
      await expect(field(page)).toBeFocused();
      await me.paste(pasted);
      await me.tap(page.getByRole('option', { name: /HL7 feed stalled/ }).first());
      await expect(page).toHaveURL(/\/runbooks\/hl7-feed-stalled\//);
      expect(await isOnFirstScreen(page)).toBe(true);
      expect(me.count()).toBeLessThanOrEqual(3);
    });
  }

  test('a symptom leads from the page for whoever is on call to the first command in two', async ({
    page,
  }) => {
    await page.goto('/oncall/');
    const me = reader(page);
    await me.tap(page.locator('.call-list a[href^="/runbooks/certificate-expires/"]').last());
    await expect(page).toHaveURL(/\/runbooks\/certificate-expires\//);
    expect(await isOnFirstScreen(page)).toBe(true);
    expect(me.count()).toBeLessThanOrEqual(2);
  });

  test('a value is written once, a step ticked and the note taken along', async ({ page }) => {
    await page.goto('/runbooks/certificate-expires/');
    const me = reader(page);
    await me.tap(page.locator('input[data-variable="NAME"]'));
    await me.paste('lab-oru-client');
    const renew = page.locator('figure.code').filter({ hasText: 'certs-ctl renew' }).first();
    await expect(renew).toContainText('certs-ctl renew lab-oru-client');
    await me.tap(renew.locator('.copy'));
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
      'certs-ctl renew lab-oru-client',
    );
    const step = page.locator('input[data-tick="step"]').first();
    await me.tap(step);
    await expect(step).toBeChecked();
    await me.tap(page.locator('.copy-note'));
    const note = await page.evaluate(() => navigator.clipboard.readText());
    expect(note).toContain('Renew by hand');
    expect(note).not.toContain('lab-oru-client');
    expect(me.count()).toBeLessThanOrEqual(5);
  });

  test.describe('without scripts', () => {
    test.use({ javaScriptEnabled: false });

    test('the first command is two links away', async ({ page }) => {
      await page.goto('/');
      const me = reader(page);
      await me.tap(page.locator('main a[href="/oncall/"]').first());
      await me.tap(page.locator('.call-list a[href^="/runbooks/certificate-expires/"]').last());
      const box = await firstCommand(page).boundingBox();
      expect((box?.y ?? 999) + (box?.height ?? 0)).toBeLessThanOrEqual(667);
      expect(me.count()).toBe(2);
    });
  });
});

test('the first day: home, path, first step, tick, next step; and the next morning it goes on there', async ({
  page,
}) => {
  await page.goto('/');
  const me = reader(page);
  await me.tap(page.locator('main').getByRole('link', { name: 'Onboarding paths' }).first());
  await me.tap(page.locator('main a[href="/onboarding/interface-engineer/"]').first());
  const path = page.url();
  await me.tap(page.locator('.next-card.here .next-title a'));
  await expect(page.locator('.step-place')).toContainText('Step 1 of');
  await me.tap(page.locator('.step-end').getByRole('checkbox'));
  await me.tap(page.locator('.step-end .onward a'));
  await expect(page.locator('.step-place')).toContainText('Step 2 of');
  expect(me.count()).toBeLessThanOrEqual(5);

  const title = (await page.locator('h1').textContent())?.trim() ?? '';
  await page.goto(path);
  await expect(page.locator('.next-card.here .next-title')).toContainText(title);
  me.again();
  await me.tap(page.locator('.next-card.here .next-title a'));
  await expect(page.locator('h1')).toContainText(title);
  expect(me.count()).toBe(1);
});

test('a word of the glossary says what it means when the keyboard reaches it', async ({ page }) => {
  await page.goto('/systems/hl7-gateway/');
  const term = page.locator('main a.term, main .term').first();
  await term.focus();
  const meaning = page.locator('[role="tooltip"], .term-meaning, [popover]:popover-open').first();
  await expect(meaning).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(meaning).toBeHidden();
});

test.describe('five minutes before a board call', () => {
  test('state of the exit, what changed and the open decision are one click from home', async ({
    page,
  }) => {
    for (const [name, address] of [
      ['State of the exit', /\/readiness\/$/],
      ['What changed', /\/changes\/$/],
      ['What Tern Island may cost before its lease is decided', /\/memos\//],
    ] as const) {
      await page.goto('/');
      const me = reader(page);
      await me.tap(page.getByRole('link', { name }).filter({ visible: true }).first());
      await expect(page).toHaveURL(address);
      expect(me.count()).toBe(1);
    }
  });

  test('a search that a colleague sent shows what was found, and a section of it is printed', async ({
    page,
  }) => {
    await page.addInitScript(() => {
      window.print = () => dispatchEvent(new Event('beforeprint'));
    });
    await page.goto('/search/?q=what+tern+island+may+cost');
    const me = reader(page);
    await me.tap(page.locator('.search-results a[href^="/memos/"]').first());
    const choice = page.locator('.print-choice');
    const section = (await choice.locator('option').nth(1).textContent())?.trim() ?? '';
    await me.choose(choice.locator('select'), section);
    await me.tap(choice.getByRole('button'));
    await page.emulateMedia({ media: 'print' });
    await expect(
      page.locator('.sl-markdown-content > *').getByRole('heading', { level: 2 }),
    ).toHaveText([new RegExp(section)]);
    expect(me.count()).toBeLessThanOrEqual(3);
  });
});

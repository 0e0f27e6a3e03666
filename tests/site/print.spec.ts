import { expect, type Page, test } from '@playwright/test';
import { addresses } from './pages.ts';

const system = '/systems/hl7-gateway/';
const runbook = '/runbooks/certificate-expires/';

/** How many sheets a page of the site is. */
async function sheetsOf(page: Page): Promise<number> {
  const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
  return Math.max(...[...pdf.matchAll(/\/Count (\d+)/g)].map(([, count]) => Number(count)));
}

/** Keeps the dialog of the printer away, and leaves the page as the printer would read it. */
const withoutPrinter = (page: Page) =>
  page.addInitScript(() => {
    window.print = () => dispatchEvent(new Event('beforeprint'));
  });

test('a page prints light, without what is only for a screen, and says where it comes from', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(runbook);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  for (const only of [
    '.search-open',
    '.tabs',
    '.copy',
    '.anchor',
    '.print-choice',
    '.report',
    '.sidebar-pane',
  ])
    await expect(page.locator(only).filter({ visible: true }), only).toHaveCount(0);
  const printed = page.locator('.printed');
  await expect(printed).toContainText(page.url());
  await expect(printed).toContainText(/Source: runbooks\/[\w-]+\.mdx, commit [0-9a-f]{10} of /);
  await expect(printed).toContainText('Reviewed on');
  await expect(printed).toContainText('Owner: ');
  const ground = await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  expect(ground).toBe('light');
  expect(await sheetsOf(page)).toBeLessThanOrEqual(10);
});

test('one section prints alone with what the page is, and the page is whole again afterwards', async ({
  page,
}) => {
  await withoutPrinter(page);
  await page.goto(system);
  const whole = await sheetsOf(page);
  await page.locator('.print-choice select').selectOption({ label: 'Runtime' });
  await page.locator('.print-choice button').click();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.printed')).toContainText('HL7 gateway');
  await expect(page.locator('.printed')).toContainText('/systems/hl7-gateway/#runtime');
  const shown = page.locator('.sl-markdown-content h2').filter({ visible: true });
  await expect(shown).toHaveText(['Runtime']);
  await expect(page.locator('h1')).toBeHidden();
  // The printer says when it has read the page.
  expect(await sheetsOf(page)).toBeLessThan(whole);
  await page.emulateMedia({ media: 'screen' });
  await expect(page.locator('.unprinted')).toHaveCount(0);
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.locator('.printed')).toBeHidden();
});

test('one section prints with the status, notices and verdict of its page', async ({ page }) => {
  await withoutPrinter(page);
  for (const [address, standing] of [
    ['/adrs/0006-break-glass-credentials-in-the-vault/', '.notice'],
    ['/data-flows/bookings-to-athenahealth/', '.statement'],
  ] as const) {
    await page.goto(address);
    await page.locator('.print-choice select').selectOption({ index: 1 });
    await page.locator('.print-choice button').click();
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator(standing).first()).toBeVisible();
    await expect(page.locator('.printed-standing')).toBeVisible();
    await expect(page.locator('.report')).toBeHidden();
    await page.emulateMedia({ media: 'screen' });
  }
});

test('an address with a heading offers that section, and only with scripts', async ({
  page,
  browser,
}) => {
  await page.goto(`${system}#runtime`);
  await expect(page.locator('.print-choice option:checked')).toHaveText('Runtime');
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const other = await plain.newPage();
  await other.goto(new URL(system, page.url()).href);
  await expect(other.locator('.print-choice')).toBeHidden();
  await plain.close();
});

test('nothing is folded or cut off on paper, and wide tables lie across it', async ({ page }) => {
  // As wide as the text of an A4 sheet.
  await page.setViewportSize({ width: 680, height: 960 });
  await page.emulateMedia({ media: 'print' });
  const wide = ['/coverage/', '/side-by-side/'];
  for (const address of [runbook, system, '/adrs/', '/map/', '/readiness/', '/', ...wide]) {
    if (!addresses.includes(address)) throw new Error(`There is no ${address}`);
    await page.setViewportSize({ width: wide.includes(address) ? 1030 : 680, height: 960 });
    await page.goto(address);
    const { width, cut } = await page.evaluate(() => ({
      width: document.documentElement.scrollWidth - innerWidth,
      cut: [
        ...document.querySelectorAll('main :is(pre, .table-scroll, .diagram-scroll, .map-scroll)'),
      ]
        .filter((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth + 1)
        .map((one) => one.outerHTML.slice(0, 80)),
    }));
    expect.soft(cut, address).toEqual([]);
    expect.soft(width, address).toBeLessThanOrEqual(0);
    const heads = page.locator('main thead').filter({ visible: true });
    for (const head of await heads.all())
      await expect.soft(head).toHaveCSS('display', 'table-header-group');
  }
});

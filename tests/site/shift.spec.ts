import { expect, type Page, test } from '@playwright/test';
import { addresses } from './pages.ts';

/** Starts before the page does, and sums what moved without a reader's doing. */
const watchShifts = () => {
  const moved: { value: number; what: string[] }[] = [];
  Object.assign(window, { moved });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
      sources: { node: Node | null }[];
    })[]) {
      if (entry.hadRecentInput) continue;
      const what = entry.sources.map(({ node }) => node?.textContent?.trim().slice(0, 40) ?? '?');
      moved.push({ value: entry.value, what });
    }
  }).observe({ type: 'layout-shift', buffered: true });
};

async function shiftsOf(page: Page, address: string) {
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
  return page.evaluate(
    () => (window as unknown as { moved: { value: number; what: string[] }[] }).moved,
  );
}

const first = (folder: string): string[] =>
  addresses.filter((one) => one.startsWith(`/${folder}/`) && one.split('/')[2]).slice(0, 1);
const kinds = [
  '/',
  ...['runbooks', 'systems', 'adrs', 'evals', 'onboarding', 'glossary'].flatMap(first),
  ...['/runbooks/', '/readiness/', '/map/', '/guide/', '/oncall/', '/search/', '/changes/'].filter(
    (one) => addresses.includes(one),
  ),
];

for (const [device, viewport] of [
  ['phone', { width: 375, height: 700 }],
  ['desktop', { width: 1440, height: 900 }],
] as const) {
  test(`nothing moves while a page comes, on a ${device}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await page.addInitScript(watchShifts);
    for (const address of kinds) {
      const shifts = await shiftsOf(page, address);
      const score = shifts.reduce((sum, { value }) => sum + value, 0);
      expect.soft(score, `${address}: ${JSON.stringify(shifts)}`).toBeLessThan(0.01);
    }
  });
}

test('what moves is noticed', async ({ page }) => {
  await page.addInitScript(watchShifts);
  await page.goto('/', { waitUntil: 'networkidle' });
  await page.evaluate(() => {
    const late = document.createElement('div');
    late.style.height = '300px';
    document.querySelector('main')?.prepend(late);
  });
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { moved: unknown[] }).moved.length))
    .toBeGreaterThan(0);
});

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

const pages = [
  '/',
  '/map/',
  '/side-by-side/',
  '/alerts/',
  '/actions/',
  '/timeline/',
  '/ownership/',
];

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('axe finds nothing on pages that are drawn from the graph', async ({ page }) => {
      test.setTimeout(300_000);
      for (const address of pages) {
        await page.goto(address);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
        expect.soft(found, address).toEqual([]);
      }
    });
  });
}

test.describe('at 320 pixels', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('only the map scrolls sideways, in a window of its own', async ({ page }) => {
    for (const address of pages) {
      await page.goto(address);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect.soft(width, address).toBeLessThanOrEqual(320);
    }
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 375, height: 812 } });

  test('the first screen shows the days to the exit and the door for those on call', async ({
    page,
  }) => {
    await page.goto('/');
    await expect(page.getByRole('region', { name: 'State of the exit' })).toBeInViewport();
    await expect(page.getByRole('link', { name: 'An alert rings' })).toBeInViewport();
    await expect(page.getByRole('link', { name: 'Somebody reports a symptom' })).toBeInViewport();
  });
});

test('from the home page to the number to dial takes one click', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'An alert rings' }).click();
  await expect(page).toHaveURL(/\/oncall\/$/);
  await expect(page.locator('.oncall a[href^="tel:"]').first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'What people say' })).toBeVisible();
});

test('every box of the map leads to a page that the words below name too', async ({ page }) => {
  await page.goto('/map/');
  const boxes = page.locator('.map a.node.system');
  const hrefs = await boxes.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(hrefs.length).toBeGreaterThan(0);
  for (const href of hrefs)
    await expect(page.locator(`.system-map table th a[href="${href}"]`)).toHaveCount(1);
  await boxes.first().click();
  await expect(page).toHaveURL(new RegExp(`${hrefs[0]}$`));
});

test('the names in the map stay inside their boxes', async ({ page }) => {
  await page.goto('/map/');
  const outside = await page.locator('.map a.node').evaluateAll((nodes) =>
    nodes.flatMap((node) => {
      const box = node.querySelector('rect')?.getBoundingClientRect();
      return [...node.querySelectorAll('text')]
        .filter((text) => box && text.getBoundingClientRect().right > box.right)
        .map((text) => text.textContent);
    }),
  );
  expect(outside).toEqual([]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the timeline shows one kind when it is asked for', async ({ page }) => {
    await page.goto('/timeline/');
    const of = (kind: string) => page.locator(`.timeline .of-${kind}`).filter({ visible: true });
    const gates = await of('gate').count();
    expect(gates).toBeGreaterThan(0);
    await expect(of('decision').first()).toBeVisible();
    await page.getByRole('radio', { name: /Gates/ }).check();
    await expect(of('decision')).toHaveCount(0);
    await expect(of('gate')).toHaveCount(gates);
    const empty = page
      .locator('.timeline .month')
      .filter({ visible: true, hasNot: page.locator('.of-gate') });
    await expect(empty).toHaveCount(0);
  });
});

test('an owner of actions leads to their actions', async ({ page }) => {
  await page.goto('/actions/');
  const owner = page.locator('.owners a').first();
  const name = (await owner.textContent()) ?? '';
  await owner.click();
  const rows = page.locator('table.index tbody tr').filter({ visible: true });
  await expect(page.getByRole('searchbox', { name: 'Filter' })).toHaveValue(name);
  for (const row of await rows.all()) await expect(row).toContainText(name);
});

test('the icon and the picture of a link are made at build time', async ({ request }) => {
  expect(await (await request.get('/favicon.svg')).text()).toContain('<svg');
  const picture = await request.get('/social.png');
  expect(picture.headers()['content-type']).toContain('image/png');
});

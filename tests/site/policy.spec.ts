import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { addresses, dist, files } from './pages.ts';
import { watchPolicy } from './violations.ts';

/** What marks the first page on which each moving part stands. */
const marks = {
  copy: '<figure class="code"',
  diagram: '<svg class="diagram',
  filter: '<index-table',
  map: 'class="map',
  tabs: 'class="tabset',
  theme: '<starlight-theme-select',
};

const pageWith = (mark: string): string =>
  addresses.find((address) =>
    readFileSync(join(dist, address.replace(/\/$/, '/index.html')), 'utf8').includes(mark),
  ) ?? '';

test('search, tabs, theme, diagrams, filters, copying and printing need nothing that the policy refuses', async ({
  page,
  context,
  baseURL,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const complaints = await watchPolicy(page, new URL(baseURL ?? '').origin);
  const used = new Set<string>();
  for (const address of new Set(['/', '/404.html', ...Object.values(marks).map(pageWith)])) {
    complaints.at = address;
    await page.goto(address);
    for (const part of await useParts(page)) used.add(part);
    await page.emulateMedia({ media: 'print' });
    await page.emulateMedia({ media: 'screen' });
  }
  expect(complaints.all).toEqual([]);
  expect([...used].sort()).toEqual(['copy', 'filter', 'tabs', 'theme']);
});

/** Uses each part that a page has, and says which. */
async function useParts(page: Page): Promise<string[]> {
  const used: string[] = [];
  const tabs = page.locator('[role=tab]');
  if ((await tabs.count()) > 0) {
    await tabs.last().click();
    await expect(tabs.last()).toHaveAttribute('aria-selected', 'true');
    used.push('tabs');
  }
  const copy = page.locator('figure.code button.copy:visible');
  if ((await copy.count()) > 0) {
    await copy.first().click();
    await expect(copy.first()).toHaveText('Copied');
    used.push('copy');
  }
  const filter = page.locator('index-table form input:visible');
  if ((await filter.count()) > 0) {
    await filter.first().fill('no row has these words');
    await expect(page.locator('index-table tbody tr:visible')).toHaveCount(0);
    used.push('filter');
  }
  const theme = page.locator('header starlight-theme-select select');
  if ((await theme.count()) > 0) {
    for (const name of ['light', 'dark']) {
      await theme.first().selectOption(name);
      await expect(page.locator('html')).toHaveAttribute('data-theme', name);
    }
    used.push('theme');
  }
  return used;
}

for (const width of [1440, 375]) {
  test(`the search answers under the policy, ${width} pixels wide`, async ({ page, baseURL }) => {
    const complaints = await watchPolicy(page, new URL(baseURL ?? '').origin);
    await page.setViewportSize({ width, height: 800 });
    await page.goto('/');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await page.getByRole('combobox', { name: 'Search the handbook' }).fill('runbook');
    await page.locator('dialog').getByRole('option').first().click();
    await expect(page.locator('h1')).toBeVisible();
    expect(complaints.all).toEqual([]);
  });
}

const planted =
  '<script>window.planted = true</script><p onclick="0" style="color: red">Planted</p>';

for (const guard of ['the page', 'the server']) {
  test(`a planted script is reported and does not run: the policy of ${guard} alone`, async ({
    page,
    baseURL,
  }) => {
    const complaints = await watchPolicy(page, new URL(baseURL ?? '').origin);
    await page.route('**/guide/', async (route) => {
      const response = await route.fetch();
      const html = (await response.text()).replace('</main>', `${planted}</main>`);
      const { 'content-security-policy': policy = '', ...others } = response.headers();
      await route.fulfill(
        guard === 'the page'
          ? { headers: others, body: html }
          : {
              headers: { ...others, 'content-security-policy': policy },
              body: html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''),
            },
      );
    });
    await page.goto('/guide/');
    await expect(page.getByText('Planted')).toBeVisible();
    expect(await page.evaluate(() => 'planted' in window)).toBe(false);
    await expect(page.getByText('Planted')).not.toHaveCSS('color', 'rgb(255, 0, 0)');
    expect(complaints.all.join('\n')).toMatch(/violates script-src-elem/);
    expect(complaints.all.join('\n')).toMatch(/violates style-src-attr/);
  });
}

test('every page carries the same policy as its first statement, and the server sends it too', async ({
  request,
}) => {
  const html = files.filter((file) => file.endsWith('.html'));
  const policies = new Set(
    html.map((file) => {
      const start = readFileSync(join(dist, file), 'utf8').slice(0, 8_000);
      return /<head><meta charset="utf-8"\s*\/?><meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(
        start,
      )?.[1];
    }),
  );
  expect(policies.size).toBe(1);
  const [policy = ''] = policies;
  expect(policy).toMatch(/^default-src 'none'; script-src 'self'/);
  expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|https?:|\*/);
  const headers = (await request.get('/')).headers();
  expect(headers['content-security-policy']).toBe(`${policy}; frame-ancestors 'none'`);
});

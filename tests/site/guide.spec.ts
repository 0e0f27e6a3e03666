import { expect, test } from '@playwright/test';
import { addresses } from './pages.ts';

test('from home to a whole example of a type', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'How this handbook is written' }).click();
  await expect(page).toHaveURL(/\/guide\/$/);
  await page.getByRole('main').getByRole('link', { name: 'Runbook', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Runbook');
  await expect(page.getByRole('navigation', { name: 'Breadcrumbs' })).toContainText('Guide');
  await expect(page.locator('figure.code', { hasText: 'content/runbooks/' })).toContainText(
    '## Mitigation',
  );
  await expect(page.locator('#field-escalation-person')).toContainText('escalation[].person');
});

test('a rule of the check is explained at its anchor', async ({ page }) => {
  await page.goto('/guide/checks/#schema');
  await expect(page.locator('#schema')).toBeInViewport();
});

test('decisions about the handbook are in the guide and among no decisions of the content', async ({
  page,
}) => {
  await page.goto('/guide/decisions/');
  const first = page.getByRole('main').getByRole('table').getByRole('link').first();
  const title = (await first.textContent()) ?? '';
  await first.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await expect(page.getByRole('heading', { name: 'Considered options' })).toBeVisible();
  await page.goto('/adrs/');
  await expect(page.getByRole('main')).not.toContainText(title.replace(/^\d+ /, ''));
});

test('the search finds the guide under a type of its own', async ({ page }) => {
  await page.goto('/search/?q=how+to+write+one+runbook');
  await expect(page.getByRole('group', { name: 'Type' }).getByLabel('Guide')).toBeVisible();
});

test('no two words of the guide are stuck together', async ({ request }) => {
  for (const address of addresses.filter((one) => one.startsWith('/guide/'))) {
    const html = await (await request.get(address)).text();
    const main = html
      .slice(html.indexOf('<main'), html.indexOf('</main>'))
      .replaceAll(/<(figure|script).*?<\/\1>/gs, '')
      .replaceAll(/<(\/?)(a|code)\b[^>]*>/g, '[$1$2]')
      .replaceAll(/<[^>]*>/g, '\n');
    const stuck = main.match(
      /.*(?:[a-z.,:;]\[(?:a|code)\]|\[\/(?:a|code)\][a-z]|[a-z][.:][A-Z][a-z]).*/g,
    );
    expect.soft(stuck ?? [], address).toEqual([]);
  }
});

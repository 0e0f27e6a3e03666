import { expect, test } from '@playwright/test';
import { addresses } from './pages.ts';

const of = (folder: string): readonly string[] =>
  addresses.filter((address) => address.startsWith(`/${folder}/`) && address !== `/${folder}/`);

test.describe('on a phone', () => {
  test.use({ viewport: { width: 375, height: 812 } });

  test('the first screen of a runbook holds its first command and the first number', async ({
    page,
  }) => {
    let seen = 0;
    for (const address of of('runbooks')) {
      await page.goto(address);
      const command = page.locator('.form figure.code pre');
      const number = page.locator('.calls a[href^="tel:"]').first();
      if ((await command.count()) === 0 || (await number.count()) === 0) continue;
      seen += 1;
      await expect.soft(command, address).toBeInViewport({ ratio: 0.9 });
      await expect.soft(number, address).toBeInViewport({ ratio: 0.9 });
    }
    expect(seen).toBeGreaterThan(0);
  });
});

test('the first command of a runbook is copied and read on about', async ({ page }) => {
  await page.goto(of('runbooks').at(0) ?? '');
  const lead = page.locator('.form figure.code');
  await expect(lead.getByRole('button', { name: /^Copy the code/ })).toBeVisible();
  await page.getByRole('link', { name: 'Read on in Diagnosis' }).click();
  await expect(page.getByRole('heading', { name: 'Diagnosis' })).toBeInViewport();
});

test('what a form shows is not repeated in the record below', async ({ page }) => {
  const parts = [
    ['runbooks', 'Escalation'],
    ['postmortems', 'Actions'],
    ['integrations', 'Quirks'],
    ['exit-plans', 'Transfers'],
  ] as const;
  for (const [folder, name] of parts) {
    await page.goto(of(folder).at(0) ?? '');
    const record = page.getByRole('region', { name: 'Record', exact: true });
    await expect(record.getByRole('heading', { name, exact: true })).toHaveCount(0);
  }
});

test('the parts of a form with a heading stand in the list of contents', async ({ page }) => {
  await page.goto(of('postmortems').at(0) ?? '');
  const heading = page.locator('#_actions');
  const name = (await heading.textContent()) ?? '';
  await expect(page.locator('starlight-toc').getByRole('link', { name })).toHaveAttribute(
    'href',
    '#_actions',
  );
});

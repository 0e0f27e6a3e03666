import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { copyOf, root, startDev, temporaryFolder } from '../build/site-builds.ts';

const folder = temporaryFolder();
const content = join(folder, 'content');
const runbook = join(content, 'runbooks/queue-stalled.mdx');

test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const overlay = (page: Page) => page.locator('vite-error-overlay');
const block = (page: Page) => page.getByRole('region', { name: 'Problems of this document' });

/** The number of the line that holds a text. */
const lineOf = (text: string, part: string): number =>
  text.slice(0, text.indexOf(part)).split('\n').length;

test('a mistake appears over the page and on it as it is saved, at its line, runs nothing, and goes when it is fixed', async ({
  page,
}) => {
  test.setTimeout(180_000);
  copyOf(join(root, 'tests/fixtures/small'), content);
  const good = readFileSync(runbook, 'utf8');
  const { address, child } = await startDev(content);
  try {
    await page.goto(`${address}/runbooks/queue-stalled/`);
    await expect(page.locator('h1[data-page-title]')).toHaveText('Queue stalled');
    await expect(overlay(page)).toHaveCount(0);

    // Three mistakes; the value of the field would be HTML where a message is put into a page unescaped.
    const bad = `${good.replace(/^owner:.*$/m, 'owner: "<img src=x onerror=window.ran=1>"')}
Text {globalThis.ran = 2} and [nothing](../runbooks/absent.mdx).

<script>window.ran = 3</script>
`;
    writeFileSync(runbook, bad);
    await expect(overlay(page)).toHaveCount(1, { timeout: 30_000 });
    await expect(overlay(page).locator('#code h2')).toHaveText(
      new RegExp(`^runbooks/queue-stalled\\.mdx:${lineOf(bad, 'owner:')}:\\d+$`),
    );
    await expect(overlay(page).locator('.error-line')).toContainText('onerror=window.ran=1');
    await expect(overlay(page).locator('#message-content')).toContainText('<img src=x');
    await expect(overlay(page).locator('#hint-content')).not.toBeEmpty();
    for (const part of ['owner:', 'Text {globalThis', '<script>'])
      await expect(overlay(page).locator('#stack-content')).toContainText(
        `queue-stalled.mdx:${lineOf(bad, part)}:`,
      );
    await expect(overlay(page).locator('#stack h2')).toHaveText('All errors');
    await page.keyboard.press('Escape');
    await expect(overlay(page)).toHaveCount(0);
    await expect(block(page)).toContainText(`queue-stalled.mdx:${lineOf(bad, 'owner:')}:`);
    await expect(block(page)).toContainText(`queue-stalled.mdx:${lineOf(bad, '<script>')}:`);
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);

    // What was saved last is told on every page that is opened.
    const home = await page.context().newPage();
    await home.goto(`${address}/`);
    await expect(overlay(home)).toHaveCount(1);
    await home.close();

    writeFileSync(runbook, good);
    await expect(block(page)).toHaveCount(0, { timeout: 30_000 });
    await expect(page.locator('h1[data-page-title]')).toHaveText('Queue stalled');
    await expect(overlay(page)).toHaveCount(0);

    // A head that cannot be read at all is told like any other mistake.
    writeFileSync(runbook, good.replace(/^title: /m, 'title: ["'));
    await expect(overlay(page)).toHaveCount(1, { timeout: 30_000 });
    writeFileSync(runbook, good);
    await expect(page.locator('h1[data-page-title]')).toHaveText('Queue stalled', {
      timeout: 30_000,
    });
    await expect(overlay(page)).toHaveCount(0);
  } finally {
    child.kill();
  }
});

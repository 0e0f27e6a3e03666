import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { typeNamed } from '../../src/domain/documents/registry.ts';
import { addresses } from './pages.ts';

/** One page of each kind: a document of each type, one index, and the pages of the handbook itself. */
const kinds = [
  ...new Map(addresses.toReversed().map((address) => [kindOf(address), address])).values(),
].sort();

function kindOf(address: string): string {
  const [folder = '', document, inside] = address.split('/').filter(Boolean);
  if (folder === 'guide') return guideKindOf(document ?? '', inside);
  return document === undefined && !folder.endsWith('.html') ? 'index' : folder;
}

/** Pages of the guide are drawn alike for all types and for all decisions. */
function guideKindOf(page: string, inside: string | undefined): string {
  if (inside !== undefined) return `guide/${page}/`;
  return typeNamed(page) ? 'guide/type' : `guide/${page}`;
}

/** All pages in parts, so that the workers share them and none takes minutes. */
const PARTS = 16;
const parts = Array.from({ length: PARTS }, (_, part) =>
  addresses.filter((_address, index) => index % PARTS === part),
);

async function violationsOf(page: Page, rules?: string[]): Promise<string[]> {
  // The pages hold no frames, so axe can run in the page itself, in half the time.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** What a theme can change: a page's elements are the same in both. */
const colourRules = ['color-contrast', 'link-in-text-block'];

for (const [part, pages] of parts.entries()) {
  test(`axe finds nothing in either theme and nothing scrolls sideways, part ${part + 1}`, async ({
    page,
  }) => {
    test.setTimeout(600_000);
    for (const address of pages) {
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(address);
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
      expect.soft(await violationsOf(page), `${address} light`).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
      expect.soft(await violationsOf(page, colourRules), `${address} dark`).toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect.soft(width, `${address} at 320 pixels`).toBeLessThanOrEqual(320);
    }
  });
}

test('axe finds nothing on a phone', async ({ page }) => {
  test.setTimeout(300_000);
  await page.setViewportSize({ width: 375, height: 812 });
  for (const address of kinds) {
    await page.goto(address);
    expect.soft(await violationsOf(page), address).toEqual([]);
  }
});

test('the keyboard reaches everything that can be clicked', async ({ page }) => {
  test.setTimeout(600_000);
  for (const address of kinds) {
    await page.goto(address);
    const expected = await page.evaluate(markClickable);
    let missed = expected;
    // Regions that scroll take a press of their own.
    for (let presses = 0; missed.length > 0 && presses < 2 * expected.length + 50; presses += 25) {
      for (let press = 0; press < 25; press++) await page.keyboard.press('Tab');
      missed = await page.evaluate(clickableLeft);
    }
    expect.soft(missed, address).toEqual([]);
  }
});

/** Marks what can be clicked on the page until it has had the focus, and gives its words. */
function markClickable(): string[] {
  const clickable = [
    ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary'),
  ].filter(
    (element) =>
      element.checkVisibility({ visibilityProperty: true }) &&
      !element.closest('[inert]') &&
      // Of a set of tabs one is reached by Tab, the others by arrows; so it is with radio buttons.
      !(element.role === 'tab' && element.ariaSelected !== 'true') &&
      !(element instanceof HTMLInputElement && element.type === 'radio' && !element.checked),
  );
  for (const element of clickable) element.dataset['unreached'] = '';
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement) delete target.dataset['unreached'];
  });
  return clickable.map((element) => element.outerHTML.slice(0, 120));
}

/** The words of what has not had the focus yet. */
const clickableLeft = (): string[] =>
  [...document.querySelectorAll('[data-unreached]')].map(({ outerHTML }) =>
    outerHTML.slice(0, 120),
  );

test('the keyboard opens the search and leaves it', async ({ page }) => {
  await page.goto('/runbooks/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  const search = page.getByRole('combobox', { name: 'Search the handbook' });
  await page.keyboard.press('Control+k');
  await expect(search).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(search).toBeHidden();
});

test('axe finds nothing in the search box and its page, in either theme', async ({ page }) => {
  const search = page.getByRole('combobox', { name: 'Search the handbook' });
  for (const [width, colorScheme] of [
    [1280, 'light'],
    [320, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 640 });
    await page.emulateMedia({ colorScheme });
    await page.goto('/');
    await page.keyboard.press('Control+k');
    for (const query of ['', 'feed', 'zzqqxxj']) {
      await search.fill(query);
      await expect(page.locator('.search-count')).toHaveText(query === '' ? '' : /found$/);
      expect.soft(await violationsOf(page), `${query} in the box, ${colorScheme}`).toEqual([]);
      await page.goto(`/search/?q=${query}`);
      if (query !== '') await expect(page.locator('.search-count')).toHaveText(/found$/);
      expect.soft(await violationsOf(page), `${query} on the page, ${colorScheme}`).toEqual([]);
      await page.goto('/');
      await page.keyboard.press('Control+k');
    }
  }
});

import { expect, test } from '@playwright/test';
import { kinds } from './kinds.ts';

// A failure names its page and element; a trace of every key would cost more than the keys.
test.use({ trace: 'off' });

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
    expect.soft(await page.evaluate(() => window.unseen), `${address}: focus not seen`).toEqual([]);
  }
});

test('going back through a page on a small screen, the focus is always seen', async ({ page }) => {
  test.setTimeout(600_000);
  await page.setViewportSize({ width: 320, height: 400 });
  for (const address of kinds) {
    await page.goto(address);
    await page.evaluate(markClickable);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.locator('a[href], button').filter({ visible: true }).last().focus();
    for (let press = 0; press < 40; press++) await page.keyboard.press('Shift+Tab');
    expect.soft(await page.evaluate(() => window.unseen), address).toEqual([]);
  }
});

declare global {
  interface Window {
    /** What had the focus without a mark of it, or behind something else. */
    unseen: string[];
  }
}

/** Marks what can be clicked on the page until it has had the focus, gives its words, and watches the focus. */
function markClickable(): string[] {
  const clickable = [
    ...document.querySelectorAll<HTMLElement>(
      'a[href], button:enabled, input:enabled, select, summary',
    ),
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
    if (target instanceof HTMLElement || target instanceof SVGElement)
      delete target.dataset['unreached'];
  });
  window.unseen = [];
  // By the next press of the key the page has scrolled to what has the focus.
  document.addEventListener('keydown', () => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return;
    const { outlineStyle, outlineWidth } = getComputedStyle(focused);
    const marked = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    // Of what is higher than the screen, the part on the screen counts.
    const shown = [...focused.getClientRects()].some((rect) => {
      const { left, right } = rect;
      const [top, bottom] = [Math.max(rect.top, 0), Math.min(rect.bottom, innerHeight)];
      return [top + 2, (top + bottom) / 2, bottom - 2].some((y) =>
        [left + 2, (left + right) / 2, right - 2].some((x) => {
          const hit = document.elementFromPoint(x, y);
          return hit && (focused.contains(hit) || hit.contains(focused));
        }),
      );
    });
    if (!marked || !shown)
      window.unseen.push(
        `${marked ? 'covered' : 'no outline'}: ${focused.outerHTML.slice(0, 120)}`,
      );
  });
  return clickable.map((element) => element.outerHTML.slice(0, 120));
}

/** The words of what has not had the focus yet. */
const clickableLeft = (): string[] =>
  [...document.querySelectorAll('[data-unreached]')].map(({ outerHTML }) =>
    outerHTML.slice(0, 120),
  );

test('the keyboard opens the search, reads on and comes back to where it was', async ({ page }) => {
  await page.goto('/runbooks/');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to content' });
  await expect(skip).toBeFocused();
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Search the handbook' });
  await expect(field).toBeFocused();
  await page.keyboard.insertText('certificate');
  await expect(
    page.getByRole('listbox', { name: 'Pages' }).getByRole('option').first(),
  ).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(field).toHaveAttribute('aria-activedescendant', /./);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(field).toBeHidden();
  await expect(skip).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#_top$/);
});

test('the keyboard narrows a list and opens what is left', async ({ page }) => {
  await page.goto('/adrs/');
  await page.getByRole('searchbox', { name: 'Filter' }).focus();
  await page.keyboard.type('break-glass');
  const left = page.locator('table.index tbody tr').filter({ visible: true });
  await expect(left).toHaveCount(await left.count());
  await left.first().getByRole('link').first().focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/adrs\/.+/);
});

test('the keyboard opens the menu of a small screen and closes it', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 667 });
  await page.goto('/runbooks/');
  const menu = page.getByRole('button', { name: 'Menu' });
  await menu.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#starlight__sidebar:popover-open')).toHaveCount(1);
  await page.keyboard.press('Tab');
  await expect(page.locator('.sidebar-content :focus')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('#starlight__sidebar:popover-open')).toHaveCount(0);
  await expect(menu).toBeFocused();
});

import type { Locator, Page } from '@playwright/test';

/** What a reader does to a page, counted: reading and scrolling are free. */
export function reader(page: Page) {
  let count = 0;
  return {
    /** Interactions so far. */
    count: () => count,
    async tap(target: Locator): Promise<void> {
      count++;
      await target.click();
    },
    /** One key that does something. */
    async press(key: string): Promise<void> {
      count++;
      await page.keyboard.press(key);
    },
    /** Puts text at once where the cursor is. */
    async paste(text: string): Promise<void> {
      count++;
      await page.keyboard.insertText(text);
    },
    async choose(target: Locator, label: string): Promise<void> {
      count++;
      await target.selectOption({ label });
    },
    /** Begins to count anew. */
    again(): void {
      count = 0;
    },
  };
}

import { expect, test } from '@playwright/test';
import { kinds } from './kinds.ts';

test.use({ trace: 'off' });

test('wider spacing of text cuts nothing on a phone', async ({ page }) => {
  test.setTimeout(300_000);
  await page.setViewportSize({ width: 320, height: 640 });
  for (const address of kinds) {
    await page.goto(address);
    expect.soft(await page.evaluate(cutBySpacing), address).toEqual([]);
  }
});

/** Sets text as WCAG 1.4.12 asks, and gives what is cut or pushed off the screen by it. */
function cutBySpacing(): string[] {
  const spacing = new CSSStyleSheet();
  spacing.replaceSync(
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
  );
  document.adoptedStyleSheets.push(spacing);
  const isPreview = (one: Element) => {
    const { webkitLineClamp, clipPath, textOverflow } = getComputedStyle(one);
    return webkitLineClamp !== 'none' || clipPath !== 'none' || textOverflow === 'ellipsis';
  };
  const cut = [...document.querySelectorAll<HTMLElement>('body *')].filter((one) => {
    // A preview is cut as it is, and its whole text is behind its link; so is the place in a path.
    if (
      one.closest('svg, .sr-only, [inert], .step-place') ||
      isPreview(one) ||
      !one.checkVisibility({ visibilityProperty: true })
    )
      return false;
    const { overflowX, overflowY } = getComputedStyle(one);
    const isCut = (way: string, inner: number, outer: number) =>
      /hidden|clip/.test(way) && outer > 2 && inner > outer + 1;
    return (
      isCut(overflowX, one.scrollWidth, one.clientWidth) ||
      isCut(overflowY, one.scrollHeight, one.clientHeight)
    );
  });
  const sideways = document.documentElement.scrollWidth > innerWidth;
  return [
    ...cut.map((one) => one.outerHTML.slice(0, 100)),
    ...(sideways ? ['scrolls sideways'] : []),
  ];
}

for (const scheme of ['light', 'dark'] as const) {
  test(`drawings and marks keep to the reader's ${scheme} colours under the other theme`, async ({
    page,
  }) => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme: scheme });
    await page.addInitScript(
      (theme) => localStorage.setItem('starlight-theme', theme),
      scheme === 'light' ? 'dark' : 'light',
    );
    const [ground, ink] = scheme === 'light' ? [255, 0] : [0, 255];
    await page.goto('/map/');
    const styles = await page.evaluate(() => {
      const lightness = (selector: string, property: 'fill' | 'stroke') => {
        const values = [...document.querySelectorAll(selector)].map(
          (one) => getComputedStyle(one)[property].match(/\d+/g)?.slice(0, 3).map(Number) ?? [],
        );
        return [...new Set(values.map((rgb) => rgb.reduce((sum, part) => sum + part, 0) / 3))];
      };
      return {
        boxes: lightness('svg.map .node rect', 'fill'),
        lines: lightness('svg.map .line path', 'stroke'),
        bands: lightness('svg.map text.band', 'fill'),
      };
    });
    expect(styles).toEqual({ boxes: [ground], lines: [ink], bands: [ink] });
    await page.goto('/runbooks/certificate-expires/');
    const mark = await page
      .locator('.status')
      .first()
      .evaluate((one) => getComputedStyle(one, '::before').backgroundColor);
    expect(mark).toBe(`rgb(${ink}, ${ink}, ${ink})`);
  });
}

test('nothing moves for who asked for stillness', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const address of ['/', '/runbooks/certificate-expires/', '/adrs/']) {
    await page.goto(address);
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((one) => {
          const { scrollBehavior, transitionDuration } = getComputedStyle(one);
          return (
            scrollBehavior === 'smooth' ||
            transitionDuration.split(',').some((time) => Number.parseFloat(time) > 0.001)
          );
        })
        .map((one) => one.outerHTML.slice(0, 80)),
    );
    expect.soft(moving, address).toEqual([]);
  }
});

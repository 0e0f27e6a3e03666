import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type axeCore from 'axe-core';

declare global {
  interface Window {
    axe: typeof axeCore;
  }
}

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What a theme can change: a page's elements are the same in both. */
const colourRules: readonly string[] = ['color-contrast', 'link-in-text-block'];

/** What a width can change beside those: how large a target is, and what has to scroll. */
const sizeRules: readonly string[] = [
  ...colourRules,
  'target-size',
  'scrollable-region-focusable',
  'css-orientation-lock',
];

/** The rules of one reading; `all` is every rule of axe with the target size of WCAG 2.2. */
const readings = { all: null, colour: colourRules, size: sizeRules } as const;

/** Puts axe into every page that is opened from now on; the pages hold no frames. */
export const withAxe = (page: Page): Promise<unknown> => page.addInitScript(source);

/**
 * What axe finds on the page as it is now, and the text whose colours axe could not measure although
 * nothing is open over it.
 */
export const axeFinds = (page: Page, reading: keyof typeof readings): Promise<string[]> =>
  page.evaluate(find, readings[reading]);

/** Runs in the page. */
async function find(rules: readonly string[] | null): Promise<string[]> {
  // Axe measures no colour on a picture, such as the shade at the edge of a table, nor near a drawn mark.
  const plain = new CSSStyleSheet();
  plain.replaceSync(
    ':is(.table-scroll, .diagram-scroll, :target), ::before, ::after { background: none !important }',
  );
  document.adoptedStyleSheets.push(plain);
  const { violations, incomplete } = await window.axe.run(document, {
    resultTypes: ['violations', 'incomplete'],
    ...(rules
      ? { runOnly: { type: 'rule', values: [...rules] } }
      : { rules: { 'target-size': { enabled: true } } }),
  });
  document.adoptedStyleSheets.pop();
  // Nor does it see through what is open, scrolls, is drawn or stands in a fixed panel, or decide about a single letter.
  const isUnder = document.querySelector('dialog[open], :popover-open');
  const isPlain = (selector: unknown) =>
    typeof selector === 'string' &&
    !document.querySelector(selector)?.closest('svg, [tabindex], label, .right-sidebar');
  const unmeasured = incomplete
    .filter(({ id }) => id === 'color-contrast' && !isUnder)
    .flatMap(({ nodes }) => nodes)
    .filter(({ target, any }) => isPlain(target[0]) && !/too short/.test(`${any[0]?.message}`));
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    ...unmeasured.map(({ html, any }) => `not measured: ${html} (${any[0]?.message})`),
  ];
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';
import { addresses, dist, files } from './pages.ts';

const zipped = (file: string): number => gzipSync(readFileSync(join(dist, file))).length;
const plain = (file: string): number => readFileSync(join(dist, file)).length;

/** One page of each folder, and the home page. */
const oneOfEach: readonly string[] = [
  '/',
  ...new Set(addresses.map((address) => address.split('/')[1])),
].flatMap((folder) => {
  if (folder === '/') return ['/'];
  const address = addresses.find((one) => one.startsWith(`/${folder}/`) && one.split('/')[2]);
  return address ? [address] : [];
});

/** Paths of the files that a page asks for, from now on. */
function asked(page: Page): Set<string> {
  const paths = new Set<string>();
  page.on('response', (response) => paths.add(new URL(response.url()).pathname.slice(1)));
  return paths;
}

const sum = (
  paths: Iterable<string>,
  ending: RegExp,
  weigh: (file: string) => number = zipped,
): number =>
  [...paths].filter((path) => ending.test(path)).reduce((all, path) => all + weigh(path), 0);

test('no page is 25 kB of HTML or more, gzipped', () => {
  const large = files
    .filter((file) => file.endsWith('.html'))
    .map((file) => ({ file, bytes: zipped(file) }))
    .filter(({ bytes }) => bytes >= 25_000);
  expect(large).toEqual([]);
});

test('a page loads little else, and nothing of search', async ({ page }) => {
  const paths = asked(page);
  for (const address of oneOfEach) {
    paths.clear();
    await page.goto(address, { waitUntil: 'networkidle' });
    expect.soft(sum(paths, /\.js$/), `scripts of ${address}`).toBeLessThan(35_000);
    expect.soft(sum(paths, /\.css$/), `styles of ${address}`).toBeLessThan(32_000);
    // Text and code, upright; a third face comes only where something is in italics.
    expect.soft(sum(paths, /\.woff2$/, plain), `fonts of ${address}`).toBeLessThan(95_000);
    const searched = [...paths].filter((path) => path.startsWith('search-index/'));
    expect.soft(searched, `search on ${address}`).toEqual([]);
  }
});

test('a query costs less than 400 kB, with all that opening the search loads', async ({ page }) => {
  const paths = asked(page);
  const queries = ['HL7OldestQueuedMessage', 'patient has two appointments', 'elegibility slow'];
  for (const query of queries) {
    await page.goto('/', { waitUntil: 'networkidle' });
    paths.clear();
    await page.keyboard.press('/');
    await page.getByRole('dialog').getByRole('combobox').fill(query);
    const hasText = () => [...paths].some((path) => path.endsWith('.pf_text'));
    await expect.poll(hasText, query).toBe(true);
    await page.waitForFunction(() => {
      const ends = performance.getEntriesByType('resource');
      const last = Math.max(...ends.map((one) => (one as PerformanceResourceTiming).responseEnd));
      return performance.now() - last > 1000;
    });
    const fetched = [...paths].filter((path) => path.startsWith('search-index/'));
    expect(fetched.length, query).toBeGreaterThan(1);
    const scripts = sum(paths, /\.js$/);
    // Parts of the index are packed already; the names are sent gzipped.
    const index = sum(fetched, /\.json$/) + sum(fetched, /\.pf_/, plain);
    expect.soft(scripts + index, query).toBeLessThan(400_000);
  }
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { findChromium } from '../lib/chromium.ts';

/** What one query cost a reader who had not searched before; times in milliseconds. */
export interface SearchCost {
  readonly kind: string;
  readonly query: string;
  /** From the first key to the first result on the screen. */
  readonly first: number;
  /** From the first key to the end of the last file that it fetched. */
  readonly text: number;
  /** Bytes on the wire, from the opening of the search on. */
  readonly bytes: number;
  /** Requests for parts of search before it was opened. */
  readonly before: number;
}

/** About twenty queries of each kind, made from the titles of a site. */
export async function costsOf(address: string, site: string): Promise<SearchCost[]> {
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox'],
  });
  try {
    const costs: SearchCost[] = [];
    for (const { kind, query } of queriesOf(titlesOf(site)))
      costs.push({ kind, query, ...(await costOf(browser, address, query)) });
    return costs;
  } finally {
    await browser.close();
  }
}

const EACH = 20;

function titlesOf(site: string): string[] {
  const folders = ['runbooks', 'systems', 'adrs', 'integrations', 'glossary'];
  const pages = folders.flatMap((folder) =>
    readdirSync(join(site, folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
      .slice(0, 4)
      .map((entry) => join(site, folder, entry.name, 'index.html')),
  );
  return pages
    .flatMap(
      (page) =>
        readFileSync(page, 'utf8')
          .match(/<title>([^<|]+)/)?.[1]
          ?.trim() ?? [],
    )
    .slice(0, EACH);
}

const queriesOf = (titles: readonly string[]) =>
  titles.flatMap((title) => [
    { kind: 'title', query: title },
    { kind: 'beginning', query: title.slice(0, 6) },
    { kind: 'typo', query: title.replace(/(\w{3})(\w)(\w)/, '$1$3$2') },
    { kind: 'words of a text', query: `why does the ${title.split(' ').at(-1)} wait` },
  ]);

/** In a context of its own: nothing is in its cache. */
async function costOf(browser: Browser, address: string, query: string) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const wire = await bytesOf(page);
    await page.goto(address, { waitUntil: 'networkidle' });
    const before = wire.paths.filter((path) => path.startsWith('/search-index/')).length;
    const loaded = wire.bytes;
    await page.keyboard.press('/');
    const field = page.getByRole('dialog').getByRole('combobox');
    await field.waitFor();
    const { first, text } = await field.evaluate(typed, query);
    return { first, text, bytes: wire.bytes - loaded, before };
  } finally {
    await context.close();
  }
}

/** Types into the field and waits, inside the page, for results that were not there, then for the network to be silent. */
async function typed(field: HTMLElement | SVGElement, query: string) {
  const input = field as HTMLInputElement;
  const dialog = input.closest('dialog') ?? document;
  // An empty box offers pages of its own: only what the query brought counts.
  const listed = () =>
    [...dialog.querySelectorAll('[role=option]')].map(({ textContent }) => textContent).join();
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const old = listed();
  const began = performance.now();
  input.value = query;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  while ((listed() === old || listed() === '') && performance.now() - began < 5000) await frame();
  const first = performance.now() - began < 5000 ? performance.now() - began : Number.NaN;
  const ends = () =>
    performance
      .getEntriesByType('resource')
      .map((one) => (one as PerformanceResourceTiming).responseEnd);
  while (performance.now() - Math.max(began, ...ends()) < 1000) await frame();
  return { first, text: Math.max(began + first, ...ends()) - began };
}

async function bytesOf(page: Page) {
  const wire = { bytes: 0, paths: [] as string[] };
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    wire.bytes += encodedDataLength;
  });
  page.on('request', (request) => wire.paths.push(new URL(request.url()).pathname));
  return wire;
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { addresses, dist, files } from './pages.ts';

const zipped = (file: string): number => gzipSync(readFileSync(join(dist, file))).length;

test('no page is larger than 30 kB of HTML, gzipped', () => {
  const large = files
    .filter((file) => file.endsWith('.html'))
    .map((file) => ({ file, bytes: zipped(file) }))
    .filter(({ bytes }) => bytes >= 30_000);
  expect(large).toEqual([]);
});

test('a document loads less than 35 kB of JavaScript, gzipped, and nothing of its search', async ({
  page,
}) => {
  const scripts = new Set<string>();
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.endsWith('.js')) scripts.add(pathname.slice(1));
  });
  const folders = new Set(addresses.map((address) => address.split('/')[1]));
  for (const folder of folders) {
    const address = addresses.find((one) => one.startsWith(`/${folder}/`) && one.split('/')[2]);
    if (!address) continue;
    scripts.clear();
    await page.goto(address, { waitUntil: 'networkidle' });
    expect(scripts.size, address).toBeGreaterThan(0);
    const bytes = [...scripts].reduce((sum, file) => sum + zipped(file), 0);
    expect.soft(bytes, `${address}: ${[...scripts]}`).toBeLessThan(35_000);
  }
});

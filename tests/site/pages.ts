import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the built site. */
export const dist = join(import.meta.dirname, '../../dist');

/** Paths of all files of the built site, with forward slashes. */
export const files: readonly string[] = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) =>
    join(entry.parentPath, entry.name)
      .slice(dist.length + 1)
      .replaceAll('\\', '/'),
  )
  .sort();

const isMoved = (file: string): boolean =>
  readFileSync(join(dist, file), 'utf8').includes('http-equiv="refresh"');

const html = files.filter((file) => file.endsWith('.html'));
const addressOf = (file: string): string => `/${file.replace(/index\.html$/, '')}`;

/** Addresses of all pages that are read. */
export const addresses: readonly string[] = html.filter((file) => !isMoved(file)).map(addressOf);

/** Old addresses, which only lead to a page. */
export const movedAddresses: readonly string[] = html.filter(isMoved).map(addressOf);

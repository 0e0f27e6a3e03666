import { copyFileSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { filesBelow } from './seal.ts';

/** Files that are text; the search index and pictures are compressed already. */
const TEXT = /\.(?:css|csv|hl7|html|js|json|jsonl|log|svg|txt|xml|ya?ml)$/;

/** A file that fits into one packet gains nothing. */
const LEAST = 1_400;

/** As many at once as Node has threads for it. */
const AT_ONCE = 4;

const zip = promisify(gzip);

/** Writes a `.gz` beside each text of a built site; where the last site holds the same bytes, takes its own. */
export async function compressSite(folder: string, last: string): Promise<void> {
  const waiting = filesBelow(folder)
    .filter((file) => TEXT.test(file) && statSync(join(folder, file)).size >= LEAST)
    .values();
  const work = async () => {
    for (const file of waiting) await compress(join(folder, file), join(last, file));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function compress(file: string, last: string): Promise<void> {
  const bytes = readFileSync(file);
  if (existsSync(`${last}.gz`) && isSame(last, bytes)) copyFileSync(`${last}.gz`, `${file}.gz`);
  else writeFileSync(`${file}.gz`, await zip(bytes, { level: 9 }));
}

const isSame = (file: string, bytes: Buffer): boolean =>
  statSync(file, { throwIfNoEntry: false })?.size === bytes.length &&
  readFileSync(file).equals(bytes);

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';

/** What Pagefind read of a page: its text in one line, and where its headings stand in it. */
export interface ReadPage {
  readonly url: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly anchors: readonly {
    readonly element: string;
    readonly id: string;
    readonly text: string;
    /** In words from the start. */
    readonly location: number;
  }[];
}

/** Has Pagefind read the pages of a built site, in the order of their addresses. */
export async function readTexts(folder: string): Promise<ReadPage[]> {
  const { index, errors } = await createIndex({ forceLanguage: 'en' });
  if (!index) throw new Error(`Pagefind did not start: ${errors.join(' ')}`);
  const spaced = mkdtempSync(join(tmpdir(), 'handbook-texts-'));
  try {
    copySpaced(folder, spaced);
    const read = await index.addDirectory({ path: spaced });
    if (read.errors.length > 0) throw new Error(read.errors.join(' '));
    const { files } = await index.getFiles();
    return files
      .filter(({ path }) => path.endsWith('.pf_fragment'))
      .map(({ content }) => fragmentOf(content))
      .sort((a, b) => (a.url < b.url ? -1 : 1));
  } finally {
    rmSync(spaced, { recursive: true, force: true });
    await close();
  }
}

/** Copies pages with a blank between neighbouring blocks: Pagefind reads the words of `<dt>` and `<dd>` as one. */
function copySpaced(from: string, to: string): void {
  for (const path of readdirSync(from, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.html')) continue;
    mkdirSync(dirname(join(to, path)), { recursive: true });
    writeFileSync(join(to, path), spacedBlocks(readFileSync(join(from, path), 'utf8')));
  }
}

/** A page with a blank before the end of each block, cell, label, button and badge. */
const spacedBlocks = (html: string): string =>
  html.replace(
    /<\/(?:address|article|aside|blockquote|button|caption|d[dlt]|details|div|fieldset|figcaption|figure|footer|form|h[1-6]|header|label|legend|li|main|nav|ol|option|p|pre|section|summary|t[dhr]|table|tbody|thead|ul)>|<br\s*\/?>|<span class="status/g,
    ' $&',
  );

/** How each of Pagefind's files begins, once it is unpacked. */
const MARK = 'pagefind_dcd';

const fragmentOf = (content: Uint8Array): ReadPage =>
  JSON.parse(gunzipSync(content).toString('utf8').slice(MARK.length));

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
  try {
    const read = await index.addDirectory({ path: folder });
    if (read.errors.length > 0) throw new Error(read.errors.join(' '));
    const { files } = await index.getFiles();
    return files
      .filter(({ path }) => path.endsWith('.pf_fragment'))
      .map(({ content }) => fragmentOf(content))
      .sort((a, b) => (a.url < b.url ? -1 : 1));
  } finally {
    await close();
  }
}

/** How each of Pagefind's files begins, once it is unpacked. */
const MARK = 'pagefind_dcd';

const fragmentOf = (content: Uint8Array): ReadPage =>
  JSON.parse(gunzipSync(content).toString('utf8').slice(MARK.length));

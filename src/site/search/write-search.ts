import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { commonWords } from '../../domain/search/common-words.ts';
import type { Page } from '../../domain/search/model.ts';
import { writeNames } from '../../domain/search/names-file.ts';
import type { PageFile } from '../../domain/search/page-file.ts';
import { abbreviations } from '../../domain/search/synonyms.ts';
import { textIndex } from '../../domain/search/text-index.ts';
import type { Handbook } from '../handbook.ts';
import { fitted } from './fit.ts';
import { namedPages } from './names.ts';
import { type ReadPage, readTexts } from './read-texts.ts';

/** Writes the index of a built site into its `search-index/`: names, and texts in parts. */
export async function writeSearch(folder: string, book: Handbook): Promise<void> {
  const known = new Map(namedPages(book).map((page) => [page.address, page]));
  const all = await readTexts(folder);
  const documents = all.filter(({ url }) => known.has(url));
  const read = [...documents, ...all.filter(({ url }) => !known.has(url))];
  const pages = read.map((one) => known.get(one.url) ?? ownPage(one));
  const texts = read.map((one, at) => pageFile(one, pages[at]?.summary ?? null));
  const { firsts, shards } = textIndex(
    texts.map(({ content, sections }) => ({
      content,
      headings: sections.map(({ title }) => title),
    })),
  );
  const files = new Map<string, Uint8Array>([
    ...shards.map((bytes, at) => [`${at}.pf_index`, packed(bytes)] as const),
    ...texts.map((text, at) => [`${at}.pf_text`, packed(JSON.stringify(text))] as const),
    ['words.pf_words', packed(commonWords(texts.map(({ content }) => content)))],
  ]);
  const place = digestOf(files);
  const base = join(folder, 'search-index');
  mkdirSync(join(base, place), { recursive: true });
  for (const [name, bytes] of files) writeFileSync(join(base, place, name), bytes);
  const synonyms = abbreviations(
    pages,
    texts.map(({ content }) => content),
  );
  const names = fitted(pages, (chosen) =>
    writeNames({
      pages: chosen,
      documents: documents.length,
      synonyms,
      texts: { folder: place, firsts },
    }),
  );
  writeFileSync(join(base, 'names.json'), names);
}

/** The names alone, as the authors' server has them: texts are read from a built site. */
export const namesAlone = (book: Handbook): string => {
  const pages = namedPages(book);
  return writeNames({
    pages,
    documents: pages.length,
    synonyms: abbreviations(pages, []),
    texts: null,
  });
};

/** A page of the handbook itself: a list, the guide, a rule of the standard. */
const ownPage = ({ url, meta, filters, anchors }: ReadPage): Page => ({
  address: url,
  title: meta['title'] ?? url,
  summary: null,
  facets: {
    type: filters['type'] ?? ['Handbook'],
    ...{ system: [], owner: [], status: [], audience: [], date: [] },
  },
  names: [
    { kind: 'title', text: meta['title'] ?? url, anchor: null },
    { kind: 'id', text: url.replace(/^\/|\/$/g, ''), anchor: null },
    ...anchors
      .filter(({ element, id, text }) => /^h[23]$/.test(element) && id !== '' && text.trim() !== '')
      .slice(0, 12)
      .map(({ id, text }) => ({ kind: 'heading' as const, text, anchor: id })),
  ],
});

function pageFile({ url, content, anchors }: ReadPage, summary: string | null): PageFile {
  const words = [...content.matchAll(/\S+/g)].map(({ index }) => index);
  const sections = anchors
    .filter(({ element, id, text }) => /^h[1-6]$/.test(element) && id !== '' && text.trim() !== '')
    .map(({ id, text, location }) => ({
      at: words[location] ?? content.length,
      anchor: id,
      title: text,
    }));
  return { address: url, summary, content, sections };
}

/** How a part begins, so that a scan of the site knows what it is. */
const MARK = 'search_index';

const packed = (content: string | Uint8Array): Uint8Array =>
  gzipSync(Buffer.concat([Buffer.from(MARK), Buffer.from(content)]), { level: 9 });

/** One name for all parts, so that a reader never mixes two builds. */
function digestOf(files: ReadonlyMap<string, Uint8Array>): string {
  const hash = createHash('sha256');
  for (const [name, bytes] of files) hash.update(`${name} ${bytes.length}\n`).update(bytes);
  return hash.digest('hex').slice(0, 12);
}

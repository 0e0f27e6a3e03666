import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import MiniSearch from 'minisearch';
import { close, createIndex } from 'pagefind';
import { type Engine, searchEngine } from '../../src/domain/search/engine.ts';
import type { Answer } from '../../src/domain/search/model.ts';
import { readQuery } from '../../src/domain/search/read-query.ts';
import type { Body } from './body.ts';

/** A search of a body: the documents that it finds, best first. */
export type Search = (query: string) => Promise<readonly string[]>;

/** So far down a list is looked. */
const MOST = 20;

/** What the handbook ships: the code that the browser runs, over the files that it loads. */
export function ours(body: Body): Search {
  const engine: Engine = searchEngine(body.loader);
  const source = new Map(body.pages.map((page) => [page.address, page.source]));
  return async (query) => {
    const answers: Answer[] = [];
    await engine.ask({ query, filters: {}, limit: MOST }, (answer) => answers.push(answer));
    return (answers.at(-1)?.results ?? []).map(
      ({ page }) => source.get(page.address) ?? page.address,
    );
  };
}

/** Pagefind over the same pages: as it comes, and asked for each telling word by itself with the answers added up. */
export async function pagefindSearches(
  body: Body,
): Promise<{ readonly stock: Search; readonly byWord: Search }> {
  const place = join(mkdtempSync(join(tmpdir(), 'stock-')), 'pagefind');
  const { index } = await createIndex({});
  await index?.addDirectory({ path: body.site });
  await index?.writeFiles({ outputPath: place });
  await close();
  const web = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const address = String(input).replace(/\?.*$/, '');
    return address.startsWith('file:')
      ? new Response(new Uint8Array(readFileSync(fileURLToPath(address))))
      : web(input, init);
  };
  const pagefind = await import(pathToFileURL(join(place, 'pagefind.js')).href);
  await pagefind.options({ baseUrl: '/' });
  const source = new Map(body.pages.map((page) => [page.address, page.source]));
  const sourcesOf = async (results: readonly Hit[]) => {
    const first = await Promise.all(results.slice(0, MOST).map((one) => one.data()));
    return first.map(({ url }) => source.get(url) ?? url);
  };
  return {
    stock: async (query) => sourcesOf((await pagefind.search(query)).results),
    byWord: async (query) => {
      const sums = new Map<string, { hit: Hit; sum: number }>();
      for (const { text } of readQuery(query).tokens) {
        const results: Hit[] = (await pagefind.search(text)).results;
        const idf = Math.log(
          1 + (body.pages.length - results.length + 0.5) / (results.length + 0.5),
        );
        const most = Math.max(...results.map(({ score }) => score), 1e-9);
        for (const hit of results) {
          const sum = (sums.get(hit.id)?.sum ?? 0) + idf * (0.5 + hit.score / most);
          sums.set(hit.id, { hit, sum });
        }
      }
      return sourcesOf([...sums.values()].sort((a, b) => b.sum - a.sum).map(({ hit }) => hit));
    },
  };
}

interface Hit {
  readonly id: string;
  readonly score: number;
  data(): Promise<{ url: string }>;
}

/** MiniSearch with its defaults, over title and text. */
export function plainMiniSearch(body: Body): Search {
  const index = new MiniSearch({ fields: ['title', 'content'] });
  index.addAll(body.pages.map(({ title, content }, id) => ({ id, title, content })));
  return async (query) =>
    index
      .search(query)
      .slice(0, MOST)
      .map(({ id }) => body.pages[id]?.source ?? '');
}

/** BM25 over whole and split identifiers, title and file name weighted; everything is in memory. */
export function plainBm25(body: Body): Search {
  const bags = body.pages.map(({ title, source, content }) => {
    const counts = new Map<string, number>();
    const add = (text: string, weight: number) => {
      for (const word of splitWords(text)) counts.set(word, (counts.get(word) ?? 0) + weight);
    };
    add(content, 1);
    add(title, 5);
    add((source.split('/').at(-1) ?? '').replace(/\.\w+$/, ''), 5);
    return { counts, length: [...counts.values()].reduce((sum, count) => sum + count, 0) };
  });
  const average = bags.reduce((sum, { length }) => sum + length, 0) / bags.length;
  const pagesWith = new Map<string, number>();
  for (const { counts } of bags)
    for (const word of counts.keys()) pagesWith.set(word, (pagesWith.get(word) ?? 0) + 1);
  const scoreOf = (words: readonly string[], { counts, length }: (typeof bags)[number]) =>
    words.reduce((sum, word) => {
      const count = counts.get(word) ?? 0;
      const having = pagesWith.get(word) ?? 0;
      const idf = Math.log(1 + (bags.length - having + 0.5) / (having + 0.5));
      return sum + (idf * count * 2.2) / (count + 1.2 * (0.25 + (0.75 * length) / average));
    }, 0);
  return async (query) => {
    const words = [...new Set(splitWords(query))];
    return bags
      .map((bag, page) => ({ page, score: scoreOf(words, bag) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .slice(0, MOST)
      .map(({ page }) => body.pages[page]?.source ?? '');
  };
}

/** Whole words in small letters, and their parts at changes of case. */
const splitWords = (text: string): string[] =>
  (text.match(/[\p{L}\p{N}_]+/gu) ?? []).flatMap((word) => {
    const parts = word.split(/_|(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u);
    return [...new Set([word, ...parts])].filter(Boolean).map((each) => each.toLowerCase());
  });

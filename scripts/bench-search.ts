// Asks judged queries of the real index, with the code that the browser runs, and of three plain searches beside it.
//   npm run bench:search -- [FOLDER ...]    folders of judged queries; else the shared one beside the project, if it
//                                           is there, and tests/relevance
//   --corpora DIR  where the documents lie; else the folder `corpora` beside each of them
//   --write        record the figures in docs/search-figures.md    --keep DIR  leave imports and sites there
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeAtomically } from '../src/workspace/write.ts';
import { type Body, builtBody, sampleBody } from './bench-search/body.ts';
import { type Asked, missesOf, tableOf } from './bench-search/figures.ts';
import { type Judged, placeOf, readJudged } from './bench-search/judged.ts';
import {
  ours,
  pagefindSearches,
  plainBm25,
  plainMiniSearch,
  type Search,
} from './bench-search/searches.ts';
import { runMain } from './lib/failure.ts';
import { root } from './lib/paths.ts';

const options = {
  corpora: { type: 'string' },
  write: { type: 'boolean', default: false },
  keep: { type: 'string' },
} as const;

const OURS = 'this search';

await runMain(async () => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options });
  const place = resolve(values.keep ?? mkdtempSync(join(tmpdir(), 'handbook-search-')));
  mkdirSync(place, { recursive: true });
  try {
    const parts: string[] = [];
    for (const folder of positionals.length > 0
      ? positionals.map((one) => resolve(one))
      : known()) {
      const corpora = resolve(values.corpora ?? join(folder, '..', 'corpora'));
      parts.push(await measured(folder, corpora, place));
      console.log(parts.at(-1));
    }
    if (values.write) record(parts);
  } finally {
    if (!values.keep) rmSync(place, { recursive: true, force: true });
  }
  return 0;
});

/** The judged queries that are there without being named. */
function known(): string[] {
  return [join(root, '..', 'shared', 'relevance'), join(root, 'tests', 'relevance')].filter(
    (folder) => existsSync(join(folder, 'queries.json')),
  );
}

async function measured(folder: string, corpora: string, place: string): Promise<string> {
  const { queries, documents } = readJudged(folder);
  const names = documents === null ? ['sample'] : Object.keys(documents);
  const asked: Asked[] = [];
  const leftOut: string[] = [];
  for (const name of names) {
    console.error(`Building ${name}`);
    const body =
      documents === null
        ? await sampleBody(place)
        : await builtBody(name, documents[name] ?? [], corpora, place);
    const there = new Set(body.pages.map(({ source }) => source));
    leftOut.push(...(documents?.[name] ?? []).filter((path) => !there.has(path)));
    const mine = queries.filter(({ corpus }) => documents === null || corpus === name);
    asked.push(...(await askAll(name, body, mine, there)));
  }
  return reportOf(basename(folder), asked, leftOut);
}

async function askAll(
  set: string,
  body: Body,
  queries: readonly Judged[],
  there: ReadonlySet<string>,
): Promise<Asked[]> {
  const pagefind = await pagefindSearches(body);
  const searches: Record<string, Search> = {
    [OURS]: ours(body),
    'stock Pagefind': pagefind.stock,
    'Pagefind, word by word': pagefind.byWord,
    'MiniSearch, defaults': plainMiniSearch(body),
    'BM25, split names': plainBm25(body),
  };
  const asked: Asked[] = [];
  for (const judged of queries) {
    const places: Record<string, number> = {};
    let instead: readonly string[] = [];
    body.loaded();
    for (const [name, search] of Object.entries(searches)) {
      const found = await search(judged.query);
      places[name] = placeOf(judged, found);
      if (name === OURS) instead = found;
    }
    const right = judged.relevant.flatMap((one) => [one, ...(judged.alts?.[one] ?? [])]);
    const absent = !right.some((one) => there.has(one));
    asked.push({ judged, set, places, instead, bytes: body.loaded(), absent });
  }
  return asked;
}

function reportOf(name: string, asked: readonly Asked[], leftOut: readonly string[]): string {
  const searches = Object.keys(asked[0]?.places ?? {});
  const sets = [...new Set(asked.map(({ set }) => set))];
  const absent = asked.filter((one) => one.absent).length;
  return [
    `## ${name}`,
    'Success at 1, success at 3, mean reciprocal rank.',
    tableOf(asked, searches),
    ...(sets.length > 1
      ? sets.map(
          (set) =>
            `### ${set}\n\n${tableOf(
              asked.filter((one) => one.set === set),
              searches,
            )}`,
        )
      : []),
    `### Not in the first place\n\n${missesOf(asked, OURS).join('\n') || 'None.'}`,
    ...(leftOut.length > 0
      ? [
          `### Left out of the copy\n\n${leftOut.length} documents are in no page, because they repeat another one or the check keeps them from readers; no search can find them, and ${absent} queries ask for nothing else. They count as missed, and stand above.`,
        ]
      : []),
  ].join('\n\n');
}

function record(parts: readonly string[]): void {
  const file = join(root, 'docs/search-figures.md');
  const lead =
    '# How well search finds\n\nWritten by `npm run bench:search -- --write`. All searches are asked the same queries over the same built pages.';
  writeAtomically(file, `${[lead, ...parts].join('\n\n')}\n`);
  console.error(`Recorded in ${file}`);
}

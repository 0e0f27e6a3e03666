import { pageAddress, relativePath, resolvePath, targetOf } from '../body/target.ts';
import { addressOf, aliasesOf, isReserved } from '../graph/addresses.ts';
import { type Corpus, type Entry, unreadIds } from '../graph/corpus.ts';
import { buildGraph, pageIndex, resolveReference, soleTarget, valuesAt } from '../graph/graph.ts';
import { fileFields, type Relation } from '../graph/relations.ts';
import type { FieldChange } from './moves.ts';

/** What of references and links can be put right without judgement: where exactly one thing can be meant. */
export interface Repairs {
  /** Fields to be written anew, by path of the document. */
  readonly fields: ReadonlyMap<string, readonly FieldChange[]>;
  /** A link or picture address as it should be written in a document. */
  url(url: string, from: Entry): string;
}

/** The repairs of a corpus; `renamed` gives the present path of a file that was at another one. */
export function repairsOf(corpus: Corpus, renamed: (path: string) => string | null): Repairs {
  const site = siteOf(corpus, renamed);
  const references = buildGraph(corpus).dangling.flatMap(({ from, relation, path, value }) => {
    const now = from.readable ? referenceNow(relation, value, site) : null;
    return now === null ? [] : [{ entry: from, path, was: value, now }];
  });
  const files = fileFields.flatMap((use) =>
    corpus.entries
      .filter(({ type, readable }) => readable && type.name === use.from)
      .flatMap((entry) =>
        valuesAt(entry.data, use.field).flatMap(({ path, value }) => {
          const now = typeof value === 'string' ? fileNow(value, entry, site) : null;
          return now === null ? [] : [{ entry, path, was: String(value), now }];
        }),
      ),
  );
  const all = Map.groupBy([...references, ...files], ({ entry }) => entry.path);
  return { fields: all, url: (url, from) => urlNow(url, from, site) };
}

interface Site {
  readonly corpus: Corpus;
  readonly pages: ReadonlyMap<string, Entry>;
  readonly unread: ReadonlySet<string>;
  readonly paths: ReadonlySet<string>;
  /** The only path or address that is written so in small letters; null where there are several. */
  readonly byCase: ReadonlyMap<string, string | null>;
  readonly renamed: (path: string) => string | null;
}

function siteOf(corpus: Corpus, renamed: Site['renamed']): Site {
  const pages = pageIndex(corpus);
  const paths = new Set([...corpus.entries.map(({ path }) => path), ...corpus.assets]);
  const byCase = new Map<string, string | null>();
  for (const name of [...paths, ...pages.keys()]) {
    const key = name.toLowerCase();
    byCase.set(key, byCase.has(key) ? null : name);
  }
  return { corpus, pages, paths, byCase, renamed, unread: unreadIds(corpus) };
}

/** The value of a reference that names a document by its path, an old address, or in capitals. */
function referenceNow(relation: Relation, value: string, site: Site): string | null {
  const only = soleTarget(relation);
  const bare = value
    .replace(/^\/|\/$/g, '')
    .replace(/^(\.\.?\/|content\/)+/, '')
    .replace(/\.(mdx|yaml)$/, '');
  const isWhole = only === null || bare.toLowerCase().startsWith(`${only.folder}/`);
  const id = isWhole ? bare : `${only.folder}/${bare}`;
  if (site.unread.has(id)) return null;
  const lower = site.pages.get(pageAddress(id.toLowerCase()));
  const entry = site.pages.get(pageAddress(id)) ?? renamedEntry(id, site) ?? lower;
  if (!entry) return null;
  const now = only === null ? entry.id : entry.id.slice(only.folder.length + 1);
  return resolveReference(site.corpus, relation, now) === entry && now !== value ? now : null;
}

/** The document that was at an id before it was renamed. */
function renamedEntry(id: string, { corpus, renamed }: Site): Entry | undefined {
  const path = renamed(`${id}.mdx`) ?? renamed(`${id}.yaml`);
  return path === null ? undefined : corpus.entries.find((entry) => entry.path === path);
}

/** Where a file is that a path may have meant; null where it is right, or nobody can say. */
function pathNow(
  path: string,
  { corpus, paths, pages, unread, byCase, renamed }: Site,
): string | null {
  const stem = path.replace(/\.(mdx|md|yaml|yml)$/, '');
  if (paths.has(path) || unread.has(stem)) return null;
  return (
    corpus.byId.get(stem)?.path ??
    renamed(path) ??
    pages.get(pageAddress(stem))?.path ??
    byCase.get(path.toLowerCase()) ??
    byCase.get(`${path.toLowerCase()}.mdx`) ??
    null
  );
}

function fileNow(value: string, { path }: Entry, site: Site): string | null {
  const target = resolvePath(path, value);
  const now = target === null ? null : pathNow(target, site);
  return now !== null && site.corpus.assets.has(now) ? relativePath(path, now) : null;
}

function urlNow(url: string, from: Entry, site: Site): string {
  const target = targetOf(url, from.path);
  const now =
    target.kind === 'file'
      ? pathNow(target.path, site)
      : target.kind === 'page'
        ? pageNow(target.address, site)
        : null;
  if (now === null || isReserved(pageAddress(targetPath(target)))) return url;
  const [, rest = ''] = /^[^?#]*(.*)$/s.exec(url) ?? [];
  return encodeURI(relativePath(from.path, now)) + rest;
}

const targetPath = (target: ReturnType<typeof targetOf>): string =>
  target.kind === 'file' ? target.path : target.kind === 'page' ? target.address : '';

function pageNow(address: string, site: Site): string | null {
  const { pages, byCase, unread } = site;
  const id = address.slice(1, -1);
  const entry = pages.get(address);
  if (entry)
    return addressOf(entry) !== address && aliasesOf(entry).includes(address) ? entry.path : null;
  if (isReserved(address) || unread.has(id)) return null;
  const other = renamedEntry(id, site) ?? pages.get(byCase.get(address.toLowerCase()) ?? '');
  return other?.path ?? null;
}

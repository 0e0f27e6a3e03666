import type { LinkFacts, LinkSetting } from './model.ts';
import { baseOf, folded, folderOf, isIndex, stemOf, withoutEnding } from './paths.ts';
import { siteRoots, urlsOf } from './urls.ts';

/** A name that one thing has; null where several have it. */
export type Names = ReadonlyMap<string, string | null>;

/** All that links of a source can lead to, by every name that they may have there. */
export interface LinkMap {
  readonly documents: ReadonlyMap<string, LinkFacts>;
  readonly files: ReadonlySet<string>;
  readonly folders: ReadonlySet<string>;
  /** The document that is shown for a folder. */
  readonly indexes: ReadonlyMap<string, string>;
  /** Documents by path without ending. */
  readonly stems: ReadonlyMap<string, string>;
  /** Paths as they are, by their form without case. */
  readonly folded: Names;
  /** Documents by path without ending and without case. */
  readonly foldedStems: Names;
  /** Documents by the number that a wiki gave their page. */
  readonly ids: ReadonlyMap<string, string>;
  /** Documents and files by the last part of their path, with and without ending; nearest to the top first. */
  readonly bases: ReadonlyMap<string, readonly string[]>;
  /** Documents by title and alias. */
  readonly titles: ReadonlyMap<string, readonly string[]>;
  /** Documents by the address of their page; nearest to the top first. */
  readonly urls: ReadonlyMap<string, readonly string[]>;
  readonly roots: readonly string[];
  readonly webAddress: (path: string) => string | null;
  /** The list page that most documents of a folder are on, by folder. */
  readonly lists: ReadonlyMap<string, string>;
}

/** The map of a source; made once for all its documents. */
export function linkMap({ documents, files, webAddress }: LinkSetting): LinkMap {
  const all = documents.toSorted((a, b) => byDepth(a.path, b.path));
  const others = new Set(files);
  for (const { path } of all) others.delete(path);
  const paths = [...all.map(({ path }) => path), ...[...others].sort(byDepth)];
  const folders = foldersOf(paths);
  const roots = siteRoots(folders);
  return {
    documents: new Map(all.map((facts) => [facts.path, facts])),
    files: others,
    folders,
    indexes: indexesOf(all),
    stems: firstOf([
      ...all.map(({ path }) => [withoutEnding(path), path] as const),
      ...all.flatMap(({ path, moved = [] }) =>
        moved.map((old) => [withoutEnding(old), path] as const),
      ),
    ]),
    folded: onlyOf([...paths, ...folders].map((path) => [folded(path), path])),
    foldedStems: onlyOf(all.map(({ path }) => [folded(withoutEnding(path)), path])),
    ids: firstOf(all.flatMap(({ path }) => idsOf(path).map((id) => [id, path] as const))),
    bases: allOf(paths.flatMap((path) => basesOf(path).map((base) => [base, path] as const))),
    titles: allOf(
      all.flatMap(({ path, names }) => names.map((name) => [folded(name.trim()), path])),
    ),
    urls: allOf(all.flatMap((facts) => urlsOf(facts, roots).map((url) => [url, facts.path]))),
    roots,
    webAddress: webAddress ?? (() => null),
    lists: listsOf(all),
  };
}

const byDepth = (a: string, b: string): number =>
  a.split('/').length - b.split('/').length || (a < b ? -1 : 1);

/** Exports of wikis keep the number of a page at the end of its file's name. */
const idsOf = (path: string): string[] => {
  const id = /(?:^|[ _-])([\da-f]{32}|\d{4,})$/i.exec(stemOf(baseOf(path)))?.[1];
  return id === undefined ? [] : [id.toLowerCase()];
};

function basesOf(path: string): string[] {
  const base = folded(baseOf(path));
  const names = [base, stemOf(base), withoutEnding(base)];
  return [...new Set([...names, ...names.map(spaced)])];
}

/** Wikis write `Set up` as the file `Set-up`. */
export const spaced = (name: string): string => name.replaceAll(/[-_ ]+/g, ' ');

function foldersOf(paths: readonly string[]): Set<string> {
  const folders = new Set(['']);
  for (const path of paths)
    for (let one = folderOf(path); one !== '' && !folders.has(one); one = folderOf(one))
      folders.add(one);
  return folders;
}

/** README before index, as the servers of repositories show it. */
function indexesOf(all: readonly LinkFacts[]): Map<string, string> {
  const rank = (path: string): number => (/readme/i.test(baseOf(path)) ? 0 : 1);
  const found = all.map(({ path }) => path).filter(isIndex);
  const sorted = found.toSorted((a, b) => rank(a) - rank(b));
  return firstOf(sorted.map((path) => [folderOf(path), path]));
}

/** The folder of a type that most documents below a folder came to. */
function listsOf(all: readonly LinkFacts[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { path, to } of all) {
    const list = to.split('/')[0] ?? '';
    for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) {
      const known = counts.get(folder) ?? new Map<string, number>();
      counts.set(folder, known.set(list, (known.get(list) ?? 0) + 1));
    }
  }
  const most = (lists: ReadonlyMap<string, number>): string =>
    [...lists].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? '';
  return new Map([...counts].map(([folder, lists]) => [folder, most(lists)]));
}

type Pairs = readonly (readonly [string, string])[];

function firstOf(pairs: Pairs): Map<string, string> {
  const first = new Map<string, string>();
  for (const [key, value] of pairs) if (!first.has(key)) first.set(key, value);
  return first;
}

function onlyOf(pairs: Pairs): Map<string, string | null> {
  const only = new Map<string, string | null>();
  for (const [key, value] of pairs)
    only.set(key, only.has(key) && only.get(key) !== value ? null : value);
  return only;
}

function allOf(pairs: Pairs): Map<string, string[]> {
  const all = new Map<string, string[]>();
  for (const [key, value] of pairs) {
    const known = all.get(key);
    if (known === undefined) all.set(key, [value]);
    else if (!known.includes(value)) known.push(value);
  }
  return all;
}

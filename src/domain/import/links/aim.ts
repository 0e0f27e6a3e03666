import { schemeOf } from '../../body/address.ts';
import { decode } from '../../body/target.ts';
import { fragmentIn } from './fragment.ts';
import { byAddress, byName } from './lookup.ts';
import type { LinkMap } from './map.ts';
import type { LinkFacts } from './model.ts';
import {
  folded,
  folderOf,
  isIndex,
  isOfPages,
  joined,
  joinedOut,
  stemOf,
  urlKey,
  withoutEnding,
} from './paths.ts';

/** What an address of a source leads to. */
export type Aim =
  | { readonly kind: 'document'; readonly path: string; readonly anchor: Anchor | null }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'web'; readonly url: string }
  | { readonly kind: 'external' }
  | { readonly kind: 'data' }
  | { readonly kind: 'unsafe'; readonly scheme: string }
  | { readonly kind: 'outside' }
  | { readonly kind: 'nothing' };

/** The part of an address behind `#`: the anchor that it is on our page, empty for its top, null where it is nowhere. */
export interface Anchor {
  readonly written: string;
  readonly slug: string | null;
}

/** What the address `url` leads to, as written in the document `from` of the source. */
export function aimOf(url: string, from: LinkFacts, map: LinkMap): Aim {
  const written = url.trim();
  if (written.length > LONGEST && !/^(?:https?|mailto|data):/i.test(written))
    return { kind: 'nothing' };
  if (written.startsWith('lookup:')) return byLookup(decode(written.slice(7)), from, map);
  const scheme = schemeOf(written);
  if (scheme !== null) return ofScheme(scheme, written, from, map);
  if (/^[/\\]{2}[^/\\]/.test(written)) return { kind: 'unsafe', scheme: '//' };
  return ofPath(written, from, map);
}

/** Longer addresses name no file; in letters. */
const LONGEST = 4096;

const SAFE = /^(?:https?|mailto|tel)$/;

function ofScheme(scheme: string, url: string, from: LinkFacts, map: LinkMap): Aim {
  if (scheme === 'data') return { kind: 'data' };
  if (SAFE.test(scheme)) return ownPage(url, from, map) ?? { kind: 'external' };
  // A file may have a colon in its name.
  const aim = ofPath(url, from, map);
  return aim.kind === 'document' || aim.kind === 'file' ? aim : { kind: 'unsafe', scheme };
}

/** A page of the wiki that the source was taken from, by the number that its address and its file share. */
function ownPage(url: string, from: LinkFacts, map: LinkMap): Aim | null {
  const id =
    from.dialect === 'notion'
      ? /^https:\/\/(?:www\.)?notion\.(?:so|site)\/[^?#]*?([\da-f]{32})(?:[?#]|$)/i.exec(url)?.[1]
      : from.dialect === 'confluence'
        ? /(?:\/pages\/|[?&]pageId=)(\d{4,})/.exec(url)?.[1]
        : undefined;
  if (id === undefined) return null;
  const path = map.ids.get(id.toLowerCase());
  return path ? { kind: 'document', path, anchor: null } : null;
}

function byLookup(name: string, from: LinkFacts, map: LinkMap): Aim {
  const hash = name.indexOf('#');
  const [plain, fragment] = hash < 0 ? [name, null] : [name.slice(0, hash), name.slice(hash + 1)];
  if (plain.trim() === '') return toDocument(from.path, fragment, map);
  const path = byName(plain.trim(), from, map) ?? pathOf(plain.trim(), from, map);
  return path === null ? { kind: 'nothing' } : found(path, fragment, map);
}

function ofPath(written: string, from: LinkFacts, map: LinkMap): Aim {
  // Docusaurus calls the top of its site so.
  const url = from.dialect === 'docusaurus' ? written.replace(/^@site\//, '/') : written;
  const [, before = '', query = '', fragment = null] =
    /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(url) ?? [];
  if (before === '') {
    if (fragment?.startsWith('/')) return ofPath(fragment, from, map);
    // A query alone is asked of the page itself.
    const isHere = fragment !== null || query !== '';
    return isHere ? toDocument(from.path, fragment ?? '', map) : { kind: 'nothing' };
  }
  const path = pathOf(url, from, map) ?? firstPath(forms(before), from, map);
  if (path !== null) return found(path, fragment ?? idIn(query), map);
  return elsewhere(decode(before), from, map);
}

/** Docsify writes an anchor as `?id=`. */
const idIn = (query: string): string | null => /^id=(.+)$/.exec(query)?.[1] ?? null;

const firstPath = (all: readonly string[], from: LinkFacts, map: LinkMap): string | null => {
  for (const one of all) {
    const path = pathOf(one, from, map);
    if (path !== null) return path;
  }
  return null;
};

/** The ways in which a written path may be meant: percent-encoded, with the slashes of Windows. */
function forms(written: string): string[] {
  const decoded = decode(written).trim();
  return [...new Set([decoded, written, decode(decoded), decoded.replaceAll('\\', '/')])];
}

function found(path: string, fragment: string | null, map: LinkMap): Aim {
  if (map.documents.has(path)) return toDocument(path, fragment, map);
  return map.files.has(path) ? { kind: 'file', path } : { kind: 'folder', path };
}

function toDocument(path: string, fragment: string | null, map: LinkMap): Aim {
  const facts = map.documents.get(path);
  if (!facts || fragment === null) return { kind: 'document', path, anchor: null };
  const slug = fragmentIn(facts.anchors, fragment);
  return { kind: 'document', path, anchor: { written: fragment, slug } };
}

/** What is not among the files of the source, and may be in its repository. */
function elsewhere(path: string, from: LinkFacts, map: LinkMap): Aim {
  const isAbsolute = path.startsWith('/');
  const seen = joinedOut(isAbsolute ? '' : folderOf(from.path), path);
  const places = isAbsolute && !seen.startsWith('..') ? [seen, ...served(seen)] : [seen];
  for (const place of places) {
    const url = map.webAddress(place);
    if (url !== null) return { kind: 'web', url };
  }
  return seen.startsWith('..') ? { kind: 'outside' } : { kind: 'nothing' };
}

/** Where the files of a site stand that are served from its top, seen from the folder of its pages. */
const served = (path: string): string[] =>
  ['..', '../..', '../../..'].flatMap((up) =>
    ['', 'static/', 'public/', 'assets/', 'src/'].map((folder) => `${up}/${folder}${path}`),
  );

/** The path in the source that a written path means; null where there is none. */
function pathOf(written: string, from: LinkFacts, map: LinkMap): string | null {
  const isFolder = written.endsWith('/');
  const all = candidates(written, from, map);
  const pages = isOfPages(from.dialect);
  for (const path of all) {
    const hit = exactly(path, pages, isFolder, map);
    if (hit !== null) return hit;
  }
  for (const path of all) {
    const hit = otherwise(path, pages, isFolder, map);
    if (hit !== null) return hit;
  }
  return byUrl(written, from, map);
}

/** Paths from the top of the source that a written one may be counted to, the likeliest first. */
function candidates(written: string, from: LinkFacts, map: LinkMap): string[] {
  const folder = folderOf(from.path);
  const roots = written.startsWith('/')
    ? [...nearestFirst(map.roots, from.path), ...ancestors(folder)]
    : [folder, ...(isIndex(from.path) ? [] : [stemOf(from.path)])];
  const all = roots.map((root) => joined(root, written)).filter((path) => path !== null);
  // Modules of Antora kept their pictures one folder deeper once.
  const older =
    from.dialect === 'asciidoc'
      ? all.map((path) =>
          path.replace(/((?:^|\/)modules\/[^/]+\/)(images|attachments)\//, '$1assets/$2/'),
        )
      : [];
  return [...new Set([...all, ...older])];
}

/** The top first, then roots that the document lies in, then the others. */
const nearestFirst = (roots: readonly string[], path: string): string[] => {
  const around = (root: string) => (root === '' || path.startsWith(`${root}/`) ? 0 : 1);
  return roots.toSorted((a, b) => around(a) - around(b));
};

function ancestors(folder: string): string[] {
  const all: string[] = [];
  for (let one = folder; one !== ''; one = folderOf(one)) all.push(one);
  return all;
}

function exactly(path: string, pages: boolean, isFolder: boolean, map: LinkMap): string | null {
  if (!isFolder && (map.documents.has(path) || map.files.has(path))) return path;
  const index = map.indexes.get(path) ?? null;
  const stem = map.stems.get(withoutEnding(path)) ?? null;
  const folder = map.folders.has(path) ? path : null;
  // On a site the page stands before the folder of its name; in a repository the folder does.
  return pages ? (stem ?? index ?? folder) : (index ?? folder ?? stem);
}

/** A path that is there in another case only. */
function otherwise(path: string, pages: boolean, isFolder: boolean, map: LinkMap): string | null {
  const one = map.folded.get(folded(path)) ?? map.folded.get(folded(withoutEnding(path)));
  if (one) return exactly(one, pages, isFolder, map) ?? exactly(one, pages, false, map);
  return map.foldedStems.get(folded(withoutEnding(path))) ?? null;
}

/** A document by the address of its page on the site of the source. */
function byUrl(written: string, from: LinkFacts, map: LinkMap): string | null {
  if (!written.startsWith('/')) {
    const seen = joined(withoutEnding(from.path), written) ?? '';
    return (
      byAddress(urlKey(seen), from, map) ??
      (isOfPages(from.dialect) ? byName(written, from, map) : null)
    );
  }
  const parts = written.split('/').filter(Boolean);
  // A site may be served below a folder, or a language.
  for (let drop = 0; drop <= Math.min(2, parts.length - 1); drop++) {
    const hit = byAddress(urlKey(parts.slice(drop).join('/')), from, map);
    if (hit !== null) return hit;
  }
  return null;
}

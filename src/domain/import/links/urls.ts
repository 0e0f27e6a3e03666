import type { LinkFacts } from './model.ts';
import { baseOf, folderOf, joined, slugged, stemOf, urlKey, withoutEnding } from './paths.ts';

/** Folders whose content generators of sites serve from the top of the site. */
const ROOTS =
  /^(?:docs?|content|static|public|src|site|website|pages|wiki|documentation|source|assets|_pages|blog)$/i;

/** The folders of a source from which addresses that begin with a slash may be counted; the top first. */
export const siteRoots = (folders: ReadonlySet<string>): string[] =>
  [...folders]
    .filter((folder) => folder === '' || ROOTS.test(baseOf(folder)) || isLanguage(folder))
    .toSorted((a, b) => a.split('/').length - b.split('/').length || (a < b ? -1 : 1))
    .slice(0, 200);

/** `content/en`, `docs/de`: the top of a site in one language. */
const isLanguage = (folder: string): boolean =>
  /^[a-z]{2}(?:-[a-z]{2})?$/i.test(baseOf(folder)) && ROOTS.test(baseOf(folderOf(folder)));

/** The addresses that a document's page may have had on the site of its source, as keys. */
export function urlsOf({ path, urls, dialect }: LinkFacts, roots: readonly string[]): string[] {
  const inside = roots.filter((root) => root === '' || path.startsWith(`${root}/`));
  const tails = inside.map((root) =>
    withoutEnding(root === '' ? path : path.slice(root.length + 1)),
  );
  const keys = tails.flatMap((tail) => [
    tail,
    ...unnumbered(tail),
    ...posted(tail),
    ...urls.flatMap((url) => given(url, tail)),
  ]);
  const spaced = dialect === 'obsidian' || dialect === 'hugo' ? keys.map(sluggedPath) : [];
  return [...new Set([...keys, ...spaced].map(urlKey))];
}

/** An address that a document gives itself: from the top of the site, or in the place of its own name. */
function given(url: string, tail: string): string[] {
  if (url.startsWith('/')) return [url];
  const beside = joined(folderOf(tail), url);
  return beside === null ? [url] : [url, beside];
}

/** `01-start/02-setup` is the page `start/setup` in generators that order by number. */
function unnumbered(tail: string): string[] {
  const without = tail.replaceAll(/(^|\/)\d{1,3}[-_. ]+(?=[^/\d])/g, '$1');
  return without === tail ? [] : [without];
}

/** `_posts/2024-01-31-launch` is the page `2024/01/31/launch` in Jekyll, and `_guides/a` is `guides/a`. */
function posted(tail: string): string[] {
  const plain = tail.replaceAll(/(^|\/)_(?=[^/])/g, '$1');
  const [, day, name] = /(?:^|\/)(\d{4}-\d{2}-\d{2})-([^/]+)$/.exec(tail) ?? [];
  const dated =
    day === undefined || name === undefined ? [] : [`${day.replaceAll('-', '/')}/${name}`, name];
  return [...(plain === tail ? [] : [plain]), ...dated];
}

const sluggedPath = (path: string): string =>
  path
    .split('/')
    .map((part) => slugged(stemOf(part)))
    .join('/');

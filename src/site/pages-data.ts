import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { targetOf } from '../domain/body/target.ts';
import { addressOf, aliasesOf, indexAddress } from '../domain/graph/addresses.ts';
import type { Entry } from '../domain/graph/corpus.ts';
import { lazy } from '../domain/graph/once.ts';
import { isPart } from './copy-words.ts';
import { type Handbook, handbook } from './handbook.ts';
import { settingsOf } from './settings.ts';
import { type DocumentView, documentView, pathOf } from './views/document.ts';
import { type ByType, groupByType, listedTypes } from './views/navigation.ts';
import { listPageAddress } from './views/pages.ts';
import { type TypeIndexView, typeIndexViews } from './views/type-index.ts';
import { nameOf } from './views/words.ts';

/** A page of the `[...page]` route: a document, or an old address that leads to one. */
export type PageProps =
  | { readonly kind: 'document'; readonly view: DocumentView; readonly id: string }
  | { readonly kind: 'alias'; readonly to: string; readonly title: string };

interface StaticPage<Props> {
  readonly params: { readonly page: string };
  readonly props: Props;
  readonly cacheKey: string;
}

const byTypeOf = new WeakMap<Handbook, ByType>();

function byType(book: Handbook): ByType {
  const known = byTypeOf.get(book) ?? groupByType(book.corpus);
  byTypeOf.set(book, known);
  return known;
}

/** Pages of all documents and aliases, each with the digest of what it shows. */
export function documentPages(): StaticPage<PageProps>[] {
  const book = handbook();
  const settings = settingsOf(book);
  return [...book.corpus.byId.values()].flatMap((entry): StaticPage<PageProps>[] => {
    // The authors' server lists all pages for each one that it shows.
    const view = lazy(() => documentView(entry, book, settings, byType(book)));
    const document: PageProps = {
      kind: 'document',
      id: entry.id,
      get view() {
        return view();
      },
    };
    const moved = { kind: 'alias' as const, to: addressOf(entry), title: nameOf(entry) };
    return [
      page(pathOf(entry), document, () =>
        digestOf(view(), settings, entry.body, picturesOf(entry, book)),
      ),
      ...aliasesOf(entry).map((alias) =>
        page(alias.slice(1, -1), moved, () => digestOf(moved.to, moved.title)),
      ),
    ];
  });
}

/** The state of each picture of a body: its width and height stand on the page. */
const picturesOf = (entry: Entry, { workspace }: Handbook): (string | null)[] =>
  (entry.outline?.images ?? []).map(({ url }) => {
    const target = targetOf(url, entry.path);
    if (target.kind !== 'file') return null;
    const file = statSync(join(workspace.root, target.path), { throwIfNoEntry: false });
    return file ? `${file.size} ${file.mtimeMs}` : null;
  });

// Astro takes no interface here: its props are of any shape.
type TypePage = {
  readonly view: TypeIndexView;
  /** Address of the first page of the list. */
  readonly list: string;
};

/** Index pages of all types, each the first of its list. */
export const typePages = (): StaticPage<TypePage>[] =>
  listPages().filter(({ props }) => props.view.page === 1);

/** What follows in lists of more than one page, at `/runbooks/_2/`. */
export const laterTypePages = () =>
  listPages()
    .filter(({ props }) => props.view.page > 1)
    .map(({ params, ...rest }) => {
      const [page = '', number = ''] = params.page.split('/');
      return { ...rest, params: { page, number } };
    });

function listPages(): StaticPage<TypePage>[] {
  const book = handbook();
  const settings = settingsOf(book);
  return listedTypes.flatMap((type) =>
    typeIndexViews(type, book, byType(book)).map((view) => {
      const list = indexAddress(type);
      const address = listPageAddress(list, view.page).slice(1, -1);
      return page(address, { view, list }, () => digestOf(view, settings, isPart(book)));
    }),
  );
}

const page = <const Props>(
  address: string,
  props: Props,
  digest: () => string,
): StaticPage<Props> => ({
  params: { page: address },
  props,
  get cacheKey() {
    return digest();
  },
});

/** The digest of what a page shows. */
export const digestOf = (...values: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 24);

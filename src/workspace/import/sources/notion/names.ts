import { nameOf, stemOf } from '../names.ts';

const ID = /\s([0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:_all)?$/;

/** Whether most of a source's pages carry the long ids that Notion puts into names. */
export function isNotionExport(files: readonly { readonly path: string }[]): boolean {
  const pages = files.filter(({ path }) => /\.(?:md|html|csv)$/i.test(path));
  const named = pages.filter(({ path }) => ID.test(stemOf(nameOf(path))));
  return named.length > 0 && named.length * 2 >= pages.length;
}

/** The name of a page or a database without its id. */
export const plainName = (path: string): string => stemOf(nameOf(path)).replace(ID, '').trim();

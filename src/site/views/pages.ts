/** Lines that one page of a list holds: what a phone loads and a reader searches at once. */
export const PAGE_LINES = 200;

/** Cuts lines into pages of at most so many; at least one page, which may be empty. */
export function inPages<T>(lines: readonly T[], most = PAGE_LINES): readonly (readonly T[])[] {
  const count = Math.max(1, Math.ceil(lines.length / most));
  return Array.from({ length: count }, (_, at) => lines.slice(at * most, (at + 1) * most));
}

/** The address of a page of a list, from 1; the first is the list itself. No document's name begins with `_`. */
export const listPageAddress = (list: string, page: number): string =>
  page === 1 ? list : `${list}_${page}/`;

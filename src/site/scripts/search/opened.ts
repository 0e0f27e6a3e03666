/** A page that was opened in this tab. */
export interface Opened {
  readonly href: string;
  readonly title: string;
}

const KEY = 'handbook:opened';
const MOST = 6;

/** The pages that were opened in this tab, the last one first; none where the browser keeps nothing. */
export function opened(): readonly Opened[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isOpened) : [];
  } catch {
    return [];
  }
}

/** Puts a page before the others. */
export function remember({ href, title }: Opened): void {
  const others = opened().filter((one) => one.href !== href);
  try {
    sessionStorage.setItem(KEY, JSON.stringify([{ href, title }, ...others].slice(0, MOST)));
  } catch {
    // A browser that keeps nothing offers no last pages.
  }
}

const isOpened = (one: unknown): one is Opened =>
  typeof one === 'object' &&
  one !== null &&
  'href' in one &&
  'title' in one &&
  typeof one.title === 'string' &&
  typeof one.href === 'string' &&
  // What a script of another page could have left there leads nowhere but into the handbook.
  /^\/(?!\/)/.test(one.href);

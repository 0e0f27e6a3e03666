import { asRead, linkSchemes, schemeOf, serverOf } from './address.ts';

/** What a link or image address in a document points at. */
export type Target =
  | { readonly kind: 'external'; readonly scheme: string }
  /** A scheme or form that a page must not carry, such as `javascript:` or `//host`. */
  | { readonly kind: 'unsafe'; readonly scheme: string }
  | { readonly kind: 'anchor'; readonly fragment: string }
  /** A file of the content folder, by its path from there. */
  | { readonly kind: 'file'; readonly path: string; readonly fragment: string | null }
  /** A page of the site by its address, with a slash at both ends. */
  | { readonly kind: 'page'; readonly address: string; readonly fragment: string | null }
  /** A relative path that climbs out of the content folder. */
  | { readonly kind: 'outside' };

/** Reads the address `url` as written in the file `from` (a path inside the content folder). */
export function targetOf(url: string, from: string): Target {
  const trimmed = asRead(url);
  const scheme = schemeOf(trimmed);
  if (scheme !== null) return ofScheme(scheme, trimmed);
  if (/^[/\\]{2}/.test(trimmed)) return { kind: 'unsafe', scheme: '//' };
  const [beforeHash = '', ...rest] = trimmed.split('#');
  const fragment = rest.length > 0 ? decode(rest.join('#')) : null;
  const path = decode(beforeHash.split('?')[0] ?? '');
  // A browser takes a backslash for a slash: /\host is another server.
  if (/[\\\p{Cc}]/u.test(path)) return { kind: 'unsafe', scheme: '\\' };
  if (path === '') return { kind: 'anchor', fragment: fragment ?? '' };
  if (path.startsWith('/')) return { kind: 'page', address: pageAddress(path), fragment };
  const resolved = resolvePath(from, path);
  return resolved === null ? { kind: 'outside' } : { kind: 'file', path: resolved, fragment };
}

function ofScheme(scheme: string, url: string): Target {
  if (!linkSchemes.has(scheme)) return { kind: 'unsafe', scheme };
  const names = !scheme.startsWith('http') || serverOf(url) !== null;
  return names
    ? { kind: 'external', scheme }
    : { kind: 'unsafe', scheme: `${scheme}: without a server` };
}

/** An address in the one form that pages have: a slash at both ends. */
export const pageAddress = (path: string): string =>
  `/${path.split('/').filter(Boolean).join('/')}/`.replace('//', '/');

/** The path `relative` as seen from the file `from`, or null when it leaves the folder. */
export function resolvePath(from: string, relative: string): string | null {
  const parts = from.split('/').slice(0, -1);
  for (const part of relative.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return null;
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** The relative path that leads from the file `from` to the file `to`. */
export function relativePath(from: string, to: string): string {
  const base = from.split('/').slice(0, -1);
  const target = to.split('/');
  let shared = 0;
  while (shared < base.length && shared < target.length - 1 && base[shared] === target[shared])
    shared++;
  const up = base.slice(shared).map(() => '..');
  const path = [...up, ...target.slice(shared)].join('/');
  return up.length > 0 ? path : `./${path}`;
}

/** A percent-encoded text in plain letters; as it is where it is none. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

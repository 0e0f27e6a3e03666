import { downloads } from '../../domain/body/published.ts';
import { asHeader, filePolicy } from './content-policy.ts';

/** Headers that every answer carries, also one that says no. */
export const headersOfAll: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  // A handbook is for its readers; a copy in a search engine is a leak.
  'X-Robots-Tag': 'noindex, nofollow, noarchive',
};

/** A group of addresses that are served alike: the first that fits counts. */
export interface Served {
  /** A regular expression that JavaScript and nginx read alike; null for all other addresses. */
  readonly path: string | null;
  readonly policy: 'page' | 'file';
  readonly cache: string;
  readonly disposition: string | null;
}

const CHECKED = 'private, no-cache';
/** The name holds a digest of the content, so the same name never means something else. */
const FOREVER = 'private, max-age=31536000, immutable';

/** How addresses are served. */
export const served: readonly Served[] = [
  // Browsers refuse to show a PDF in a sandbox, and outside one it could act; what is not text or picture is saved.
  {
    path: `^/files/.*\\.(?:${[...downloads].join('|')})$`,
    policy: 'file',
    cache: CHECKED,
    disposition: 'attachment',
  },
  { path: '^/files/', policy: 'file', cache: CHECKED, disposition: null },
  { path: '\\.svg$', policy: 'file', cache: CHECKED, disposition: null },
  { path: '^/_astro/', policy: 'page', cache: FOREVER, disposition: null },
  { path: '^/search-index/.*\\.pf_[a-z]+$', policy: 'page', cache: FOREVER, disposition: null },
  { path: null, policy: 'page', cache: CHECKED, disposition: null },
];

/** Addresses that are never answered: hidden files, source maps, and the compressed twins of files. */
export const REFUSED = '/\\.|\\.(?:gz|map)$';

/** What the one kind of XML that the site makes is served as. */
export const FEED_TYPE = 'application/atom+xml; charset=utf-8';

/** All headers of the answer for an address, under the policy of the pages. */
export function headersOf(path: string, policy: string): Record<string, string> {
  const group = served.find((one) => one.path === null || new RegExp(one.path).test(path));
  return {
    ...headersOfAll,
    'Content-Security-Policy': group?.policy === 'file' ? filePolicy : asHeader(policy),
    'Cache-Control': group?.cache ?? CHECKED,
    ...(path.endsWith('.xml') ? { 'Content-Type': FEED_TYPE } : {}),
    ...(group?.disposition ? { 'Content-Disposition': group.disposition } : {}),
  };
}

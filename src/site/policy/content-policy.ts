import type { PageFacts } from './page-facts.ts';

/** The inline texts of all pages, each by its hash. */
export type Inline = {
  readonly [Name in Exclude<keyof PageFacts, 'faults'>]: ReadonlySet<string>;
};

/**
 * The one policy of a built site: its own files, and the inline texts that the build emitted. The
 * pictures of the stylesheets are data. Nothing else is loosened: search needs neither WebAssembly nor a worker.
 */
export function contentPolicy({ scripts, styles, styleAttributes }: Inline): string {
  const attributes = sorted(styleAttributes);
  return [
    "default-src 'none'",
    `script-src 'self'${listed(scripts)}`,
    "script-src-attr 'none'",
    `style-src 'self'${listed(styles)}`,
    // A hash of a style attribute counts only beside this word; it allows no other attribute.
    `style-src-attr ${attributes.length > 0 ? `'unsafe-hashes' ${attributes.join(' ')}` : "'none'"}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'none'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** The policy of a file that is opened by itself, such as a drawing or a log: it may look, not act. */
export const filePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'none'";

/** A policy as a header says it: what a page cannot say of itself is added. */
export const asHeader = (policy: string): string => `${policy}; frame-ancestors 'none'`;

const META =
  /^(<!DOCTYPE html><html[^>]*><head><meta charset="utf-8"\s*\/?>)(<meta http-equiv="Content-Security-Policy" content="([^"]*)">)?/i;

/** The page with the policy behind its character set, in the place of an earlier one; null for a page that begins otherwise. */
export const withPolicy = (html: string, policy: string): string | null =>
  META.test(html)
    ? html.replace(
        META,
        (_, start) => `${start}<meta http-equiv="Content-Security-Policy" content="${policy}">`,
      )
    : null;

/** The policy that a built page carries; null without one. */
export const policyIn = (html: string): string | null => META.exec(html)?.[3] ?? null;

const sorted = (sources: ReadonlySet<string>): string[] => [...sources].sort();

const listed = (sources: ReadonlySet<string>): string =>
  sorted(sources)
    .map((source) => ` ${source}`)
    .join('');

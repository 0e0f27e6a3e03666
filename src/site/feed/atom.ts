import { createHash } from 'node:crypto';

/** A feed as RFC 4287 has it; addresses begin with a slash where nobody knows where the site is. */
export interface Feed {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  /** Moment of the newest entry, ISO. */
  readonly updated: string;
  readonly author: string;
  readonly self: string;
  readonly page: string;
  readonly entries: readonly {
    readonly id: string;
    readonly title: string;
    readonly updated: string;
    readonly link: string;
    readonly summary: string;
    readonly categories: readonly string[];
  }[];
}

/** The text of a feed. */
export const atomOf = (feed: Feed): string => `\
<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>${asText(feed.id)}</id>
  <title>${asText(feed.title)}</title>
  <subtitle>${asText(feed.subtitle)}</subtitle>
  <updated>${asText(feed.updated)}</updated>
  <author><name>${asText(feed.author)}</name></author>
  <link rel="self" type="application/atom+xml" href="${asText(feed.self)}"/>
  <link rel="alternate" type="text/html" href="${asText(feed.page)}"/>
${feed.entries.map(entryOf).join('')}</feed>
`;

const entryOf = (entry: Feed['entries'][number]): string => `\
  <entry>
    <id>${asText(entry.id)}</id>
    <title>${asText(entry.title)}</title>
    <updated>${asText(entry.updated)}</updated>
    <link rel="alternate" type="text/html" href="${asText(entry.link)}"/>
${entry.categories.map((term) => `    <category term="${asText(term)}"/>\n`).join('')}\
    <summary>${asText(entry.summary)}</summary>
  </entry>
`;

/** A name of something for good, by what never changes of it: a UUID of version 8 (RFC 9562). */
export function uuidOf(...facts: readonly string[]): string {
  const hex = createHash('sha256').update(JSON.stringify(facts)).digest('hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`];
  return `urn:uuid:${[...parts, variant + hex.slice(17, 20), hex.slice(20, 32)].join('-')}`;
}

/** Characters that XML has no way to write, half pairs among them. */
const UNWRITABLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const asText = (text: string): string =>
  text.replaceAll(UNWRITABLE, '\uFFFD').replaceAll(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/** What a link may lead to: pages to open, letters to write, numbers to call. Nothing is ever loaded from them. */
export const linkSchemes: ReadonlySet<string> = new Set(['https', 'http', 'mailto', 'tel']);

/** An address as a browser reads it: without blanks and controls at its ends, tabs and line ends within. */
export const asRead = (url: string): string => {
  let [start, end] = [0, url.length];
  while (start < end && url.charCodeAt(start) <= 0x20) start++;
  while (end > start && url.charCodeAt(end - 1) <= 0x20) end--;
  return url.slice(start, end).replaceAll(/[\t\n\r]/g, '');
};

/** The scheme of an address in small letters, or null for one without. */
export const schemeOf = (url: string): string | null =>
  /^([a-z][a-z0-9+.-]*):/i.exec(asRead(url))?.[1]?.toLowerCase() ?? null;

/** The server that an address leads to, with what stands before it; null for one that names none. */
export function serverOf(url: string): { host: string; user: string | null } | null {
  const [, authority] = /^https?:\/\/([^/?#\\]+)/i.exec(asRead(url)) ?? [];
  if (authority === undefined) return null;
  const at = authority.lastIndexOf('@');
  const host = authority.slice(at + 1).replace(/:\d*$/, '');
  return { host: host.toLowerCase(), user: at < 0 ? null : authority.slice(0, at) };
}

/** Whether a value of a field may stand as a link: a whole https address of a server. */
export const isWebAddress = (value: string): boolean =>
  /^https:\/\/[^/?#\\@\s]+(?:[/?#][^\s\\]*)?$/i.test(value);

/** Letters of other writings that look like Latin ones, in one word with Latin ones. */
const MIXED =
  /(?=[\p{L}\p{N}]*\p{Script=Latin})[\p{L}\p{N}]*[\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Cherokee}ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοѵᎪ]/u;

/** Whether a name holds letters that look like others, or is written in a code that nobody reads. */
export const isLookAlike = (host: string): boolean =>
  host.split('.').some((label) => /^xn--/i.test(label) || MIXED.test(label)) ||
  /[\uff00-\uffef\u3002\ufe52\u{1d400}-\u{1d7ff}%]/u.test(host);

/** Whether a word mixes letters of two writings that look alike, or Latin letters with their wide or mathematical forms. */
export const isMixed = (word: string): boolean =>
  MIXED.test(word) || /[\uff21-\uff3a\uff41-\uff5a\u{1d400}-\u{1d7ff}]/u.test(word);

/** The server or mail address that the words of a link show, or null where they show none. */
export function shownAddress(words: string): string | null {
  const text = asRead(words).toLowerCase();
  if (/^https?:\/\//.test(text)) return serverOf(text)?.host ?? null;
  if (/^[^\s@/]+@[^\s@/]+\.[a-z]{2,}$/.test(text)) return text;
  return (
    /^(?:www\.)?(?:[a-z0-9-]+\.)+(?:com|org|net|gov|edu|health|example|io|dev|app|uk|de|eu)(?=[/:?#]|$)/.exec(
      text,
    )?.[0] ?? null
  );
}

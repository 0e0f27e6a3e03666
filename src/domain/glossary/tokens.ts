/** A word of a text with its place, and what stands between it and the word before. */
export interface Token {
  readonly gap: string;
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** The next word of a text from a place on, or null. Texts are long: nothing is made of what is passed. */
export function nextToken(text: string, from: number): Token | null {
  let start = from;
  while (start < text.length && !isWordAt(text, start)) start++;
  if (start === text.length) return null;
  let end = start + 1;
  while (end < text.length && isWordAt(text, end)) end++;
  const gap = start === from ? '' : gapOf(text.slice(from, start));
  return { gap, word: text.slice(start, end), start, end };
}

/** The words of a name. */
export function tokensOf(name: string): Token[] {
  const tokens: Token[] = [];
  for (let token = nextToken(name, 0); token !== null; token = nextToken(name, token.end))
    tokens.push(token);
  return tokens;
}

/** A word without its case. */
export const foldedWord = (word: string): string => word.toLowerCase();

const LETTER = /[\p{L}\p{M}\p{N}]/u;

const ASCII = Array.from({ length: 128 }, (_, code) => LETTER.test(String.fromCharCode(code)));

const isWordAt = (text: string, at: number): boolean =>
  ASCII[text.charCodeAt(at)] ?? LETTER.test(text.charAt(at));

/** More than this between two words is no part of a name. */
const WIDEST = 8;

/** A hyphen between two words counts as a space. */
const gapOf = (text: string): string => {
  if (text === ' ' || text === '-') return ' ';
  return text.length > WIDEST
    ? '\0'
    : text.replaceAll(/\s+/g, ' ').replace(/^[\u2010\u2011]$/, ' ');
};

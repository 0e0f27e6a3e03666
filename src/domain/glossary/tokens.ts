/** A word of a text, and what stands between it and the word before; the first one has no gap. */
export interface Token {
  readonly gap: string;
  readonly word: string;
}

export interface PlacedToken extends Token {
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** The words of a text with their places; a hyphen between two of them counts as a space. */
export function placedTokens(text: string): PlacedToken[] {
  let before = 0;
  return [...text.matchAll(WORD)].map(({ 0: word, index: start }) => {
    const gap = gapOf(text.slice(before, start));
    before = start + word.length;
    return { gap, word, start, end: before };
  });
}

/** The words of a name. */
export const tokensOf = (name: string): Token[] =>
  placedTokens(name).map(({ gap, word }, index) => ({ gap: index === 0 ? '' : gap, word }));

/** A word without its case. */
export const foldedWord = (word: string): string => word.toLowerCase();

/** More than this between two words is no part of a name. */
const WIDEST = 8;

const gapOf = (text: string): string =>
  text.length > WIDEST ? '\0' : text.replaceAll(/\s+/g, ' ').replace(/^[-\u2010\u2011]$/, ' ');

/** A word to be looked up, and where it begins in its text. */
export interface Word {
  readonly word: string;
  readonly index: number;
}

/**
 * The words of a text. Names of code, hosts, files, addresses, numbers with units and abbreviations in capitals
 * are none: no dictionary could tell whether they are right.
 */
export function wordsIn(text: string): Word[] {
  return [...text.matchAll(/[^\s\u2014\u2026]+/g)].flatMap(({ 0: token, index }) =>
    isName(token) ? [] : partsOf(token, index),
  );
}

/** Whether a token is something that a machine reads: it has a digit, a sign inside, or a capital behind a small letter. */
function isName(token: string): boolean {
  const bare = token.replaceAll(/^[("'“‘[*]+|[)"'”’\].,;:!?*]+$/g, '');
  if (/^[\p{L}'’-]+(?:\/[\p{L}'’-]+)+$/u.test(bare)) return false;
  return /\d|[_/\\@#=<>|~$+&^%{}[\]\uFFFC]|[\p{L}][.:]\p{L}|\p{Ll}\p{Lu}/u.test(bare);
}

const partsOf = (token: string, start: number): Word[] =>
  [...token.matchAll(/\p{L}[\p{L}\p{M}]*(?:['’]{1,2}\p{L}+)*/gu)]
    .map(({ 0: word, index }) => ({ word: plainOf(word), index: start + index }))
    .filter(({ word }) => word.length > 2 && !isAbbreviation(word));

/** The word without the mark of the genitive; in YAML an apostrophe may be written twice. */
const plainOf = (word: string): string => word.replaceAll(/['’]+/g, "'").replace(/'(?:s|S)$/, '');

/** Abbreviations in capitals, their plural too. The standard asks that each is explained. */
const isAbbreviation = (word: string): boolean => /^\p{Lu}{2,}s?$/u.test(word);

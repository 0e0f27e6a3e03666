import { plainOf } from './plain.ts';

/** Finds phrases in texts, whatever stands between their words and however they are written. */
export interface Phrases {
  /** Whether one of the phrases stands in a text. */
  isIn(text: string): boolean;
}

/** Prepares phrases for search: one look-up for each word of a text, however many there are. */
export function phrasesOf(phrases: Iterable<string>): Phrases {
  const byFirst = new Map<string, string[][]>();
  for (const phrase of phrases) {
    const words = wordsOf(phrase);
    const [first] = words;
    if (first === undefined) continue;
    const known = byFirst.get(first) ?? [];
    known.push(words);
    byFirst.set(first, known);
  }
  return {
    isIn: (text) => {
      if (byFirst.size === 0) return false;
      const words = wordsOf(text);
      return words.some((word, at) =>
        (byFirst.get(word) ?? []).some((phrase) =>
          phrase.every((expected, index) => words[at + index] === expected),
        ),
      );
    },
  };
}

/** The words of a text in small letters; a path is the words between its slashes and hyphens. */
export const wordsOf = (text: string): string[] =>
  plainOf(text)
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

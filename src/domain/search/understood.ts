import type { Asked } from './ask.ts';
import type { Understood } from './model.ts';
import type { Reading } from './read-query.ts';

/** How a query was read, in the words of the reader. */
export function understood(
  reading: Reading,
  asked: readonly Asked[],
  written: (term: string) => string,
  synonyms: Understood['synonyms'],
): Understood {
  const corrected = new Map<string, string>();
  for (const { spellings, token } of asked) {
    const better = spellings.find(({ from }) => from === 'corrected');
    if (better && !corrected.has(token.text)) corrected.set(token.text, written(better.term));
  }
  return {
    codes: reading.tokens.filter(({ code }) => code).map(({ text }) => text),
    words: reading.tokens.filter(({ code }) => !code).map(({ text }) => text),
    dropped: reading.dropped.slice(0, MOST),
    synonyms,
    corrected: [...corrected].map(([from, to]) => ({ from, to })),
  };
}

/** More than this is no help to a reader. */
const MOST = 12;

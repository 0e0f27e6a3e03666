import type { Finding } from '../checks/rule.ts';
import { fillers, heavyWords, meantOtherwise, shortPhrases } from './house-words.ts';
import { articles, inclusiveWords, plainWords, repeatedWords, sentenceLength } from './rules.ts';

/** What a plugin of retext says of a place in a text. */
export interface Remark {
  /** The plugin. */
  readonly source: string;
  readonly index: number;
  readonly actual: string;
  readonly expected: readonly string[];
}

/** A sentence, and how many words it has. */
export interface Sentence {
  readonly index: number;
  readonly words: number;
}

/** A finding of a prose rule, before its place in the file is known. */
export type ProseFinding = Pick<Finding, 'messageId' | 'args'> & {
  readonly rule:
    | typeof repeatedWords
    | typeof articles
    | typeof plainWords
    | typeof inclusiveWords
    | typeof sentenceLength;
  readonly index: number;
};

/** The finding that a remark is for us; null where a handbook means something else by the word. */
export function findingOf(remark: Remark, text: string): ProseFinding | null {
  const { source, index, actual, expected } = remark;
  const word = actual.toLowerCase();
  switch (source) {
    case 'retext-repeated-words': {
      const [once = ''] = expected;
      return {
        rule: repeatedWords,
        messageId: 'twice',
        index,
        args: { word: once, expected: once },
      };
    }
    case 'retext-indefinite-article': {
      const next = /^\S+\s+([\p{L}\p{N}'’-]+)/u.exec(text.slice(index))?.[1];
      const args = { actual, expected: expected[0] ?? '', next: next ?? '' };
      return next === undefined ? null : { rule: articles, messageId: 'wrong', index, args };
    }
    case 'retext-simplify':
      return simpler(remark, word);
    case 'retext-equality':
      if (fillers.has(word)) return filler(remark);
      if (meantOtherwise.has(word) || expected.length === 0) return null;
      return {
        rule: inclusiveWords,
        messageId: 'other',
        index,
        args: { actual, expected: orOf(expected) },
      };
    default:
      return null;
  }
}

function simpler(remark: Remark, word: string): ProseFinding | null {
  const { index, actual, expected } = remark;
  if (fillers.has(word)) return filler(remark);
  if (word.includes(' ') ? shortPhrases.has(word) : !heavyWords.has(word)) return null;
  return expected.length === 0
    ? { rule: plainWords, messageId: 'needless', index, args: { actual } }
    : { rule: plainWords, messageId: 'simpler', index, args: { actual, expected: orOf(expected) } };
}

const filler = ({ index, actual }: Remark): ProseFinding => ({
  rule: plainWords,
  messageId: 'filler',
  index,
  args: { actual },
});

const orOf = (words: readonly string[]): string =>
  words
    .slice(0, 3)
    .map((word) => `"${word}"`)
    .join(' or ');

/** Words that a sentence may have: fewer where it is read at night. */
export const wordLimit = (typeName: string): number => (typeName === 'runbook' ? 35 : 45);

/** The finding of a sentence that is too long. */
export const findingOfSentence = (
  { index, words }: Sentence,
  limit: number,
): ProseFinding | null =>
  words > limit
    ? { rule: sentenceLength, messageId: 'long', index, args: { count: words, limit } }
    : null;

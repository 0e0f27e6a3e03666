import type { Name } from './model.ts';

/** How a document with a number in its id is asked for: `adrs/0009-x` and `arch/adr-0009-x` are "ADR 9". */
export function numbersOf({ kind, text }: Name): string[] {
  if (kind !== 'id' && kind !== 'path' && kind !== 'alias') return [];
  const steps = text
    .toLowerCase()
    .replace(/^\/|\/$/g, '')
    .split('/');
  const found = /^(?:([a-z]{2,12})-)?(\d{1,5})(?:[-_.]|$)(?!\d)/.exec(steps.at(-1) ?? '');
  if (!found) return [];
  const words = [found[1], ...steps.slice(0, -1).map((step) => step.replace(/s$/, ''))];
  return [...words, ...(words.includes('adr') ? ['decision'] : [])].flatMap((word) =>
    word ? [keyOf(word, found[2] ?? '')] : [],
  );
}

/** Numbers of documents that a query names. */
export const numbersIn = (query: string): string[] =>
  [
    ...query
      .slice(0, 200)
      .toLowerCase()
      .matchAll(/\b([a-z]{2,12})[ _#-]{0,2}(\d{1,5})\b/g),
  ].map(([, word = '', number = '']) => keyOf(word, number));

const keyOf = (word: string, number: string): string => `${word}#${Number(number)}`;

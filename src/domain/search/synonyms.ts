import type { Synonym } from './ask.ts';
import type { Page } from './model.ts';
import { plainText, tokensOf } from './terms.ts';

/** So many are kept; more would be most of the file of names. */
const MOST = 400;

/** Abbreviations with what they stand for: those of the glossary, then those that texts explain in brackets. */
export function abbreviations(pages: readonly Page[], texts: readonly string[]): Synonym[] {
  const found = new Map<string, { synonym: Synonym; count: number }>();
  const add = (short: string, long: string, count: number) => {
    const synonym = synonymOf(short, long);
    if (synonym === null) return;
    const key = `${synonym.short} ${synonym.long.join(' ')}`;
    const before = found.get(key);
    found.set(key, { synonym, count: (before?.count ?? 0) + count });
  };
  for (const { names } of pages) {
    const [term, expansion] = names.filter(({ kind }) => kind === 'term');
    if (term && expansion) add(term.text, expansion.text, 1_000);
  }
  for (const text of texts) for (const [short, long] of explained(text)) add(short, long, 1);
  return [...found.values()]
    .sort((a, b) => b.count - a.count || (a.synonym.short < b.synonym.short ? -1 : 1))
    .slice(0, MOST)
    .map(({ synonym }) => synonym);
}

function synonymOf(short: string, long: string): Synonym | null {
  const stems = (text: string) => tokensOf(plainText(text)).flatMap(({ parts }) => parts);
  const [first, ...rest] = stems(short);
  const words = stems(long).filter((word) => word.length > 2);
  return first === undefined || rest.length > 0 || words.length === 0 || words.includes(first)
    ? null
    : { short: first, long: words.slice(0, 6), words: [short, long] };
}

/** "Cluster Version Operator (CVO)" and "CVO (Cluster Version Operator)", where the letters agree. */
function* explained(text: string): Generator<readonly [string, string]> {
  for (const found of text.matchAll(/\(([A-Z][A-Za-z0-9]{1,7})\)/g)) {
    const short = found[1] ?? '';
    const before = text
      .slice(Math.max(0, found.index - 120), found.index)
      .trim()
      .split(/[\s-]+/);
    const long = before.slice(-short.replace(/s$/, '').length);
    if (agree(short, long)) yield [short, long.join(' ')];
  }
  for (const [, short = '', inside = ''] of text.matchAll(
    /\b([A-Z][A-Z0-9]{1,7}) \(([A-Za-z][A-Za-z -]{5,80})\)/g,
  ))
    if (agree(short, inside.split(/[\s-]+/))) yield [short, inside];
}

const agree = (short: string, words: readonly string[]): boolean => {
  const letters = short.replace(/s$/, '').toLowerCase();
  return (
    letters.length >= 2 &&
    words.length === letters.length &&
    words.every((word, at) => word[0]?.toLowerCase() === letters[at] && word.length > 1)
  );
};

/**
 * The stem of an English word in lower case, so that "expiring" finds "expiration". Lighter than Porter's: it never
 * touches identifiers, short words or words with digits.
 */
export function stemOf(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  let stem = singular(word);
  stem = withoutEnding(stem);
  for (const [ending, put, least] of suffixes) {
    if (stem.length >= least && stem.endsWith(ending)) {
      stem = stem.slice(0, -ending.length) + put;
      break;
    }
  }
  if (stem.length > 3 && stem.endsWith('e')) stem = stem.slice(0, -1);
  return stem.length > 3 && /[^aeiou]y$/.test(stem) ? `${stem.slice(0, -1)}i` : stem;
}

/** What is cut, what is put in its place, and how long a word must be for it. */
const suffixes: readonly (readonly [string, string, number])[] = [
  ['ization', 'iz', 9],
  ['isation', 'iz', 9],
  ['ation', '', 8],
  ['ition', 'it', 8],
  ['tion', 't', 7],
  ['sion', 's', 7],
  ['ilure', 'il', 6],
  ['ency', 'ent', 7],
  ['ancy', 'ant', 7],
  ['ment', '', 8],
  ['ness', '', 7],
  ['ably', 'abl', 7],
  ['ly', '', 6],
  ['ise', 'iz', 6],
  ['ize', 'iz', 6],
  ['ate', '', 7],
];

function singular(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2);
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (/(?:ss|us|[^p]is)$/.test(word)) return word;
  if (/(?:x|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

function withoutEnding(word: string): string {
  const ending = word.endsWith('ing')
    ? 'ing'
    : word.endsWith('ed') && !word.endsWith('eed')
      ? 'ed'
      : '';
  const stem = word.slice(0, word.length - ending.length);
  if (ending === '' || stem.length < 3 || !/[aeiouy]/.test(stem)) return word;
  return /([b-df-hjkmnp-rtvwx])\1$/.test(stem) ? stem.slice(0, -1) : stem;
}

import { stemmer } from 'stemmer';

/** The stem of an English word in lower case, by Porter's rules; identifiers, short words and words with digits stay. */
export function stemOf(word: string): string {
  return word.length < 4 || !/^[a-z]+$/.test(word) ? word : stemmer(word);
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decodeTrie, type ITrie, parseDictionary } from 'cspell-trie-lib';
import { distance } from 'fastest-levenshtein';
import { suggest, suggester } from '../../domain/problems/suggest.ts';
import { wordsOfList } from '../../domain/prose/known-words.ts';

/** Words that are right, and what was probably meant by one that is not. */
export interface Dictionary {
  readonly has: (word: string) => boolean;
  readonly suggest: (word: string) => string | null;
}

const require = createRequire(import.meta.url);
const bytesOf = (name: string, path: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(gunzipSync(readFileSync(join(dirname(require.resolve(name)), path))));

let loaded: readonly ITrie[] | undefined;

/** English as it is written on both sides of the ocean, and the words of programs; read once. */
export function publicDictionaries(): readonly ITrie[] {
  loaded ??= [
    decodeTrie(bytesOf('@cspell/dict-en_us', 'en_US.trie.gz')),
    decodeTrie(bytesOf('@cspell/dict-en-gb-mit', 'en_GB.trie.gz')),
    parseDictionary(
      new TextDecoder().decode(bytesOf('@cspell/dict-software-terms', 'dict/softwareTerms.txt.gz')),
    ),
  ];
  return loaded;
}

/** Our own lists of words, by the name of the file. */
export const ownLists: readonly string[] = ['engineering.txt', 'healthcare.txt'];

/** The text of one of our own lists. */
export const ownList = (name: string): string =>
  readFileSync(join(import.meta.dirname, 'words', name), 'utf8');

/** The dictionaries, our lists and the words of a handbook as one. */
export function dictionaryOf(words: Iterable<string>): Dictionary {
  const tries = publicDictionaries();
  const added = [...ownLists.flatMap((name) => wordsOfList(ownList(name))), ...words];
  // Accounts, hosts and packages have the names of their products in small letters.
  const own = new Set(added.flatMap((word) => [word, word.toLowerCase()]));
  const near = suggester([...own].filter((word) => word.length > 4));
  const isKnown = (word: string) =>
    own.has(word) || own.has(word.toLowerCase()) || tries.some((trie) => inTrie(trie, word));
  const known = new Map<string, boolean>();
  return {
    has: (word) => {
      const answer = known.get(word) ?? (isKnown(word) || isDerived(word, isKnown));
      known.set(word, answer);
      return answer;
    },
    suggest: (word) => suggestionOf(tries, near(word), word),
  };
}

/** A word at the beginning of a sentence has a capital; a name has it always. */
const inTrie = (trie: ITrie, word: string): boolean =>
  trie.hasWord(word, true) || trie.hasWord(word.toLowerCase(), true);

/** A known word with a beginning that English puts before any verb. */
function isDerived(word: string, isKnown: (word: string) => boolean): boolean {
  const [, rest] =
    /^(?:re|un|non|pre|de|mis|over|sub)(\p{Ll}{4,})$/u.exec(word.toLowerCase()) ?? [];
  return rest !== undefined && isKnown(rest);
}

/** A suggestion with the capitals of the dictionary, which says all in small letters; null where it has none. */
const asWritten = (word: string, trie: ITrie | undefined): string | null =>
  [word, word.charAt(0).toUpperCase() + word.slice(1), word.toUpperCase()].find((form) =>
    trie?.hasWord(form, true),
  ) ?? null;

/** The nearest word that a slip of the hand may have been; of a name, which is like nothing else, one letter away. */
function suggestionOf([trie]: readonly ITrie[], own: string | null, word: string): string | null {
  const found = (trie?.suggest(word, { numSuggestions: 8, ignoreCase: true }) ?? []).flatMap(
    (near) => asWritten(near, trie) ?? [],
  );
  const nearest = suggest(word, own === null ? found : [...found, own]);
  if (nearest === null) return null;
  const far = distance(nearest.toLowerCase(), word.toLowerCase());
  return far <= (/^\p{Lu}/u.test(word) ? 1 : 2) ? nearest : null;
}

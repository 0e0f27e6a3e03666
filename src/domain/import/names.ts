import anyAscii from 'any-ascii';

/** The longest part of an address that is made, in letters; longer ones are cut at a word. */
const LONGEST = 80;

/** Words of any script as a part of an address: a-z, digits and single hyphens; empty where nothing is left. */
export function addressPart(words: string): string {
  const part = anyAscii(split(words.normalize('NFC')))
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return part.length <= LONGEST
    ? part
    : part
        .slice(0, LONGEST + 1)
        .replace(/-[^-]*$/, '')
        .slice(0, LONGEST);
}

/** `KubePodCrashLooping` as the words it is made of. */
const split = (words: string): string =>
  words
    .replaceAll(/(\p{Ll}|\d)(\p{Lu}\p{Ll})/gu, '$1-$2')
    .replaceAll(/(\p{Ll}\p{Ll})(\p{Lu}{2})/gu, '$1-$2')
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1-$2');

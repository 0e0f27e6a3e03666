/** What a name or heading says, in plain lower-case words: `03_HowTo-Restore.md` is `how to restore`. */
export const wordsOf = (name: string): string =>
  name
    .slice(0, 200)
    .replace(/\.(?:md|mdx|markdown|adoc|asciidoc|html?|docx|txt)$/i, '')
    .replace(/[ _-][0-9a-f]{32}$/i, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The words of a heading without its number, mark-up signs and pictures. */
export const headingWords = (heading: string): string =>
  wordsOfHeading(heading).replace(/^(?:\d{1,3} )+(?=\D)/, '');

const wordsOfHeading = (heading: string): string =>
  heading
    .slice(0, 200)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Several things as a reader lists them: `A, B and C`. */
export function listed(things: readonly string[]): string {
  const last = things.at(-1) ?? '';
  return things.length < 2 ? last : `${things.slice(0, -1).join(', ')} and ${last}`;
}

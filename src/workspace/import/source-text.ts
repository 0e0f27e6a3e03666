import type { Opened } from './opened.ts';

/** The text of a file of the sources; null where it is no text that has lines. */
export async function sourceText(opened: readonly Opened[], from: string): Promise<string | null> {
  for (const { name, source } of opened) {
    if (!from.startsWith(`${name}/`)) continue;
    const file = source.files.find(({ path }) => path === from.slice(name.length + 1));
    if (!file || !LINES.test(file.path)) continue;
    const bytes = await file.read().catch(() => null);
    return bytes === null ? null : Buffer.from(bytes).toString('utf8');
  }
  return null;
}

const LINES = /\.(?:md|markdown|mdown|mkdn?|mdx|adoc|asciidoc|asc|html?|txt|csv)$/i;

/** Below it two lines do not say the same. */
const ALIKE = 0.5;

/** The line of a source, from 1, that says what a line of the result says; null where none does. */
export function lineInSource(line: string, source: string): number | null {
  const wanted = new Set(wordsOf(line));
  if (wanted.size === 0) return null;
  let best = { at: -1, share: ALIKE };
  for (const [at, text] of source.split(/\r\n?|\n/).entries()) {
    const words = new Set(wordsOf(text));
    const shared = [...wanted].filter((word) => words.has(word)).length;
    const share = (2 * shared) / (wanted.size + words.size);
    if (share > best.share) best = { at, share };
  }
  return best.at < 0 ? null : best.at + 1;
}

const wordsOf = (line: string): string[] =>
  line
    .slice(0, 5000)
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

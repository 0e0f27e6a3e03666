/** More spaces than this beside each other say nothing, and parsers need the square of their number. */
const LONG = /[ \t]{1001,}/g;

/** The text with long runs of spaces outside code blocks as short ones; its lines stay. */
export function withoutLongSpaces(text: string, fences: RegExp): string {
  if (text.search(LONG) < 0) return text;
  let fence: string | null = null;
  return text
    .split('\n')
    .map((line) => {
      const mark = fences.exec(line)?.[1];
      if (fence !== null) {
        if (mark?.startsWith(fence)) fence = null;
        return line;
      }
      fence = mark ?? null;
      return shortSpaces(line);
    })
    .join('\n');
}

/** A line with long runs of spaces as one; what stands far in stays so. */
export const shortSpaces = (line: string): string =>
  line.replaceAll(LONG, (_run, at: number) => (at === 0 ? '        ' : ' '));

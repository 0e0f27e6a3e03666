/** A line of a text on its way, and the line of the source that it comes from, from 1. */
export interface Line {
  readonly text: string;
  readonly from: number;
}

/** A line that holds nothing. */
export const blankAt = (from: number): Line => ({ text: '', from });

export const isBlank = ({ text }: Line): boolean => !/\S/.test(text);

/** Columns of white space before a text; a tab reaches to the next multiple of four. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const sign of text) {
    if (sign === ' ') columns += 1;
    else if (sign === '\t') columns += 4 - (columns % 4);
    else break;
  }
  return columns;
}

/** The text without so many columns of its white space; the rest of a tab that is cut stays as spaces. */
function withoutColumns(text: string, most: number): string {
  let columns = 0;
  let index = 0;
  while (index < text.length && columns < most) {
    if (text[index] === ' ') columns += 1;
    else if (text[index] === '\t') columns += 4 - (columns % 4);
    else break;
    index += 1;
  }
  return ' '.repeat(Math.max(0, columns - most)) + text.slice(index);
}

/** Lines moved to the left together, by what they all have and never more than `most`. */
export function outdent(lines: readonly Line[], most: number): Line[] {
  const filled = lines.filter((line) => !isBlank(line));
  const by = filled.reduce((least, { text }) => Math.min(least, columnsOf(text)), most);
  return lines.map(({ text, from }) => ({ text: withoutColumns(text, by), from }));
}

/** Lines moved to the right together. */
export function indent(lines: readonly Line[], columns: number): Line[] {
  if (columns === 0) return [...lines];
  const before = ' '.repeat(columns);
  return lines.map(({ text, from }) => ({ text: text === '' ? '' : before + text, from }));
}

/** Lines without the empty ones at both ends. */
export function trimmed(lines: readonly Line[]): readonly Line[] {
  let start = 0;
  let end = lines.length;
  while (start < end && isBlank(lines[start] as Line)) start += 1;
  while (end > start && isBlank(lines[end - 1] as Line)) end -= 1;
  return lines.slice(start, end);
}

/** A piece of a text that is replaced; offsets in UTF-16 units. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with the edits made; every other byte stays. They may not overlap. */
export const withEdits = (text: string, edits: readonly Edit[]): string =>
  edits
    .toSorted((a, b) => b.start - a.start || b.end - a.end)
    .reduce((sum, { start, end, text: now }) => sum.slice(0, start) + now + sum.slice(end), text);

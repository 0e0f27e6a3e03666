/** What the reader filled in, by the names of the placeholders; lives as long as the page. */
export const values = new Map<string, string>();

/** Told to the document when a command was copied. */
export const copiedEvent = 'handbook:copied';

/** What was copied: the command with its placeholders, and where it is run. */
export interface Copied {
  readonly text: string;
  readonly where: string;
}

/** What the reader filled in, by the names of the placeholders; lives as long as the page. */
export const values = new Map<string, string>();

/** Whether what is filled in for a placeholder is shown as dots. */
export const isSecret = (name: string): boolean =>
  document.querySelector(`input[data-variable="${CSS.escape(name)}"][data-secret]`) !== null;

/** Told to the document when a command was copied. */
export const copiedEvent = 'handbook:copied';

/** What was copied: the command with its placeholders, and where it is run. */
export interface Copied {
  readonly text: string;
  readonly where: string;
}

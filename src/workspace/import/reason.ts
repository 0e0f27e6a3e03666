import { isSystemError, reasonOf as reasonOfSystem } from '../system-error.ts';

/** Why a file could not be read, as a sentence for the reader. */
export function reasonOf(error: unknown): string {
  if (isSystemError(error)) return `The system refused it: ${reasonOfSystem(error)}.`;
  const words = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  if (error instanceof RangeError) return rangeReason(words);
  if (error instanceof TypeError || error instanceof ReferenceError)
    return `It is written in a way that the import does not know (${words.slice(0, 200)}). Report it with the file, and import the rest.`;
  return /[.!?]$/.test(words) ? words : `${words}.`;
}

/** The engine's limits, in the words of who wrote the document. */
function rangeReason(words: string): string {
  if (/call stack/i.test(words))
    return 'It is nested too deep, or holds too much in one block, to be read. Split it into smaller documents.';
  if (/string length|array (?:buffer|length)|allocation/i.test(words))
    return 'It is too large to be read. Split it into smaller documents.';
  return /[.!?]$/.test(words) ? words : `${words}.`;
}

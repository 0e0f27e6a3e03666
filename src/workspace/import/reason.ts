import { isSystemError, reasonOf as reasonOfSystem } from '../system-error.ts';

/** Why a file could not be read, as a sentence for the reader. */
export function reasonOf(error: unknown): string {
  if (isSystemError(error)) return `The system refused it: ${reasonOfSystem(error)}.`;
  const words = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  return /[.!?]$/.test(words) ? words : `${words}.`;
}

import type { LocatedProblem } from '../../src/domain/problems/problem.ts';

/** What is wrong with a problem that was told of a file: its place is none, or its words are. */
export function faultsOf(
  problem: LocatedProblem,
  bytes: Uint8Array | string | undefined,
): string[] {
  const { line, column, message, fix, path, messageId } = problem;
  const text = Buffer.from(bytes ?? '')
    .toString()
    .replace(/^\uFEFF/, '')
    .replaceAll(/\r\n?/g, '\n');
  const row = text.split('\n')[line - 1];
  const words = `${message} ${fix}`;
  return [
    ...(line >= 1 && row !== undefined ? [] : [`line ${line} is none of ${path}`]),
    ...(column >= 1 && column <= (row?.length ?? 0) + 1
      ? []
      : [`column ${column} is none of ${path}:${line}`]),
    ...(/\bundefined\b|\[object |\bNaN\b/.test(words) && !/undefined|\.?nan|\[object/i.test(text)
      ? [words]
      : []),
    ...(messageId !== 'expression' && isUnfilled(words, text) ? [`not filled in: ${words}`] : []),
    ...(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(words) ? [`control characters: ${words}`] : []),
  ];
}

/** Whether an argument such as `{field}` was left in the words, and does not come from the document. */
const isUnfilled = (words: string, text: string): boolean =>
  [...words.matchAll(/\{\w+\}/g)].some(([argument]) => !text.includes(argument));

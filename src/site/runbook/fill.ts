import { placeholdersIn } from './placeholders.ts';

/** Values by the names of their placeholders. */
export type Values = ReadonlyMap<string, string>;

/** Code with the values in place, and the names that nobody has filled in yet. */
export interface Filled {
  readonly text: string;
  readonly open: readonly string[];
}

/** Puts each value in place once: a value that looks like a placeholder stays as it was typed. */
export function fill(code: string, language: string, values: Values): Filled {
  const open = new Set<string>();
  let text = '';
  let done = 0;
  for (const { name, start, end } of placeholdersIn(code, language)) {
    const value = values.get(name) ?? '';
    if (value === '') open.add(name);
    text += code.slice(done, start) + (value === '' ? code.slice(start, end) : value);
    done = end;
  }
  return { text: text + code.slice(done), open: [...open] };
}

/** What a value holds that a shell does not take for plain letters, in words; empty for a harmless one. */
export const dangersOf = (value: string): string[] =>
  DANGERS.filter(({ pattern }) => pattern.test(value)).map(({ words }) => words);

const DANGERS: readonly { readonly pattern: RegExp; readonly words: string }[] = [
  { pattern: /\$\S|`/, words: '$ or ` (the shell would run or replace it)' },
  { pattern: /["']/, words: 'a quote' },
  { pattern: /[;&|]/, words: '; & or | (another command could follow)' },
  { pattern: /[<>]/, words: '< or >' },
  { pattern: /[*?[\]{}~!#]/, words: 'a sign that the shell replaces, such as * or ~' },
  { pattern: /\\/, words: 'a backslash' },
  { pattern: /[\n\r\u2028\u2029]/, words: 'a line end' },
  { pattern: /^-/, words: 'a hyphen at the start (a program may take it for an option)' },
  { pattern: /^\s|\s$/, words: 'a space at its start or end' },
  { pattern: /(?![\n\r])\p{Cc}/u, words: 'a control character' },
  { pattern: /\p{Cf}/u, words: 'a character that cannot be seen' },
  { pattern: /^[\s\S]{301}/, words: 'more than 300 characters' },
];

/** More than this of a value is not shown, in any place where it stands. */
const SHOWN = 300;

/** A value as it is shown: a secret as dots, a long one by its beginning, what cannot be seen by its number. */
export const shownValue = (value: string, secret: boolean): string =>
  secret
    ? '••••••••'
    : value
        .slice(0, SHOWN)
        .replaceAll(
          /[\p{Cc}\p{Cf}\u2028\u2029]/gu,
          (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`,
        ) + (value.length > SHOWN ? ` … (${value.length - SHOWN} more characters)` : '');

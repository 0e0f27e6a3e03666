import { placeholdersIn } from './placeholders.ts';

/** Values by the names of their placeholders. */
export type Values = ReadonlyMap<string, string>;

/** Code with the values in place, and the names that nobody has filled in yet. */
export interface Filled {
  readonly text: string;
  readonly open: readonly string[];
}

/** Puts each value in place once, without blanks around it: a value that looks like a placeholder stays as it was typed. */
export function fill(code: string, language: string, values: Values): Filled {
  const open = new Set<string>();
  let text = '';
  let done = 0;
  for (const { name, start, end } of placeholdersIn(code, language)) {
    const value = (values.get(name) ?? '').trim();
    if (value === '') open.add(name);
    text += code.slice(done, start) + (value === '' ? code.slice(start, end) : value);
    done = end;
  }
  return { text: text + code.slice(done), open: [...open] };
}

/** What a value holds besides letters, digits and `._-/:@+=,%`, in words; empty for a harmless one. */
export function dangersOf(value: string): string[] {
  const inside = value.trim();
  const known = DANGERS.filter(({ pattern }) => pattern.test(inside)).map(({ words }) => words);
  const [other] = inside.match(OTHER) ?? [];
  return other === undefined || known.length > 0 ? known : [`the sign ${other}`];
}

/** A sentence for each value in a code that holds more than letters, such as "<HOST> holds a blank." */
export const doubtsOf = (code: string, language: string, values: Values): string[] =>
  [...new Set(placeholdersIn(code, language).map(({ name }) => name))].flatMap((name) => {
    const dangers = dangersOf(values.get(name) ?? '').map((words) => words.replace(/ \(.*$/, ''));
    return dangers.length === 0 ? [] : [`<${name}> holds ${dangers.join(', ')}.`];
  });

const OTHER = /[^\p{L}\p{M}\p{N}._\-/:@+=,%]/u;

const DANGERS: readonly { readonly pattern: RegExp; readonly words: string }[] = [
  { pattern: /\$\S|`/, words: '$ or ` (the shell would run or replace it)' },
  { pattern: /["']/, words: 'a quote' },
  { pattern: /[;&|]/, words: '; & or | (another command could follow)' },
  { pattern: /[<>]/, words: '< or >' },
  { pattern: /[*?[\]{}~!#]/, words: 'a sign that the shell replaces, such as * or ~' },
  { pattern: /\\/, words: 'a backslash' },
  { pattern: /[\n\r\u2028\u2029]/, words: 'a line end' },
  {
    pattern: /[^\S\n\r\u2028\u2029]/,
    words: 'a blank (what follows it may be taken for a value of its own)',
  },
  { pattern: /[()]/, words: 'parentheses (the shell may run what is in them)' },
  {
    pattern: /(?:^|\s)-/,
    words: 'a hyphen before a word (a program may take it for an option)',
  },
  { pattern: /(?![\n\r\t])\p{Cc}/u, words: 'a control character' },
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

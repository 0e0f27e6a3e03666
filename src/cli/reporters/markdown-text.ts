/**
 * Text that Markdown takes literally wherever it stands: no markup, no HTML, no link, no picture, no mention
 * of a person, an issue or a label. What stands between backticks stays code.
 */
export const literal = (text: string): string =>
  oneLine(text)
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? part : escaped(part)))
    .join('')
    // At the beginning these would make a heading, a list or a quotation.
    .replace(/^(\d*)([#+=.)-])/, '$1\\$2');

/** The same for a cell of a table, where a bar ends the cell even between backticks. */
export const inCell = (text: string): string =>
  oneLine(text)
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? barless(part) : escaped(part)))
    .join('');

/** Text as code, whatever it holds. */
export function code(text: string): string {
  const line = oneLine(text);
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const gap = longest > 0 || /^ .* $/.test(line) ? ' ' : '';
  return `${fence}${gap}${line}${gap}${fence}`;
}

/** Code in a cell of a table. */
export const codeInCell = (text: string): string => barless(code(text));

const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[\s\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim();

/** A bar, with the backslashes before it doubled: an even number of them would set it free. */
const barless = (text: string): string =>
  text.replaceAll(/(\\*)\|/g, (_, slashes: string) => `${slashes}${slashes}\\|`);

/** A space without width keeps what follows from being read as a name, a number or an address. */
const APART = '\u200b';

const escaped = (text: string): string =>
  text
    .replaceAll(/([@#!~%$&^])(?=[\w"{])/g, `$1${APART}`)
    .replaceAll(/:(?=\/\/)/g, `:${APART}`)
    .replaceAll(/\b(www|mailto|xmpp)(?=[.:])/gi, `$1${APART}`)
    .replaceAll(/GH-(?=\d)/gi, `GH-${APART}`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*_[\]|~$]/g, '\\$&');

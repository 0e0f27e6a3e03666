/** What the reader of a command replaces, such as `<POD>`. */
export interface Placeholder {
  /** What stands between the brackets. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The placeholders of a piece of code, in order. In a shell also `<namespace>` and `<name of the pod>`; in markup none. */
export function placeholdersIn(code: string, language: string): Placeholder[] {
  if (MARKUP.has(language)) return [];
  const pattern = SHELLS.has(language) ? ANY : UPPER;
  return [...code.matchAll(pattern)]
    .map(({ 0: whole, index }) => ({
      name: whole.slice(1, -1),
      start: index,
      end: index + whole.length,
    }))
    .filter(({ name }) => !NO_NAMES.has(name) && !code.includes(`</${name}>`));
}

/** Languages of what is typed at a prompt; a block without a language is taken for one. */
export const SHELLS: ReadonlySet<string> = new Set([
  '',
  'bash',
  'console',
  'powershell',
  'ps1',
  'sh',
  'shell',
  'shell-session',
  'text',
  'zsh',
]);

/** Languages in which the same is an element or a type. */
const MARKUP: ReadonlySet<string> = new Set([
  'html',
  'java',
  'jsx',
  'svg',
  'ts',
  'tsx',
  'typescript',
  'xml',
]);

const UPPER = /<[A-Z][A-Z0-9_-]*>/g;

/** A few words at most: two redirections have a space before the second one. */
const ANY = /<[A-Za-z](?:[\w.-]{0,60}\w)?(?: [\w.-]{0,30}\w){0,6}>/g;

/** What programs print, not what anybody replaces. */
const NO_NAMES: ReadonlySet<string> = new Set([
  'none',
  'unknown',
  'nil',
  'null',
  'unset',
  'pending',
]);

import { decodeText } from './base64.ts';
/** A value that must not stand in a text. `pattern` is global; `isHarmless` lets made-up ones pass. */
export interface Unwanted {
  /** What it is, as the end of "it holds ...". */
  readonly kind: string;
  readonly pattern: RegExp;
  /** What stands in every text that has one: cheap to seek, for patterns that are not. */
  readonly needs?: RegExp;
  readonly isHarmless?: (match: RegExpExecArray) => boolean;
}

/** Where an unwanted value stands in a text; never the value. */
export interface UnwantedPlace {
  readonly offset: number;
  readonly end: number;
  readonly kind: string;
}

/** Where a secret begins and ends in a text, with all of a key that stands in several lines. */
export const secretSpans = (text: string): { readonly start: number; readonly end: number }[] =>
  unwantedIn(text, SECRETS).map(({ offset, end }) => {
    if (!text.startsWith('-----BEGIN', offset)) return { start: offset, end };
    const last = text.indexOf('-----END', end);
    return { start: offset, end: last < 0 ? text.length : last };
  });

/** Unwanted values of a text as they stand. */
export const unwantedIn = (text: string, unwanted: readonly Unwanted[]): UnwantedPlace[] =>
  unwanted.flatMap(({ kind, pattern, needs, isHarmless }) =>
    (needs?.test(text) === false ? [] : [...text.matchAll(pattern)])
      .filter((match) => !isHarmless?.(match))
      .map((match) => ({ offset: match.index, end: match.index + match[0].length, kind })),
  );

/** What stands where a password would: a variable, a placeholder in brackets, stars, a word that says so. */
const PLACEHOLDER =
  /^([$%{<[(].*|\*+|x+|\.+|…|(your[-_]?)?(password|passwd|secret|pass|pw|pwd|token))$/i;

/** Parts of values that are made up or cut short. */
const MADE_UP =
  /example|change[-_]?me|change[-_]?it|placeholder|your|dummy|sample|fake|todo|redact|insert|replace|synthetic|test|xxx|\*\*|\.\.\.|…|[<>{}$[\]()]|^(?:my)?[-_]?(?:p[a@]ss(?:w[o0]rd|wd)?|secret|token|admin|key)[-_]?\d{0,4}!?$|12345|abc123|foo|qwerty/i;

/** How many sorts of characters a value has: small letters, capitals, digits, others. */
const sortsIn = (value: string): number =>
  [/[a-z]/, /[A-Z]/, /\d/, /[!@#%^&*+=?~|]/].filter((sort) => sort.test(value)).length;

/** Whether a value is one that somebody chose or a program drew, and not a name, a path or a lookup. */
function isDrawn(value: string): boolean {
  const bare = value.replace(/[.,;:]+$/, '');
  if (bare.length < 8 || MADE_UP.test(bare) || /^[./~@]|:\/\/|^\w+(?:\.[a-z_]\w*)+$/i.test(bare))
    return false;
  if (/^\d[\d.:TZ+-]*$/.test(bare) || !/\d/.test(bare)) return false;
  // Names of items in a store: small words, paths, or words in capitals with numbers between.
  const isName = /^[a-z][a-z\d]*(?:[-_./:#][a-z\d]+)+$|^[A-Z][A-Z\d]*(?:[-_][A-Z\d]+)+$/.test(bare);
  if (isName || /^[\w-]+(?:\/[\w.-]+)+$/.test(bare)) return false;
  return sortsIn(bare) >= 2;
}

const isNotDrawn = ([, value = '']: RegExpExecArray): boolean => !isDrawn(value);

const VALUE = String.raw`([^\s"'\x60<>,;|]{8,120})`;
const NAMES = String.raw`(?:password|passwd|passphrase|passwort|pgpassword|client[_-]?secret|(?:api|secret|access)[_-]?key|secret[_-]?access[_-]?key|(?:access|auth|api|refresh)[_-]?token)`;

const VALUED =
  /(?:[wW]ord|WORD|swd|SWD|hrase|HRASE|[wW]ort|WORT|ecret|ECRET|[kK]ey|KEY|oken|OKEN)["'`*]{0,3}[ \t]{0,4}[:=|]/;

/** Forms of secrets that nothing else has. */
export const SECRETS: readonly Unwanted[] = [
  { kind: 'a private key', pattern: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----/g },
  { kind: 'an AWS access key', pattern: /(?:AKIA|ASIA)[0-9A-Z]{16}(?![0-9A-Za-z])/g },
  { kind: 'a GitHub token', pattern: /gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{60,}/g },
  { kind: 'a GitLab token', pattern: /glpat-[A-Za-z0-9_-]{20}/g },
  { kind: 'a Slack token', pattern: /xox[abeoprs]-[A-Za-z0-9]{8,}-[A-Za-z0-9-]{8,}/g },
  { kind: 'a Stripe key', pattern: /[sr]k_live_[A-Za-z0-9]{20,}/g },
  { kind: 'a Google API key', pattern: /AIza[A-Za-z0-9_-]{35}/g },
  {
    kind: 'a signed web token',
    pattern: /eyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/g,
  },
  {
    kind: 'an address with a password',
    pattern: /:\/\/[^\s:/@"'`<>]{1,80}:([^\s/@"'`]{1,80})@[\w.-]/gi,
    isHarmless: ([, password = '']) => PLACEHOLDER.test(password),
  },
  {
    kind: 'a connection string with a password',
    needs: /=[^;\n]{1,200};/,
    pattern:
      /(?:server|data source|host)=[^;\n]{1,200};[^\n]{0,200}?(?:password|pwd)=([^;\s"'`]{1,80})/gi,
    isHarmless: ([, password = '']) => PLACEHOLDER.test(password),
  },
  {
    kind: 'a password, key or token with its value',
    needs: VALUED,
    pattern: new RegExp(
      String.raw`${NAMES}["'\x60*]{0,3}[ \t]{0,4}(?::=|=>|[:=|])["'\x60*]{0,3}[ \t]{0,4}["'\x60*]{0,3}${VALUE}`,
      'gi',
    ),
    isHarmless: isNotDrawn,
  },
  {
    kind: 'a password in a sentence',
    pattern: new RegExp(
      String.raw`\b(?:password|passphrase)(?: (?:of|for|to|on) [^\n.:;]{1,60}?)? is[: ]{1,2}["'\x60*]{0,3}${VALUE}`,
      'gi',
    ),
    isHarmless: isNotDrawn,
  },
  {
    kind: 'a login with its password',
    pattern:
      /\bcurl\b[^\n]{0,200}?\s(?:-u|--user)[ =]{0,2}["']?[^\s:"'`$<{]{1,64}:([^\s"'`]{8,80})/g,
    isHarmless: isNotDrawn,
  },
  {
    kind: 'a login in base64',
    pattern: /\bBasic ([A-Za-z0-9+/]{12,200}={0,2})(?![\w+/=])/g,
    isHarmless: ([, value = '']) =>
      !isDrawn(/^[ -9;-~]{1,64}:([ -~]{8,})$/.exec(decodeText(value))?.[1] ?? ''),
  },
  {
    kind: 'a bearer token',
    pattern: /\bBearer[ :]{1,2}((?!eyJ)[A-Za-z0-9._~+/-]{20,2000}={0,2})/g,
    isHarmless: isNotDrawn,
  },
];

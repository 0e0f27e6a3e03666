import { SHELLS } from './placeholders.ts';

/** What of a code block is typed, and how many lines of it are not. */
export interface Typed {
  readonly text: string;
  /** Lines of output that were left out. */
  readonly left: number;
}

/** The commands of a block without their prompts; where it shows prompts, without the lines that are answers. */
export function typedIn(text: string, language: string): Typed {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(/\r?\n/);
  const prompt = SHELLS.has(language) ? promptOf(lines, language) : null;
  if (prompt === null) return { text, left: 0 };
  const kept: string[] = [];
  let left = 0;
  let open = closed;
  for (const line of lines) {
    const start = prompt.exec(line);
    if (isComplete(open) && start === null && !isComment(line)) {
      if (line.trim() !== '') left += 1;
      continue;
    }
    const typed = isComplete(open) || start ? afterPrompt(line, start) : continued(line, open);
    open = isComplete(open) ? opened(closed, typed) : opened(open, typed);
    kept.push(typed);
  }
  return { text: kept.join(end), left };
}

const PLAIN = /^\s*(?:\$|PS(?: [A-Z]:[^>]*)?>|[A-Z]:\\[^>]*>) +/;

/** `user@host:~$`, `[root@host ~]#`, `sh-4.4#`, `bookings=>`; bounded, so that no line takes long. */
const NAMED =
  /^\s*(?:\[[\w.-]{1,40}@[\w.-]{1,60}[^\]]{0,80}\]|[\w.-]{1,40}@[\w.-]{1,60}(?:[: ][^$#\n]{0,80})?|(?:sh|bash|zsh)-[\d.]{1,8}|\w{1,40}=)[$#>] +/;

const EITHER = new RegExp(`${PLAIN.source}|${NAMED.source}`);

const ROOT = /^\s*# +(?=[a-z./][\w./-]*(?: |$))/;

/** How the prompts of a block look; null where it has none. */
function promptOf(lines: readonly string[], language: string): RegExp | null {
  if (lines.some((line) => EITHER.test(line))) return EITHER;
  // Elsewhere `#` begins a comment; in a session it does so as well, but then the commands have a prompt or stand bare.
  const isSession = language === 'console' || language === 'shell-session';
  const first = lines.find((line) => line.trim() !== '') ?? '';
  const looksTyped = ROOT.test(first) && !/[.:]\s*$/.test(first);
  return isSession && looksTyped ? ROOT : null;
}

const isComment = (line: string): boolean => /^\s*# /.test(line);

const afterPrompt = (line: string, start: RegExpExecArray | null): string =>
  start === null ? line : line.slice(start[0].length);

/** What a command that goes on in the next line waits for. */
interface Open {
  readonly slash: boolean;
  readonly quote: string;
  /** The word that ends the text which is fed to it. */
  readonly until: string | null;
}

const closed: Open = { slash: false, quote: '', until: null };

const isComplete = ({ slash, quote, until }: Open): boolean =>
  !slash && quote === '' && until === null;

/** A line that goes on, without the prompt of a continuation. */
const continued = (line: string, { until, quote }: Open): string =>
  until !== null || quote !== ''
    ? line.replace(/^>(?: |$)/, '')
    : line.replace(/^(\s*)>{1,2} /, '$1');

function opened(before: Open, line: string): Open {
  if (before.until !== null) return line.trim() === before.until ? closed : before;
  const quote = quoteAfter(line, before.quote);
  const word = /<<-?\s*["']?(\w+)["']?/.exec(line)?.[1] ?? null;
  return {
    slash: quote === '' && /(?:^|[^\\])(?:\\\\)*\\$/.test(line),
    quote,
    until: quote === '' ? word : null,
  };
}

/** The quote that is open at the end of a line. */
function quoteAfter(line: string, before: string): string {
  let quote = before;
  for (let index = 0; index < line.length; index += 1) {
    const sign = line[index] ?? '';
    if (sign === '\\' && quote !== "'") index += 1;
    else if (quote === '' && (sign === '"' || sign === "'")) quote = sign;
    else if (quote === sign) quote = '';
    else if (quote === '' && sign === '#' && /(?:^|\s)$/.test(line.slice(0, index))) break;
  }
  return quote;
}

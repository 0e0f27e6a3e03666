import { writtenDays } from './dates.ts';
import { stopWords } from './stop-words.ts';
import { plainText, type Token, tokensOf } from './terms.ts';

/** A query as it was read. */
export interface Reading {
  /** What is searched for, in the order of the query; at most `MOST`. */
  readonly tokens: readonly ReadToken[];
  /** What was left aside: times, addresses, numbers, words that say nothing. */
  readonly dropped: readonly string[];
  /** What was typed, without what no reader sees. */
  readonly plain: string;
  /** Pieces with marks in them, as they were typed in lower case: codes, flags and paths count letter by letter too. */
  readonly literals: readonly string[];
}

export interface ReadToken extends Token {
  /** Identifiers, codes, paths and flags. */
  readonly code: boolean;
  /** The reader may still be typing it. */
  readonly open: boolean;
}

/** Nobody types more; what is pasted says the same again. */
const LONGEST = 4_000;

/** So many words are searched for; a log line has no more that tell something. */
const MOST = 14;

/** Reads what was typed or pasted; linear in its length, for any text. */
export function readQuery(query: string): Reading {
  const plain = plainText(withoutMarkup(query.slice(0, LONGEST))).trim();
  const dropped: string[] = [];
  const days = plain.length <= SHORT ? writtenDays(plain) : [];
  const rest = withoutNoise(without(messageText(plain), days), dropped);
  const ended = /\s$/.test(query);
  const all = tokensOf(rest);
  const seen = new Set<string>();
  const tokens = all
    .map((token, at) => ({ ...token, code: isCode(token), open: !ended && at === all.length - 1 }))
    .filter((token) => {
      const key = token.text.toLowerCase();
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
  const telling = tokens.filter(isTelling);
  const kept = [
    ...mostTelling(telling.length > 0 || days.length > 0 ? telling : tokens),
    ...days.map(dayToken),
  ];
  for (const token of tokens) if (!kept.includes(token)) dropped.push(token.text);
  return { tokens: kept, dropped: [...new Set(dropped)], plain, literals: literalsOf(plain) };
}

/** In a longer text a day is when it was logged. */
const SHORT = 120;

const without = (text: string, days: readonly { text: string }[]): string =>
  days.reduce((rest, day) => rest.replace(day.text, ' '), text);

const dayToken = ({ term, text }: { term: string; text: string }): ReadToken => ({
  ...{ text, parts: [term], whole: [], code: false, open: false },
});

/** Pieces between blanks that hold marks: `ORU^R01`, `/var/lib/x`, `--force`, `rfcs/implemented/0010`. */
const literalsOf = (text: string): string[] =>
  [...new Set(text.toLowerCase().split(/\s+/))]
    .map((piece) => piece.replace(/^(?:\.\/|["'`([{<]+)|["'`)\]}>,;:.!?]+$/g, ''))
    .filter(
      (piece) =>
        /[\p{L}\p{N}][^\p{L}\p{N}'’]+[\p{L}\p{N}]|^[$/-]+\p{L}{2}/u.test(piece) &&
        piece.length <= 200,
    )
    .slice(0, 6);

const isTelling = ({ text, parts, code }: ReadToken): boolean =>
  code ||
  (!stopWords.has(text.toLowerCase()) && parts.some((part) => part.length > 1 || /\d/.test(part)));

/** Whether it is no word of a language: marks, digits or capitals inside. */
const isCode = ({ text, parts, whole }: Token): boolean =>
  whole.length > 0 || parts.length > 1 || /\d/.test(text) || /^\p{Lu}{2,}s?$/u.test(text);

function mostTelling(tokens: readonly ReadToken[]): ReadToken[] {
  if (tokens.length <= MOST) return [...tokens];
  const best = [...tokens].sort((a, b) => worth(b) - worth(a)).slice(0, MOST);
  return tokens.filter((token) => best.includes(token));
}

const worth = ({ text, code, parts }: ReadToken): number =>
  (code && parts.length > 1 ? 20 : 0) + (/\d/.test(text) ? 0 : 4) + Math.min(16, text.length);

const withoutMarkup = (text: string): string =>
  text.replace(/<\/?[a-z][a-z0-9-]{0,20}(?:\s[^<>]{0,300})?>/gi, ' ');

/** What is different at each happening: a digest, an address of a host, a time. */
const noise: readonly RegExp[] = [
  /\b\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:[.,]\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})?)?/g,
  /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)?,? ?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}\d{1,2}(?: \d{4})?(?: \d{2}:\d{2}:\d{2})?/g,
  /\b\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,9})?\b/g,
  /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi,
  /\b0x[0-9a-f]{1,16}\b/gi,
  /\b(?=[0-9a-f]{0,40}\d)(?=[0-9a-f]{0,40}[a-f])[0-9a-f]{8,64}\b/gi,
  /\b\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?\b/g,
  /\b(?:\d{1,4}(?:\.\d{1,6})?(?:ms|us|ns|h|m|s)){1,4}\b/g,
  /\bhttps?:\/\/(?=[\w.-])/g,
  /\b(?:pid|tid|thread|port|id)[=:]\s?\d{1,12}\b/gi,
  /\b\d{5,20}\b(?!-)/g,
  /\bstands? for\b/gi,
];

function withoutNoise(text: string, dropped: string[]): string {
  let rest = text;
  for (const pattern of noise)
    rest = rest.replace(pattern, (found) => {
      dropped.push(found.trim());
      return ' ';
    });
  // A query of nothing but a number is about that number.
  return /[\p{L}\p{N}]/u.test(rest) ? rest : text;
}

/** Of a whole HL7 message its type, trigger and error codes; any other text as it is. */
function messageText(text: string): string {
  if (!/\bMSH\|/.test(text)) return text;
  const found: string[] = [];
  for (const segment of text.split(
    /[\r\n]|(?=\b(?:MSH|MSA|ERR|EVN|PID|OBR|OBX|ORC|PV1|NTE|QAK)\|)/,
  )) {
    const fields = segment.split('|');
    const name = fields[0]?.trim() ?? '';
    if (name === 'MSH') found.push(fields[8] ?? '', `HL7 ${fields[11] ?? ''}`);
    else if (name === 'MSA') found.push(`ACK ${fields[1] ?? ''}`, fields[3] ?? '', fields[6] ?? '');
    else if (name === 'ERR') found.push(...fields.slice(1));
    else if (!/^[A-Z][A-Z0-9]{2}$/.test(name)) found.push(segment);
  }
  return found
    .join(' ')
    .replaceAll('^', '^')
    .replace(/\^{2,}/g, ' ');
}

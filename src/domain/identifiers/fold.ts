/** A text as a reader sees it, and where each of its characters comes from. */
export interface Folded {
  readonly text: string;
  /** Offset in the original of an offset in the folded text. */
  readonly offsetOf: (offset: number) => number;
}

/**
 * Takes away what hides a value from a program and not from a person: wide digits, invisible characters,
 * unusual dashes and spaces, numeric character references, escapes.
 */
export function fold(text: string): Folded {
  if (!DISGUISED.test(text)) return { text, offsetOf: (offset) => offset };
  const parts: string[] = [];
  const ends: number[] = [];
  const shifts: number[] = [];
  let [from, length] = [0, 0];
  for (const match of text.matchAll(DISGUISE)) {
    const plain = plainOf(match[0]);
    const before = text.slice(from, match.index);
    parts.push(before, plain);
    length += before.length + plain.length;
    from = match.index + match[0].length;
    ends.push(length);
    shifts.push(from - length);
  }
  parts.push(text.slice(from));
  return { text: parts.join(''), offsetOf: (offset) => offset + shiftAt(offset, ends, shifts) };
}

function shiftAt(offset: number, ends: readonly number[], shifts: readonly number[]): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return shifts[low - 1] ?? 0;
}

const SOURCE = String.raw`[\u00A0\u00AD\u2000-\u2015\u202A-\u202F\u2060-\u206F\u2212\uFEFF\uFE58\uFE63\uFF01-\uFF5E]|&#x?[0-9a-fA-F]{1,6};|\\u00[2-7][0-9a-fA-F]|\\\||&(?:amp|quot|nbsp|vert|verbar);`;
const DISGUISED = new RegExp(SOURCE);
const DISGUISE = new RegExp(SOURCE, 'g');

const NAMED: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&quot;': '"',
  '&nbsp;': ' ',
  '&vert;': '|',
  '&verbar;': '|',
  '\\|': '|',
};

function plainOf(found: string): string {
  const named = NAMED[found];
  if (named !== undefined) return named;
  const code = /^&#x/i.test(found)
    ? Number.parseInt(found.slice(3), 16)
    : found.startsWith('&#')
      ? Number(found.slice(2, -1))
      : found.startsWith('\\u')
        ? Number.parseInt(found.slice(2), 16)
        : found.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f) return ' ';
  if ((code >= 0x2010 && code <= 0x2015) || code === 0x2212 || code === 0xfe58 || code === 0xfe63)
    return '-';
  if (code === 0xad || code === 0xfeff || (code >= 0x200b && code <= 0x206f)) return '';
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

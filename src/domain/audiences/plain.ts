import { decode } from '../body/target.ts';
/** A text without what hides a name from a program and not from a person; its lines stay where they are. */
export function plainOf(text: string): string {
  if (!DISGUISED.test(text)) return text;
  const plain = text.normalize('NFKC').replace(DISGUISE, undisguised);
  return ENCODED_TWICE.test(plain) ? plain.replace(DISGUISE, undisguised) : plain;
}

const DISGUISED = /[%&<\\*`\u0080-\uFFFF]/;
const DISGUISE =
  /(?:%[0-9a-f]{2})+|&(?:#x[0-9a-f]{1,6}|#\d{1,7}|sol|hyphen|dash|shy|lowbar|percnt);|<\/?[a-z]{1,20}>|\\(?=[^\s])|[*`\u00AD\u200B-\u200D\u2060\uFEFF]+|[\u2010-\u2015\u2212]/gi;
const ENCODED_TWICE = /%[0-9a-f]{2}/i;

const named: Readonly<Record<string, string>> = {
  '&sol;': '/',
  '&hyphen;': '-',
  '&dash;': '-',
  '&lowbar;': '_',
  '&percnt;': '%',
};

function undisguised(found: string, at: number, text: string): string {
  switch (found[0]) {
    case '%':
      return onOneLine(decode(found));
    case '&':
      return onOneLine(named[found.toLowerCase()] ?? characterOf(found));
    case '\\':
      return /\w/.test(text[at + 1] ?? '') ? '/' : '';
    case '<':
    case '*':
    case '`':
      return '';
    default:
      return /^[\u2010-\u2015\u2212]/.test(found) ? '-' : '';
  }
}

const onOneLine = (text: string): string => text.replaceAll(/[\r\n]/g, ' ');

function characterOf(reference: string): string {
  const digits = /^&#(x?)([0-9a-f]+);$/i.exec(reference);
  if (!digits) return '';
  const code = Number.parseInt(digits[2] ?? '', digits[1] === '' ? 10 : 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/** Text that stands in base64, and where; runs over several lines are one. */
export function* base64Texts(
  text: string,
): Generator<{ offset: number; end: number; text: string }> {
  // A run of 24 characters or more holds one at a multiple of 23, so only those are looked at.
  for (let at = 0; at < text.length; at += SHORTEST - 1) {
    if (!isDigit(text.charCodeAt(at))) continue;
    let start = at;
    while (start > 0 && isDigit(text.charCodeAt(start - 1))) start--;
    const end = endOfRun(text, at);
    if (end - start >= SHORTEST) {
      const decoded = decodeText(text.slice(start, end));
      if (decoded !== '') yield { offset: start, end, text: decoded };
    }
    at = Math.max(at, end);
  }
}

const SHORTEST = 24;

/** Where a run ends; it goes on in the next line where that is nothing but base64. */
function endOfRun(text: string, from: number): number {
  let end = from;
  while (isDigit(text.charCodeAt(end))) end++;
  for (;;) {
    NEXT_LINE.lastIndex = end;
    const more = NEXT_LINE.exec(text);
    if (more === null) return end;
    end += more[0].length;
  }
}

const NEXT_LINE = /[ \t]{0,8}\n[ \t>]{0,8}[A-Za-z0-9+/_-]{4,}(?=={0,2}[ \t]{0,8}(?:\n|$))/y;

const NONE = 255;
const DIGITS = new Uint8Array(128).fill(NONE);
for (const [value, digit] of [
  ...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
].entries())
  DIGITS[digit.charCodeAt(0)] = value;
DIGITS[45] = 62;
DIGITS[95] = 63;

const isDigit = (code: number): boolean => code < 128 && DIGITS[code] !== NONE;

/** The text in a run of base64; empty where it is none, as with digests, pictures and words. */
export function decodeText(run: string): string {
  const codes: number[] = [];
  let [bits, held] = [0, 0];
  for (let at = 0; at < run.length; at++) {
    const value = DIGITS[run.charCodeAt(at)] ?? NONE;
    if (value === NONE) continue;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    const code = (held >> bits) & 0xff;
    if (code > 126 || (code < 32 && code !== 9 && code !== 10 && code !== 13)) return '';
    codes.push(code);
  }
  let text = '';
  for (let at = 0; at < codes.length; at += 8192)
    text += String.fromCharCode(...codes.slice(at, at + 8192));
  return text;
}

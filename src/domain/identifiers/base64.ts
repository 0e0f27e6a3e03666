/** Text that stands in base64, and where; runs over several lines are one. */
export function* base64Texts(
  text: string,
): Generator<{ offset: number; end: number; text: string }> {
  if (!RUN.test(text)) return;
  for (const match of text.matchAll(RUNS)) {
    const decoded = decodeText(match[0]);
    if (decoded !== '')
      yield { offset: match.index, end: match.index + match[0].length, text: decoded };
  }
}

const RUN = /[A-Za-z0-9+/_-]{24}/;
const RUNS =
  /(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{24,}(?:[ \t]{0,8}\n[ \t>]{0,8}[A-Za-z0-9+/_-]{4,})*={0,2}/g;

const DIGITS = new Map(
  [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].map(
    (digit, value) => [digit.charCodeAt(0), value] as const,
  ),
);
DIGITS.set('-'.charCodeAt(0), 62).set('_'.charCodeAt(0), 63);

/** The text in a run of base64; empty where it is none, as with digests, pictures and words. */
export function decodeText(run: string): string {
  const codes: number[] = [];
  let [bits, held] = [0, 0];
  for (let at = 0; at < run.length; at++) {
    const value = DIGITS.get(run.charCodeAt(at));
    if (value === undefined) continue;
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

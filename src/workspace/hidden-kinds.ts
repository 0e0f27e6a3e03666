/** What a character stands in: how much of it has to be seen. */
export type Surroundings = 'code' | 'field' | 'prose';

/** Every character that is not seen, or that moves others; what makes an emoji of a sign is none. */
export const anyHidden =
  /[[\p{Default_Ignorable_Code_Point}[\p{Cc}--[\t\n]]\u2028\u2029\ufff9-\ufffb]--[\ufe0e\ufe0f\0]]/v;

/** What no writing needs: it turns the order of what follows, parts words, steers terminals or hides letters. */
const NEEDLESS =
  /[[\u202a-\u202e\u2066-\u2069\u200b\u2060-\u2064\ufff9-\ufffb\u{e0000}-\u{e0fff}][\p{Cc}--[\t\n\f]]]/v;
/** Hidden letters that belong to a flag, such as that of Scotland. */
const FLAG = /\u{1f3f4}[\u{e0020}-\u{e007f}]*$/u;
const JOINER = /^[\u200c\u200d]$/;

/** Whether a hidden character is refused, by what it stands in and the text around it. */
export function isRefusedIn(
  where: Surroundings,
  character: string,
  before: string,
  after: string,
): boolean {
  if (!anyHidden.test(character)) return false;
  if (where !== 'field' && isOfFlag(character, before)) return false;
  if (isWritten(character, before, after)) return false;
  if (where === 'prose') return NEEDLESS.test(character);
  // Persian and Indic words, and many emoji, are written with joiners.
  const isWriting = where === 'field' && JOINER.test(character) && /[^\0-\u024f]$/.test(before);
  return !isWriting;
}

const isOfFlag = (character: string, before: string): boolean =>
  FLAG.test(before) && /[\u{e0020}-\u{e007f}]/u.test(character);

/** Writings whose letters take other forms where they are joined or kept apart. */
const JOINING = [
  ...['Arabic', 'Syriac', 'Mandaic', 'Nko', 'Mongolian', 'Phags_Pa', 'Adlam', 'Devanagari'],
  ...['Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Tamil', 'Telugu', 'Kannada', 'Malayalam'],
  ...['Sinhala', 'Khmer', 'Tibetan', 'Myanmar', 'Balinese', 'Javanese', 'Meetei_Mayek'],
].map((script) => `\\p{Script=${script}}`);
const LETTER = `[[${JOINING.join('')}]&&[\\p{L}\\p{M}]]`;
const JOINED_AFTER = new RegExp(`${LETTER}$`, 'v');
const JOINED_BEFORE = new RegExp(`^${LETTER}`, 'v');
const EMOJI_AFTER = /\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]{0,2}$/u;
const EMOJI_BEFORE = /^\p{Extended_Pictographic}/u;
/** Signs that choose between the forms of a letter. */
const FORM = /^[\ufe00-\ufe0d\u{e0100}-\u{e01ef}]$/u;
const FORMED = /[\p{Script=Han}\p{Script=Myanmar}\p{Script=Phags_Pa}\p{Sm}]$/u;

/** Whether a hidden character belongs to how the letters or the emoji around it are written. */
export function isWritten(character: string, before: string, after: string): boolean {
  if (JOINER.test(character) && JOINED_AFTER.test(before) && JOINED_BEFORE.test(after)) return true;
  if (character === '\u200d' && EMOJI_AFTER.test(before) && EMOJI_BEFORE.test(after)) return true;
  if (FORM.test(character)) return FORMED.test(before);
  if (/^[\u180b-\u180f]$/.test(character)) return /\p{Script=Mongolian}$/u.test(before);
  return isOfFlag(character, before);
}

/** Turns the order of what follows, steers a terminal or hides letters: code with it does another thing than it shows. */
const MISLEADING =
  /[[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\u{e0000}-\u{e0fff}][\p{Cc}--[\t\n\f]]]/v;

/** Whether a hidden character makes code look like other code; any other is only a stray one. */
export const isMisleading = (character: string): boolean => MISLEADING.test(character);

const NAMES: Readonly<Record<number, string>> = {
  173: 'soft hyphen',
  1564: 'Arabic letter mark',
  8203: 'zero-width space',
  8204: 'zero-width non-joiner',
  8205: 'zero-width joiner',
  8206: 'left-to-right mark',
  8207: 'right-to-left mark',
  8234: 'left-to-right embedding',
  8235: 'right-to-left embedding',
  8236: 'end of embedding',
  8237: 'left-to-right override',
  8238: 'right-to-left override',
  8288: 'word joiner',
  8294: 'left-to-right isolate',
  8295: 'right-to-left isolate',
  8296: 'first strong isolate',
  8297: 'end of isolate',
  65279: 'zero-width no-break space',
};

/** A hidden character by code point and name: `U+202E (right-to-left override)`. */
export function nameOfHidden(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const other = /\p{Cc}/u.test(character) ? 'control character' : 'invisible character';
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')} (${NAMES[code] ?? other})`;
}

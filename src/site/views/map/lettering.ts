/** Parts of an em that letters take in the site's typeface, measured a little too wide. */
const NARROW = 0.34;
const WIDE = 0.86;
const CAPITAL = 0.67;
const OTHER = 0.56;

/** The width of a text in em, for boxes that are drawn before any browser has seen the font. */
export function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += letterWidth(letter);
  return width;
}

function letterWidth(letter: string): number {
  if (/[\s.,:;'’|!()[\]fijlrtI/-]/.test(letter)) return NARROW;
  if (/[mwMW@%]/.test(letter)) return WIDE;
  if (/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u.test(letter))
    return 1.05;
  return /[\p{Lu}\d]/u.test(letter) ? CAPITAL : OTHER;
}

/** A text in lines of at most `width` em; a word that is too long is cut, and the last line ends in `…` where lines run out. */
export function wrap(text: string, width: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).flatMap((one) => pieces(one, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
  }
  if (line !== '') lines.push(line);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), ended(lines[most - 1] ?? '', width)];
}

/** A word in pieces that fit; it is broken after a hyphen or a slash where it has one. */
function pieces(word: string, width: number): string[] {
  if (widthOf(word) <= width) return [word];
  const found: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (widthOf(piece + letter) > width) {
      const mark = Math.max(piece.lastIndexOf('-'), piece.lastIndexOf('/')) + 1;
      const cut = mark > 0 ? mark : piece.length;
      found.push(piece.slice(0, cut));
      piece = piece.slice(cut);
    }
    piece += letter;
  }
  return [...found, piece].filter((one) => one !== '');
}

function ended(line: string, width: number): string {
  const letters = [...line];
  while (letters.length > 1 && widthOf(`${letters.join('')}…`) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

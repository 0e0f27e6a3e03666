import type { Piece } from '../model.ts';

/** A word of an inventory: which piece it stands in, and whether it may be missing as a dialect's own syntax. */
export interface Word {
  readonly word: string;
  readonly piece: number;
  readonly optional: boolean;
}

/** Letters, numbers and signs that carry a meaning; quotes, dashes and the like are left to the formats. */
const token =
  /[\p{L}\p{N}\p{M}]+|[\p{So}\p{Sc}±×÷→←↔⇒⇐≤≥≠≈∞]|[<>]=?(?=\s?\d)|(?<=\d\s?)%|(?<![\p{L}\p{N}-])-(?=\d)/gu;

/**
 * Marks of dialects that a reader never sees. Each is bounded, so that no text is read for long.
 */
const syntax: readonly RegExp[] = [
  /\{\{[<%][^{}]{0,400}\}\}/g,
  /\{%[^{}]{0,400}%\}/g,
  /^[ \t]*(?:!!!|\?\?\?)\+?[ \t]{0,8}[\w-]{1,40}(?:[ \t][\w-]{1,40}){0,4}/gm,
  /^[ \t]*:::+[ \t]{0,8}\{?[\w-]{1,40}/gm,
  /-+8<-+[ \t]{0,4}"?[^"\n]{0,200}"?/g,
  /\]\((?=[^()\n]{0,200}(?:\{\{|\{%))[^()\n]{0,400}\)/g,
  /\[!\w{1,30}\][+-]?/g,
  /\{[ \t]?[:.#][^{}\n]{0,200}\}|\{[ \t]?[\w-]{1,40}=[^{}\n]{0,200}\}/g,
  /!\[\[[^[\]\n]{1,300}\]\]/g,
  /\[\[[^[\]|\n]{1,300}\|/g,
  /(?<![\w:]):[a-z][\w+-]{1,60}:(?!\w)/g,
  /\[\[?_?TOC_?\]?\]|\$\{toc\}/g,
  /[ \t]\^[\w-]{1,60}$/gm,
];

/** Marks without width: joiners, soft hyphens, byte order marks. */
const unseen = /\p{Cf}|\uFE0F/gu;

/** The words of pieces in reading order. */
export function wordsOf(pieces: readonly Piece[], tolerant = false): Word[] {
  const words: Word[] = [];
  for (const [piece, { value }] of pieces.entries()) {
    const text = plain(value);
    const isMark = tolerant ? marksOf(text) : null;
    if (isMark === null) {
      for (const word of text.match(token) ?? []) words.push({ word, piece, optional: false });
    } else {
      for (const { 0: word, index } of text.matchAll(token)) {
        words.push({ word, piece, optional: isMark[index] === 1 });
      }
    }
  }
  return words;
}

/** The words of a text that a reader sees, in a source or a result. */
export function seenWords(text: string): readonly string[] {
  if (!mayBeMark.test(text)) return plainWords(text);
  const words = wordsOf([{ value: text, line: null }], true);
  return words.flatMap(({ word, optional }) => (optional ? [] : [word]));
}

/** The words of a text, without more. */
export const plainWords = (text: string): readonly string[] => plain(text).match(token) ?? [];

const plain = (text: string): string =>
  beyondAscii.test(text) ? text.normalize('NFC').replace(unseen, '') : text;

const beyondAscii = /\P{ASCII}/u;
/** One of the characters that each mark of a dialect has. */
const mayBeMark = /[{!?:[^<]/;

/** For each character whether it belongs to a mark of a dialect; null where there is none. */
function marksOf(text: string): Uint8Array | null {
  if (!mayBeMark.test(text)) return null;
  const isMark = new Uint8Array(text.length);
  for (const mark of syntax) {
    for (const { 0: found, index } of text.matchAll(mark)) {
      isMark.fill(1, index, index + found.length);
      if (/^\{[^{%]/.test(found)) continue;
      // Words with spaces in quotes are a title or a caption.
      for (const said of found.matchAll(/["“][^"“”]{0,600}["”]/g)) {
        if (!/\s/.test(said[0])) continue;
        isMark.fill(0, index + said.index, index + said.index + said[0].length);
      }
    }
  }
  return isMark;
}

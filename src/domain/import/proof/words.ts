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
 * Marks of dialects that a reader never sees. Each is bounded, so that no text is read for long. The words that
 * a capture named `seen` holds are text all the same.
 */
const syntax: readonly RegExp[] = [
  /\{\{[<%][^{}]{0,400}\}\}/g,
  /\{%[^{}]{0,400}%\}/g,
  /^[ \t]*(?:!!!|\?\?\?)\+?[ \t]{0,8}[\w-]{1,40}(?:[ \t][\w-]{1,40}){0,4}/gm,
  /^[ \t]*:::+[ \t]{0,8}[\w-]{1,40}/gm,
  /\[!\w{1,30}\][+-]?/g,
  /\{[ \t]?[:.#][^{}\n]{0,200}\}/g,
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
  return pieces.flatMap(({ value }, piece) => {
    const text = value.normalize('NFC').replace(unseen, '');
    const spans = tolerant ? spansOf(text) : [];
    const words: Word[] = [];
    for (const { 0: word, index } of text.matchAll(token)) {
      words.push({
        word,
        piece,
        optional: spans.some(([from, to]) => index >= from && index < to),
      });
    }
    return words;
  });
}

/** The words of a text that a reader sees, in a source or a result. */
export const seenWords = (text: string): string[] =>
  wordsOf([{ value: text, line: null }], true).flatMap(({ word, optional }) =>
    optional ? [] : [word],
  );

/** The words of a text, without more. */
export const plainWords = (text: string): string[] =>
  wordsOf([{ value: text, line: null }]).map(({ word }) => word);

function spansOf(text: string): [number, number][] {
  if (!/[{!?:[^]/.test(text)) return [];
  const spans: [number, number][] = [];
  for (const mark of syntax) {
    for (const { 0: found, index } of text.matchAll(mark)) {
      let from = index;
      // Words with spaces in quotes are a title or a caption.
      for (const said of found.matchAll(/["“][^"“”]{0,300}\s[^"“”]{0,300}["”]/g)) {
        spans.push([from, index + said.index]);
        from = index + said.index + said[0].length;
      }
      spans.push([from, index + found.length]);
    }
  }
  return spans;
}

import type { Written } from './result.ts';
import type { SourceFile } from './source.ts';
import { lettersOf } from './spoken.ts';

/** How much of what a source says is in the result or in the report. */
export interface Kept {
  readonly texts: number;
  readonly textsKept: number;
  readonly codes: number;
  readonly codesKept: number;
  readonly missing: readonly string[];
}

/** Marks of dialects that no reader sees, as far as they can be told by themselves. */
const marks =
  /\{\{[<%].{0,400}?[%>]\}\}|\{%.{0,400}?%\}|^[ \t]*(?:!!!|\?\?\?\+?|:::+)[ \t]*[\w-]+(?:[ \t]+inline(?:[ \t]+end)?)?|\[![\w-]+\][+-]?|\{[ \t]?[:.#][^{}\n]{0,200}\}|\[\[[^\]|\n]*\||:[a-z][\w-]+:|\[\[?_?TOC_?\]?\]|[ \t]\^[\w-]+$/gm;

/** Looks for each text of a source in its document and in the report; of code, for every byte. */
export function compare(
  files: readonly SourceFile[],
  written: ReadonlyMap<string, Written>,
  told: readonly string[],
): Kept {
  const report = lettersOf(told.join(' '));
  const spare = told.map((text) => text.replace(/\r\n?/g, '\n'));
  let [texts, textsKept, codes, codesKept] = [0, 0, 0, 0];
  const missing: string[] = [];
  for (const { path, spoken } of files) {
    const inDocument = finderIn(written.get(path)?.letters ?? '');
    const has = (text: string) => inDocument(text) || report.includes(text);
    for (const text of spoken.texts) {
      if (lettersOf(text) === '') continue;
      texts += 1;
      if (isThere(text, has)) textsKept += 1;
      else missing.push(`${path}: text: ${text.trim().slice(0, 200).replaceAll('\n', '⏎')}`);
    }
    const found = (written.get(path)?.spoken.codes ?? []).map(bytesOf);
    for (const code of spoken.codes) {
      codes += 1;
      const at = found.indexOf(bytesOf(code));
      if (at !== -1) found.splice(at, 1);
      if (at !== -1 || spare.some((text) => text.includes(bytesOf(code)))) codesKept += 1;
      else missing.push(`${path}: code: ${code.slice(0, 200).replaceAll('\n', '⏎')}`);
    }
  }
  return { texts, textsKept, codes, codesKept, missing };
}

/** How far ahead of the last place a text is taken for the next one. */
const NEAR = 5000;

/** Looks for texts in a long one, first where the one before was found: nearly all come in order. */
function finderIn(letters: string): (text: string) => boolean {
  let last = 0;
  return (text) => {
    const next = letters.indexOf(text, last);
    if (next !== -1 && next - last < NEAR) last = next;
    return next !== -1 || letters.includes(text);
  };
}

const bytesOf = (code: string): string => code.replace(/\r\n?/g, '\n').replace(/^\n|\n$/g, '');

function isThere(text: string, has: (letters: string) => boolean): boolean {
  if (has(lettersOf(text))) return true;
  return text
    .replace(marks, '\n')
    .split('\n')
    .every((line) => has(lettersOf(line)));
}

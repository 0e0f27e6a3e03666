/** Rows as columns of equal width, two spaces between them; the last column is ragged. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ''))),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => padTo(cell, widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('');
}

/** Terms and their explanations, indented, with an empty line at the end. */
export function alignedPairs(pairs: readonly (readonly [string, string])[]): string {
  return table(pairs.map(([term, words]) => [`  ${term}`, words]));
}

/**
 * Text as one cell: a single line without control characters, or what begins a command in a log of CI
 * wherever it stands; at most `limit` characters.
 */
export function cell(text: string, limit = 60): string {
  const clean = text
    .replaceAll(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replaceAll('##[', '# #[')
    .trim();
  // No text has more characters than code units.
  if (clean.length <= limit) return clean;
  const letters = lettersOf(clean);
  return letters.length > limit ? `${letters.slice(0, limit - 1).join('')}…` : clean;
}

let segmenter: Intl.Segmenter | undefined;

/** Characters as people count them; what knows them takes a while to load, and plain text does without. */
export function lettersOf(text: string): string[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

/** Columns that a terminal gives a text; East Asian letters and emoji take two. */
export function widthOf(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  return lettersOf(text).reduce((sum, letter) => sum + (WIDE.test(letter) ? 2 : 1), 0);
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

const padTo = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)));

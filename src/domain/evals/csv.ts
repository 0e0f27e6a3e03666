/** Rows of a CSV text after RFC 4180, or why it is none; a byte order mark and blank lines are skipped. */
export function csvRows(text: string): { rows: string[][] } | { problem: string } {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length) {
    const quoted = text[at] === '"';
    const end = quoted ? closingQuote(text, at + 1) : nextOf(text, at);
    if (end < 0) return { problem: `a quote is opened in row ${rows.length + 1} and never closed` };
    row.push(quoted ? text.slice(at + 1, end).replaceAll('""', '"') : text.slice(at, end));
    at = quoted ? end + 1 : end;
    const [separator] = /^(?:,|\r?\n|\r)?/.exec(text.slice(at, at + 2)) ?? [''];
    if (separator === '' && at < text.length)
      return { problem: `row ${rows.length + 1} goes on behind a closing quote` };
    at += separator.length;
    if (separator === ',' && at < text.length) continue;
    if (separator === ',') row.push('');
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  }
  return { rows };
}

/** The place of the quote that closes a cell, two in a row being one of its text; -1 without one. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

const ends = /[,\r\n]/g;

function nextOf(text: string, from: number): number {
  ends.lastIndex = from;
  return ends.exec(text)?.index ?? text.length;
}

import type { Cursor, Family, Taken } from './family.ts';
import type { Line } from './line.ts';
import { detailsLines, noteLines } from './note.ts';

/** `> [!NOTE]` of GitHub and GitLab, and the callouts of Obsidian with a title and a fold. */
export const alerts: Family = { blocks: [{ at: alert, mdx: true }] };

const HEAD = /^ {0,3}>[ \t]?[ \t]*\[!([A-Za-z][\w-]{0,40})(?:\|[^\]]{0,100})?\]([+-]?)[ \t]*(.*)$/;

function alert({ lines, index, inside }: Cursor): Taken | null {
  const first = lines[index];
  const found = first && HEAD.exec(first.text);
  if (!found || /^[([:]/.test(found[3] ?? '')) return null;
  const end = endOf(lines, index);
  const inner = lines.slice(index + 1, end).map(unquoted);
  const span = { inside, from: first.from, to: lines[end - 1]?.from ?? first.from };
  const [, word = '', fold = '', title = ''] = found;
  if (fold === '-') {
    const summary = title || word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
    return { lines: detailsLines(summary, inner, span), next: end };
  }
  return { lines: noteLines(word, title || undefined, inner, span), next: end };
}

function endOf(lines: readonly Line[], start: number): number {
  let end = start + 1;
  while (/^ {0,3}>/.test(lines[end]?.text ?? '')) end += 1;
  return end;
}

const unquoted = ({ text, from }: Line): Line => ({
  text: text.replace(/^ {0,3}> ?/, ''),
  from,
});

import { fenced, shown } from './elements.ts';
import type { Family, Spot } from './family.ts';
import type { Line } from './line.ts';
import { list, type State } from './state.ts';

/** Formulas in dollars: no page draws them, so they are shown as they were written. */
export const math: Family = {
  regions: [{ open: block, make: blockLines, mdx: true }],
  inlines: [{ begins: '$', at: formula }],
};

function block(text: string) {
  if (!/^ {0,3}\$\$/.test(text)) return null;
  const rest = text.trim().slice(2);
  if (rest.includes('$$'))
    return rest.endsWith('$$') ? { closes: /\$\$\s*$/, sameLine: true } : null;
  return { closes: /\$\$\s*$/ };
}

function blockLines(lines: readonly Line[], state: State): Line[] {
  const from = lines[0]?.from ?? 1;
  const to = lines.at(-1)?.from ?? from;
  const text = lines.map((line) => line.text).join('\n');
  list(state, { line: from, kind: 'formula', text, became: 'Shown as a block of code.' });
  const bare = lines
    .map((line, index) => ({
      ...line,
      text: line.text
        .replace(index === 0 ? /^\s*\$\$\s*/ : /^$/, '')
        .replace(index === lines.length - 1 ? /\s*\$\$\s*$/ : /$^/, ''),
    }))
    .filter((line, index) => line.text !== '' || (index > 0 && index < lines.length - 1));
  return fenced('math', bare, { from, to });
}

const DOUBLE = /\$\$([^$\n]{1,500})\$\$/y;
const SINGLE = /\$(?=\S)([^$\n`]{1,300}[^\s$\\]|[^$\n`\s])\$(?!\d)/y;

function formula({ text, index }: Spot) {
  DOUBLE.lastIndex = index;
  SINGLE.lastIndex = index;
  const found = DOUBLE.exec(text) ?? SINGLE.exec(text);
  // Prices and shell variables have dollars too; a formula has commands, powers or indices.
  if (
    !found ||
    (!found[0].startsWith('$$') && !/\\[A-Za-z]|[\^_]\{|[\^_]\w\b.*[=+]/.test(found[1] ?? ''))
  )
    return null;
  return { end: index + found[0].length, text: shown('formula', found[0]) };
}

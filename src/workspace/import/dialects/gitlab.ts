import { linkTo, shown } from './elements.ts';
import type { Cursor, Family, Taken } from './family.ts';
import { blankAt, type Line } from './line.ts';
import { list } from './state.ts';

/** Quotes over several lines and includes of GitLab, snippets of VitePress, templates of Azure. */
export const gitlab: Family = { blocks: [{ at: quote }, { at: include }] };

function quote({ lines, index, inside }: Cursor): Taken | null {
  const first = lines[index] as Line;
  if (!/^ {0,3}>>>\s*$/.test(first.text)) return null;
  let end = index + 1;
  while (end < lines.length && !/^ {0,3}>>>\s*$/.test(lines[end]?.text ?? '')) end += 1;
  if (end >= lines.length) return null;
  const inner = inside(lines.slice(index + 1, end)).map(({ text, from }) => ({
    text: `> ${text}`.trimEnd(),
    from,
  }));
  return { lines: [blankAt(first.from), ...inner, blankAt(first.from)], next: end + 1 };
}

const INCLUDE =
  /^\s*(?:::include\{file=([^{}\s]{1,300})\}|<<<\s*(@?\/?[^\s{}[\]]{1,300})[^\n]{0,100}|:::[ \t]*(?:template|include)[ \t]+(\S{1,300}))\s*$/;

function include({ lines, index, state }: Cursor): Taken | null {
  const line = lines[index] as Line;
  const found = /::include|<<<|:::/.test(line.text) ? INCLUDE.exec(line.text) : null;
  if (!found) return null;
  const file = found[1] ?? found[2] ?? found[3] ?? '';
  if (!/[./]/.test(file)) return null;
  list(state, { line: line.from, kind: 'include', text: line.text.trim(), became: INCLUDED });
  const text =
    file.length > 0
      ? linkTo(file.replace(/^@\//, '/').replace(/#.*$/, ''), file)
      : shown('include', line.text);
  return {
    lines: [blankAt(line.from), { text, from: line.from }, blankAt(line.from)],
    next: index + 1,
  };
}

const INCLUDED = 'Became a link: the file is not put into the text.';

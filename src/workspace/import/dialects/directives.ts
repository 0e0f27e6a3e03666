import { fenced, shown } from './elements.ts';
import type { Cursor, Family, Taken } from './family.ts';
import { isNote } from './kinds.ts';
import { blankAt, type Line, outdent } from './line.ts';
import { detailsLines, noteLines, tabsLines } from './note.ts';
import type { Mark } from './pairs.ts';
import { list } from './state.ts';

/** `:::note` of Docusaurus, Starlight, VuePress, Pandoc and Azure. */
export const directives: Family = {
  regions: [{ open: diagram, make: diagramLines, mdx: true }],
  blocks: [{ at: directive, mdx: true }],
};

const OPEN =
  /^[ \t]*(:{3,})[ \t]*(?:\{[ \t]*\.?)?([A-Za-z][\w-]{0,40})[ \t]*(?:\[((?:[^\]\\]|\\.){0,300})\])?(.{0,300})$/;
const CLOSE = /^[ \t]*(:{3,})[ \t]*$/;

/** What a line of colons opens or closes. */
export function directiveMark(text: string): Mark | null {
  if (!text.includes(':::')) return null;
  const close = CLOSE.exec(text)?.[1];
  if (close) return { kind: 'close', key: ':::', weight: close.length };
  const open = OPEN.exec(text)?.[1];
  return open ? { kind: 'open', key: ':::', weight: open.length } : null;
}

function directive(cursor: Cursor): Taken | null {
  const { lines, index, closing, inside, state } = cursor;
  const first = lines[index] as Line;
  if (!first.text.includes(':::') || closing < 0) return null;
  const found = OPEN.exec(first.text);
  if (!found) return null;
  const inner = outdent(lines.slice(index + 1, closing), 100);
  const span = { from: first.from, to: lines[closing]?.from ?? first.from };
  const name = (found[2] ?? '').toLowerCase();
  const title = titleOf(found[3], found[4] ?? '');
  const next = closing + 1;
  const group = /^(?:code-group|tabs)$/.test(name) ? codeTabs(inner, span) : null;
  if (group) return { lines: group, next };
  const at = { ...span, inside };
  const attributes = /\{[^{}]{1,300}\}\s*$/.exec(found[4] ?? '')?.[0];
  if (attributes) list(state, { line: span.from, kind: 'attributes', text: attributes });
  if (name === 'details') return { lines: detailsLines(title ?? 'Details', inner, at), next };
  if (isNote(name)) return { lines: noteLines(name, title, inner, at), next };
  const text = inside(inner);
  const head = { text: shown('directive', first.text.trim()), from: first.from };
  if (name === 'v-pre') {
    state.listed.push({ line: first.from, kind: 'directive', text: first.text, became: KEPT });
    return { lines: [blankAt(first.from), ...text, blankAt(span.to)], next };
  }
  return { lines: [blankAt(span.from), head, blankAt(span.from), ...text, blankAt(span.to)], next };
}

const KEPT = 'Left out: what stood in it is kept.';

/** The title in square brackets, or behind the name, or as an attribute. */
function titleOf(label: string | undefined, rest: string): string | undefined {
  const attribute = /\btitle="([^"]{0,300})"/.exec(rest)?.[1];
  const words = rest.replace(/\{[^{}]{0,300}\}?\s*$/, '').trim();
  return (label ?? attribute ?? words) || undefined;
}

/** Blocks of code with a name each, of which a reader needs one. */
function codeTabs(lines: readonly Line[], span: { from: number; to: number }): Line[] | null {
  const tabs: { label: string; lines: Line[]; from: number }[] = [];
  let fence = '';
  for (const line of lines) {
    const run = /^ {0,3}(`{3,}|~{3,})/.exec(line.text)?.[1] ?? '';
    if (fence === '' && run !== '') {
      fence = run;
      const label = /\[([^\]]{1,80})\]/.exec(line.text)?.[1] ?? line.text.slice(run.length).trim();
      tabs.push({ label: label || `Case ${tabs.length + 1}`, lines: [line], from: line.from });
    } else if (tabs.length === 0 || (fence === '' && /\S/.test(line.text))) {
      if (/\S/.test(line.text)) return null;
    } else {
      tabs.at(-1)?.lines.push(line);
      if (run.startsWith(fence) && /^[ \t`~]*$/.test(line.text)) fence = '';
    }
  }
  return tabs.length > 0 && fence === '' ? tabsLines(tabs, span) : null;
}

function diagram(text: string) {
  return /^ {0,3}:::[ \t]*mermaid[ \t]*$/.test(text) ? { closes: /^ {0,3}:::[ \t]*$/ } : null;
}

function diagramLines(lines: readonly Line[]): Line[] {
  const span = { from: lines[0]?.from ?? 1, to: lines.at(-1)?.from ?? 1 };
  return fenced('mermaid', lines.slice(1, -1), span);
}

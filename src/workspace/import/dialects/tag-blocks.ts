import { append } from '../../../domain/import/lists.ts';
import { shown, worded } from './elements.ts';
import type { Cursor, Tag, TagRule, Taken } from './family.ts';
import { isNote } from './kinds.ts';
import { blankAt, isBlank, type Line, outdent } from './line.ts';
import { detailsLines, noteLines, tabsLines } from './note.ts';
import { firstOf, type Parameters, parametersOf } from './parameters.ts';
import { list } from './state.ts';

/** Tags whose pair is a block of the page in every theme that has them. */
export const isBlockName = (name: string): boolean =>
  isNote(plain(name)) || TABS.has(plain(name)) || TAB.has(plain(name)) || FOLDS.has(plain(name));

const plain = (name: string): string => name.toLowerCase().replace(/^end|.*\//g, '');

const TABS: ReadonlySet<string> = new Set(['tabs', 'tabpane', 'tabgroup', 'codetabs', 'code-tabs']);
const TAB: ReadonlySet<string> = new Set(['tab', 'tabitem', 'codetab', 'code-tab', 'tab-content']);
const FOLDS: ReadonlySet<string> = new Set([
  'details',
  'expand',
  'collapse',
  'accordion',
  'spoiler',
]);

/** A pair of tags, each on a line of its own, as the block that it makes. */
export function pairAt(cursor: Cursor, rule: TagRule): Taken | null {
  const { lines, index, closing } = cursor;
  const line = lines[index] as Line;
  if (!rule.mark.test(line.text)) return null;
  const tag = tagAlone(line.text, rule);
  if (tag && !cursor.html && CONTROL.test(tag.name)) return controlAt(cursor);
  if (tag?.kind !== 'open' || closing < 0) return null;
  const span = { from: line.from, to: lines[closing]?.from ?? line.from };
  const inner = outdent(lines.slice(index + 1, closing), 1000);
  const pair = { tag, inner, span, cursor, rule };
  const known = blockOf(pair);
  if (!known && (cursor.html || CONTROL.test(tag.name))) return null;
  const taken = known ?? unknown(pair);
  if (known) tellRest(pair);
  return { lines: taken, next: closing + 1 };
}

/** What says under which condition or how often its inside is shown: dropped, it would say another thing. */
const CONTROL = /^(?:if|unless|for|case|capture|else|elsif|when|with|range)$/i;

/** The only tag of a line, null where there is more or none. */
export function tagAlone(text: string, rule: TagRule): Tag | null {
  const start = text.search(/\S/);
  if (start < 0) return null;
  const tag = rule.read(text, start);
  return tag && !/\S/.test(text.slice(tag.end)) ? tag : null;
}

/** On a line of its own, so that it is no row of a table above it. */
function controlAt({ lines, index }: Cursor): Taken {
  const { text = '', from = 1 } = lines[index] ?? {};
  const line = { text: shown('template tag', text.trim()), from };
  return { lines: [blankAt(from), line, blankAt(from)], next: index + 1 };
}

/** Lists the tag where it says more than what is shown. */
function tellRest({ tag, span, cursor }: Pair): void {
  const { named, placed } = parametersOf(tag.rest);
  const rest = Object.entries(named).filter(([key, value]) => !SHOWN.has(key) && !isNote(value));
  if (rest.length === 0 && placed.length <= 2) return;
  const text = cursor.lines[cursor.index]?.text.trim() ?? '';
  list(cursor.state, { line: span.from, kind: KIND, text, became: BECAME });
}

const SHOWN: ReadonlySet<string> = new Set([
  ...['title', 'label', 'summary', 'header', 'heading', 'name', 'tabname'],
]);
const BECAME = 'Became a note, a set of tabs or a fold; its other parameters are left out.';

interface Pair {
  readonly tag: Tag;
  readonly inner: readonly Line[];
  readonly span: { readonly from: number; readonly to: number };
  readonly cursor: Cursor;
  readonly rule: TagRule;
}

function blockOf(pair: Pair): Line[] | null {
  const { tag, inner, span, cursor } = pair;
  const name = plain(tag.name);
  const parameters = parametersOf(tag.rest);
  const at = { ...span, inside: cursor.inside };
  if (TABS.has(name)) return tabsOf(pair, parameters);
  if (TAB.has(name)) {
    const label = labelOf(parameters) ?? 'Tab';
    return tabsLines([{ label, lines: cursor.inside(inner), from: span.from }], span);
  }
  if (FOLDS.has(name)) {
    const given = firstOf(parameters, 'summary', 'title', 'header', 'label', 'name');
    const summary = given ?? parameters.placed.find((word) => word !== '...') ?? 'Details';
    return detailsLines(summary, inner, at);
  }
  if (!isNote(name)) return null;
  const { word, title } = wordsOf(name, parameters);
  return noteLines(word, title, inner, at);
}

/** What kind of note the parameters say, and under which heading. */
function wordsOf(
  name: string,
  parameters: Parameters,
): { word: string; title: string | undefined } {
  const { placed } = parameters;
  const generic = /^(?:admonition|aside|callout|notice|alert|hint|note)$/.test(name);
  const given = firstOf(parameters, 'type', 'style', 'color', 'level', 'kind', 'context');
  const byPlace = generic && placed[0] !== undefined && isNote(placed[0]) ? placed[0] : undefined;
  const word = given ?? byPlace ?? name;
  const rest = byPlace === undefined ? placed : placed.slice(1);
  const title =
    firstOf(parameters, 'title', 'header', 'heading') ?? rest.find((one) => /\S/.test(one));
  return { word: isNote(word) ? word : name, title };
}

const labelOf = (parameters: Parameters): string | undefined =>
  firstOf(parameters, 'label', 'name', 'title', 'header', 'tabname', 'tab', 'lang') ??
  parameters.placed.find((word) => /\S/.test(word));

/** The tabs of a set; what stands between them stands before them. */
function tabsOf({ tag, inner, span, cursor, rule }: Pair, parameters: Parameters): Line[] {
  const items = (firstOf(parameters, 'items') ?? '').split(',').map((item) => item.trim());
  const tabs: { label: string; lines: readonly Line[]; from: number }[] = [];
  const before: Line[] = [];
  let open: { label: string; at: number; name: string; depth: number } | null = null;
  for (const [at, line] of inner.entries()) {
    const found = rule.mark.test(line.text) ? tagAlone(line.text, rule) : null;
    const isTab = found && TAB.has(plain(found.name));
    if (open === null && isTab && found.kind === 'open') {
      const label =
        labelOf(parametersOf(found.rest)) || items[tabs.length] || `Tab ${tabs.length + 1}`;
      open = { label, at, name: plain(found.name), depth: 0 };
    } else if (open && found && plain(found.name) === open.name) {
      open.depth += found.kind === 'open' ? 1 : -1;
      if (open.depth >= 0) continue;
      const lines = cursor.inside(outdent(inner.slice(open.at + 1, at), 1000));
      tabs.push({ label: open.label, lines, from: inner[open.at]?.from ?? span.from });
      open = null;
    } else if (open === null && !isBlank(line)) before.push(line);
  }
  if (open) append(before, inner.slice(open.at));
  const rest = before.length > 0 ? [...cursor.inside(before), blankAt(span.from)] : [];
  if (tabs.length === 0)
    return [...rest, { text: shown('shortcode', sourceOf(tag)), from: span.from }];
  return [...rest, ...tabsLines(tabs, span)];
}

const sourceOf = (tag: Tag): string => `${tag.name}${tag.rest}`.trim();

/** A pair that no theme we know has: its tags are listed, what stands in it is kept. */
function unknown({ tag, inner, span, cursor }: Pair): Line[] {
  const { lines, index, closing, state } = cursor;
  const kind = KIND;
  for (const at of [index, closing]) {
    const { text = '', from = 1 } = lines[at] ?? {};
    list(state, { line: from, kind, text: text.trim(), became: KEPT });
  }
  const title = firstOf(parametersOf(tag.rest), 'title', 'heading', 'header', 'label');
  const words = wordsIn(lines[index]?.text ?? '');
  const text = title ? worded('strong', {}, title) : words === '' ? '' : shown(kind, words);
  const head = text === '' ? [] : [{ text, from: span.from }, blankAt(span.from)];
  return [blankAt(span.from), ...head, ...cursor.inside(inner), blankAt(span.to)];
}

const KIND = 'shortcode';
const KEPT = 'Left out: what stood in it is kept.';

/** The tag itself where it says words that a reader would miss. */
const wordsIn = (text: string): string =>
  /"[^"]*\p{L}{3}[^"]* [^"]*"/u.test(text) ? text.trim() : '';

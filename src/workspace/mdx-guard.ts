import type { MdastNode } from 'satteri';
import { problemOf } from '../domain/checks/rule.ts';
import { mdxSyntax } from '../domain/checks/rules/mdx-syntax.ts';
import { isJsx, pointOf } from '../domain/components/nodes.ts';
import { at, type Problem, type SourcePoint } from '../domain/problems/problem.ts';
import { splitFrontmatter } from './frontmatter.ts';

/** Levels of quotes and lists beyond which a text is no document. */
export const MAX_DEPTH = 40;

/**
 * How many of a kind may stand outside code: the parser's time grows with their square (measured: 100,000 times
 * `<` take it 8 s, 10,000 times `{` 3 s, 20,000 references 24 s), and that of the rules with links. What has a
 * backslash before it begins nothing and costs nothing.
 */
const MAX_MARKS = { '<': 1000, '{': 1000, '[': 5000, '&': 2000, links: 25_000 } as const;

type Kind = keyof typeof MAX_MARKS;

const MARK = '(?:>|[-*+]|\\d{1,9}[.)])';

/** A line that opens many levels, such as `> - 1. `, or one that is indented to many. */
const DEEP = new RegExp(
  `^(?:(?:[ \\t]*${MARK}(?=[ \\t>]|$)){${MAX_DEPTH}}|[ \\t]{${MAX_DEPTH * 4}}[ \\t]*${MARK})`,
  'm',
);

/**
 * A problem for a text that the parser must not be given, because its time or stack grows without
 * bound there; null for a document.
 */
export function refusalOf(source: string, path: string): Problem | null {
  return tooDeep(source, path) ?? tooMany(source, path);
}

function tooDeep(source: string, path: string): Problem | null {
  if (!DEEP.test(source)) return null;
  for (const { text, line } of linesOutsideCode(source)) {
    if (!DEEP.test(text)) continue;
    const args = { limit: MAX_DEPTH };
    return problemOf(mdxSyntax, {
      messageId: 'tooDeep',
      path,
      position: at({ line, column: 1 }),
      args,
    });
  }
  return null;
}

function tooMany(source: string, path: string): Problem | null {
  if (!/[<{[&]/.test(source) || !kinds.some((kind) => countOf(kind, source) > MAX_MARKS[kind]))
    return null;
  const counts = { '<': 0, '{': 0, '[': 0, '&': 0, links: 0 };
  for (const { text, line } of linesOutsideCode(source)) {
    for (const found of text.matchAll(MARKS)) {
      const kind = kindOf(found);
      if (kind === null || ++counts[kind] <= MAX_MARKS[kind]) continue;
      const args = { mark: kind === 'links' ? '[' : kind, limit: MAX_MARKS[kind] };
      const position = at({ line, column: 1 });
      return problemOf(mdxSyntax, { messageId: 'tooManyMarks', path, position, args });
    }
  }
  return null;
}

const kinds = Object.keys(MAX_MARKS) as Kind[];

const countOf = (kind: Kind, text: string): number =>
  text.split(kind === 'links' ? '](' : kind).length - 1;

/** What is escaped, a link that closes by its bracket alone, and what may begin something. */
const MARKS =
  /\\.|(\[(?=(?:[^[\]\\]|\\.){0,500}\]\([^()\s]{0,2000}(?: "[^"]{0,300}")?\)))|[<{[]|&(?=#?\w{1,32};)/g;

function kindOf([found, link]: RegExpMatchArray): Kind | null {
  if (link !== undefined) return 'links';
  return found.startsWith('\\') ? null : (found as Kind);
}

/** The lines of a body without its code; in doubt, such as in a fence in a quote, code counts as text. */
function* linesOutsideCode(source: string): Generator<{ text: string; line: number }> {
  const { body, bodyLine } = splitFrontmatter(source, '');
  let open: { fence: string; indent: string } | null = null;
  for (const [index, text] of body.split('\n').entries()) {
    // A fence in a list ends with its item, at the latest where a line stands further out.
    if (open !== null && text.trim() !== '' && !text.startsWith(open.indent)) open = null;
    if (open !== null) {
      if (text.trim().startsWith(open.fence) && /^\s*(`+|~+)\s*$/.test(text)) open = null;
      continue;
    }
    const [, indent = '', fence] = /^( {0,80})(`{3,}(?![^`]*`)|~{3,})/.exec(text) ?? [];
    if (fence !== undefined) open = { fence, indent };
    yield { text: withoutSpans(text), line: index + bodyLine };
  }
}

/** A line without its code spans, each closed by as many ticks as it begins with. */
function withoutSpans(line: string): string {
  if (!line.includes('`')) return line;
  const runs = [...line.matchAll(/`+/g)].map(({ 0: ticks, index }) => ({
    index,
    end: index + ticks.length,
  }));
  const next = new Map<number, number>();
  const closings = runs.map(() => -1);
  for (let at = runs.length - 1; at >= 0; at--) {
    const { index, end } = runs[at] as (typeof runs)[number];
    closings[at] = next.get(end - index) ?? -1;
    next.set(end - index, at);
  }
  let text = '';
  let from = 0;
  for (let at = 0; at < runs.length; at++) {
    const close = runs[closings[at] ?? -1];
    const { index } = runs[at] as (typeof runs)[number];
    if (!close || line[index - 1] === '\\') continue;
    text += line.slice(from, index);
    from = close.end;
    at = closings[at] ?? at;
  }
  return text + line.slice(from);
}

/** Levels of a tree, counted without recursion. */
export function depthOf(root: MdastNode): number {
  let depth = 0;
  for (let level: readonly MdastNode[] = [root]; level.length > 0; depth++) {
    level = level.flatMap(childrenOf);
  }
  return depth;
}

/**
 * Where an element begins whose closing tag stands in a list or quote that begins inside it: the parser
 * takes that, and ends the whole process when a page is made of it.
 */
export function crossedElement(root: MdastNode): SourcePoint | null {
  const open = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    const children = childrenOf(node);
    const end = node.position?.end.offset ?? 0;
    const last = children.at(-1)?.position?.end.offset;
    // A closing tag has three characters at least.
    if (isJsx(node) && last !== undefined && last > end - 3) return pointOf(node);
    open.push(...children);
  }
  return null;
}

/** Where a fenced code block begins that runs to the end of the text because nothing closes it. */
export function unclosedFence(root: MdastNode, source: string): SourcePoint | null {
  const last = childrenOf(root).at(-1);
  if (last?.type !== 'code' || !last.position) return null;
  const { start, end } = last.position;
  const lines = source.split('\n');
  const [, fence] =
    /^(`{3,}|~{3,})/.exec((lines[start.line - 1] ?? '').slice(start.column - 1)) ?? [];
  if (fence === undefined) return null;
  const close = (lines[end.line - 1] ?? '').trim();
  const closed = end.line > start.line && close.startsWith(fence) && /^(`+|~+)$/.test(close);
  return closed ? null : { line: start.line, column: start.column };
}

const childrenOf = (node: MdastNode): readonly MdastNode[] =>
  'children' in node ? (node.children as readonly MdastNode[]) : [];

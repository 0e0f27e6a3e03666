import type { MdastNode } from 'satteri';
import { problemOf } from '../domain/checks/rule.ts';
import { mdxSyntax } from '../domain/checks/rules/mdx-syntax.ts';
import { isJsx, pointOf } from '../domain/components/nodes.ts';
import { at, type Problem, type SourcePoint } from '../domain/problems/problem.ts';
import { splitFrontmatter } from './frontmatter.ts';

/** Levels of quotes and lists beyond which a text is no document. */
export const MAX_DEPTH = 40;

/**
 * How many of a character may stand outside code: the parser's time grows with their square
 * (measured: 100,000 times `<` take it 8 s, 10,000 times `{` 3 s).
 */
const MAX_MARKS = [
  ['<', 1000],
  ['{', 1000],
  ['[', 5000],
] as const;

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
  for (const [mark, limit] of MAX_MARKS) {
    if (countOf(mark, source) <= limit) continue;
    let count = 0;
    for (const { text, line } of linesOutsideCode(source)) {
      count += countOf(mark, text);
      if (count <= limit) continue;
      const args = { mark, limit };
      const position = at({ line, column: 1 });
      return problemOf(mdxSyntax, { messageId: 'tooManyMarks', path, position, args });
    }
  }
  return null;
}

const countOf = (mark: string, text: string): number => text.split(mark).length - 1;

/** The lines of a body without its code; in doubt, such as in an indented fence, code counts as text. */
function* linesOutsideCode(source: string): Generator<{ text: string; line: number }> {
  const { body, bodyLine } = splitFrontmatter(source, '');
  let fence: string | null = null;
  for (const [index, text] of body.split('\n').entries()) {
    if (fence !== null) {
      if (text.trim().startsWith(fence) && /^\s*(`+|~+)\s*$/.test(text)) fence = null;
      continue;
    }
    fence = /^(`{3,}(?![^`]*`)|~{3,})/.exec(text)?.[1] ?? null;
    yield { text: text.replaceAll(/(?<!\\)`[^`]*`/g, ''), line: index + bodyLine };
  }
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

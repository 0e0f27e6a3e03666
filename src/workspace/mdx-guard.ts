import type { MdastNode } from 'satteri';
import { problemOf } from '../domain/checks/rule.ts';
import { mdxSyntax } from '../domain/checks/rules/mdx-syntax.ts';
import { at, type Problem } from '../domain/problems/problem.ts';

/** Levels of quotes and lists, and open braces outside code, beyond which a text is no document. */
export const MAX_DEPTH = 40;
const MAX_BRACES = 1000;

/** Marks that open a level on one line, such as `> - 1. `. */
const MARKS = new RegExp(`^(?:[ \\t]*(?:>|[-*+]|\\d{1,9}[.)])(?=[ \\t>]|$)){${MAX_DEPTH},}`);

/**
 * A problem for a text that the parser must not be given, because its time or stack grows without
 * bound there (measured: 10,000 open braces take it 3 s, the square of that for more); null for a document.
 */
export function refusalOf(source: string, path: string): Problem | null {
  let braces = 0;
  let fence: string | null = null;
  for (const [index, line] of source.split('\n').entries()) {
    const refuse = (messageId: 'tooDeep' | 'tooManyBraces', limit: number) =>
      problemOf(mdxSyntax, {
        messageId,
        path,
        position: at({ line: index + 1, column: 1 }),
        args: { limit },
      });
    const [, mark = null] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? [];
    if (fence !== null) {
      if (mark?.startsWith(fence)) fence = null;
      continue;
    }
    fence = mark;
    if (MARKS.test(line) || indentOf(line) > MAX_DEPTH * 4) return refuse('tooDeep', MAX_DEPTH);
    braces += line.replaceAll(/`[^`]*`/g, '').split('{').length - 1;
    if (braces > MAX_BRACES) return refuse('tooManyBraces', MAX_BRACES);
  }
  return null;
}

const indentOf = (line: string): number => Math.max(0, line.search(/\S/));

/** Levels of a tree, counted without recursion. */
export function depthOf(root: MdastNode): number {
  let depth = 0;
  let level: readonly MdastNode[] = [root];
  while (level.length > 0) {
    depth++;
    level = level.flatMap((node) => ('children' in node ? (node.children as MdastNode[]) : []));
  }
  return depth;
}

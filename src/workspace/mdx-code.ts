import type { MdastNode } from 'satteri';
import { splitFrontmatter } from './frontmatter.ts';

/** A place where MDX would hand the text to its JavaScript parser. */
export interface CodeStart {
  readonly offset: number;
  readonly kind: 'brace' | 'line';
}

/** Expressions and lines so plain that the parser can be given them; they are refused for what they are. */
const PLAIN_EXPRESSION = /\{[^{}"'`/<]{0,200}\}/y;
const PLAIN_LINE = /(?:import|export)[^<`([\\/]{0,200}(?:["'][^"'`<\n]{0,200}["'];?)?$/my;
const STARTS = /\\.|\{|^(?:import|export)\b/gms;

/**
 * Where a text could begin code that the parser must not be given: it takes twice as long for each
 * `<b>` in an expression, and 50,000 open brackets in one end the process.
 */
export function codeStarts(source: string): CodeStart[] {
  const { body } = splitFrontmatter(source, '');
  const before = source.length - body.length;
  return [...body.matchAll(STARTS)].flatMap(({ 0: text, index }) => {
    if (text.startsWith('\\')) return [];
    const kind = text === '{' ? 'brace' : 'line';
    const plain = kind === 'brace' ? PLAIN_EXPRESSION : PLAIN_LINE;
    plain.lastIndex = index;
    return plain.test(body) ? [] : [{ offset: before + index, kind } as const];
  });
}

/** Those starts that stand in the text and not in code, by the tree of the masked text. */
export function outsideCode(starts: readonly CodeStart[], tree: MdastNode): CodeStart[] {
  const code = rangesOfCode(tree);
  const blocks = new Set(childrenOf(tree).map((node) => node.position?.start.offset));
  return starts.filter(({ offset, kind }) =>
    kind === 'line'
      ? blocks.has(offset)
      : !code.some(([start, end]) => start <= offset && offset < end),
  );
}

/** The text with each start replaced by a character of the same width that begins nothing. */
export function mask(text: string, starts: readonly { readonly offset: number }[]): string {
  let masked = '';
  let from = 0;
  for (const { offset } of starts) {
    masked += `${text.slice(from, offset)}${LOOK_ALIKES[text[offset] ?? ''] ?? '‹'}`;
    from = offset + 1;
  }
  return masked + text.slice(from);
}

const LOOK_ALIKES: Readonly<Record<string, string>> = { '{': '❴', i: 'і', e: 'е' };

function rangesOfCode(root: MdastNode): [number, number][] {
  const ranges: [number, number][] = [];
  const open = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    open.push(...childrenOf(node));
    if ((node.type !== 'code' && node.type !== 'inlineCode') || !node.position) continue;
    ranges.push([node.position.start.offset ?? 0, node.position.end.offset ?? 0]);
  }
  return ranges;
}

const childrenOf = (node: MdastNode): readonly MdastNode[] =>
  'children' in node ? (node.children as readonly MdastNode[]) : [];

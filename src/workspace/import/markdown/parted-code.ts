import { append } from '../../../domain/import/lists.ts';
import { childrenOf, type Node } from '../mdx/node.ts';

/**
 * Joins indented code that the parser takes apart line by line, as it does in a quote of a list's second item: code
 * without fences goes on in the next line.
 */
export function joinParted(root: Node): void {
  const open = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'blockquote') node.children = joined(childrenOf(node));
    append(open, childrenOf(node));
  }
}

function joined(nodes: readonly Node[]): Node[] {
  const out: Node[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    if (last && isIndented(last) && isIndented(node) && goesOn(last, node)) {
      last.value = `${last.value}\n${node.value}`;
      if (last.position && node.position) last.position.end = node.position.end;
    } else out.push(node);
  }
  return out;
}

/** Code without fences takes as many lines as it has. */
const isIndented = ({ type, position, value = '' }: Node): boolean =>
  type === 'code' &&
  position !== undefined &&
  position.end.line - position.start.line + 1 === value.split('\n').length;

const goesOn = (one: Node, next: Node): boolean =>
  (one.position?.end.line ?? 0) + 1 === next.position?.start.line;

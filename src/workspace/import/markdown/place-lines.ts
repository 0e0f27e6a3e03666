import { append } from '../../../domain/import/lists.ts';
import type { Node } from '../mdx/node.ts';

/** Gives each node the lines of the source: what was translated before the parse has moved them. */
export function placeLines(root: Node, lineOf: (line: number) => number): void {
  const open = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.position) {
      const { start, end } = node.position;
      node.position = {
        start: { line: lineOf(start.line), column: start.column },
        end: { line: lineOf(end.line), column: end.column },
      };
    }
    append(open, node.children ?? []);
  }
}

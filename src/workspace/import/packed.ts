import { serialize } from 'node:v8';
import type { Nodes, Root } from 'mdast';
import { append } from '../../domain/import/lists.ts';
import type { SourceDocument } from '../../domain/import/model.ts';

/**
 * A document as bytes. Its nodes keep of their positions the line alone, and those of one line share it: what
 * is done with a document from here on asks for no more, and positions would be the larger half of its tree.
 */
export function packed(document: SourceDocument): Uint8Array {
  shareLines(document.tree);
  return serialize(document);
}

function shareLines(root: Root): void {
  const places = new Map<number, NonNullable<Nodes['position']>>();
  const open: Nodes[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.position) {
      const { line } = node.position.start;
      const point = { line, column: 1 };
      const place = places.get(line) ?? { start: point, end: point };
      places.set(line, place);
      node.position = place;
    }
    if ('children' in node) append(open, node.children);
  }
}

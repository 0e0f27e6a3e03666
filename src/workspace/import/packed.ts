import { deserialize, serialize } from 'node:v8';
import type { Nodes, Root } from 'mdast';
import { append } from '../../domain/import/lists.ts';
import type { SourceDocument } from '../../domain/import/model.ts';

/** What of a document is small. */
export type Head = Omit<SourceDocument, 'tree' | 'listed' | 'inventory'>;

/** What of a document is asked for when it is finished. */
export type Told = Pick<SourceDocument, 'listed' | 'inventory'>;

/** A value as bytes. */
export interface Packed<T> {
  readonly bytes: Uint8Array;
  /** Nothing stands here; it is the type of what was packed. */
  readonly of?: T;
}

/** A document whose large parts are bytes, each taken out where it is needed. */
export interface PackedDocument {
  readonly head: Head;
  readonly tree: Packed<Root>;
  readonly told: Packed<Told>;
}

export const pack = <T>(value: T): Packed<T> => ({ bytes: serialize(value) });

export const unpack = <T>({ bytes }: Packed<T>): T => deserialize(bytes) as T;

/**
 * Packs a document. Its nodes keep of their positions the line alone, and those of one line share it: what is done
 * with a document from here on asks for no more, and positions would be the larger half of its tree.
 */
export function packDocument(document: SourceDocument): PackedDocument {
  const { tree, listed, inventory, ...head } = document;
  shareLines(tree);
  return { head, tree: pack(tree), told: pack({ listed, inventory }) };
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

import { basename } from 'node:path';
import { toString as textOf } from 'mdast-util-to-string';
import type { Detection, Filled, SourceDocument } from '../../domain/import/model.ts';

/** Stand in until the real parts are there. */
export const detect = (
  _document: SourceDocument,
  _siblings: readonly { readonly path: string }[],
  _source: string,
): Detection => ({ type: 'page', confidence: 0, reasons: [] });

export function fill(document: SourceDocument, ..._more: readonly unknown[]): Filled {
  const [first, ...rest] = document.tree.children;
  const isTitled = first?.type === 'heading' && first.depth === 1;
  const title = isTitled ? textOf(first) : basename(document.path).replace(/\.\w+$/, '');
  return {
    data: { title },
    rest: {},
    tree: { type: 'root', children: isTitled ? rest : document.tree.children },
    changed: [],
  };
}

import { basename } from 'node:path';
import type { Root } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Detection, Filled, Inventory, SourceDocument } from '../../domain/import/model.ts';

/** Stands in until the real parts are there. */
export interface LinkFacts {
  readonly path: string;
  readonly to: string;
}
export interface LinkOutcome {
  readonly source: string;
  readonly line: number | null;
  readonly address: string;
  readonly kind: 'link' | 'image' | 'anchor';
  readonly result: 'kept' | 'external' | 'copied' | 'brokenBefore' | 'brokenNow' | 'changed';
  readonly reason: string | null;
}
export interface Counts {
  readonly kept: number;
  readonly changed: number;
  readonly listed: number;
  readonly lost: number;
}
export interface Proof {
  readonly counts: Readonly<Record<'texts' | 'codes' | 'cells' | 'links' | 'images', Counts>>;
  readonly lost: readonly { kind: string; line: number | null; value: string }[];
}

export function together(proofs: readonly Proof[]): Proof {
  const sum = (kind: keyof Proof['counts']): Counts =>
    proofs.reduce(
      (a, { counts }) => ({
        kept: a.kept + counts[kind].kept,
        changed: a.changed + counts[kind].changed,
        listed: a.listed + counts[kind].listed,
        lost: a.lost + counts[kind].lost,
      }),
      { kept: 0, changed: 0, listed: 0, lost: 0 },
    );
  return {
    counts: {
      texts: sum('texts'),
      codes: sum('codes'),
      cells: sum('cells'),
      links: sum('links'),
      images: sum('images'),
    },
    lost: proofs.flatMap(({ lost }) => lost),
  };
}

export function prove(source: Inventory, _: unknown, result: Inventory): Proof {
  const count = (kind: keyof Inventory): Counts => {
    const kept = Math.min(source[kind].length, result[kind].length);
    return { kept, changed: 0, listed: 0, lost: source[kind].length - kept };
  };
  return {
    counts: {
      texts: count('texts'),
      codes: count('codes'),
      cells: count('cells'),
      links: count('links'),
      images: count('images'),
    },
    lost: [],
  };
}

export function plain(tree: Root): Root {
  visit(tree, 'html', (node, index, parent) => {
    if (!parent || index === undefined) return;
    const text = { type: 'text' as const, value: node.value };
    const isBlock = parent.type === 'root' || parent.type === 'listItem';
    parent.children[index] = isBlock ? { type: 'paragraph', children: [text] } : text;
  });
  return tree;
}

export const detect = (_: SourceDocument): Detection => ({
  type: 'page',
  confidence: 0,
  reasons: [],
});

export function fill(document: SourceDocument): Filled {
  const [first, ...rest] = document.tree.children;
  const isTitled = first?.type === 'heading' && first.depth === 1;
  const title = isTitled ? textOf(first) : basename(document.path, '.md');
  return {
    data: { title },
    rest: {},
    tree: { type: 'root', children: isTitled ? rest : document.tree.children },
    changed: [],
  };
}

export const mdxOf = (tree: Root): string =>
  toMarkdown(tree, {
    extensions: [gfmToMarkdown()],
    unsafe: [{ character: '{' }, { character: '}' }, { character: '<', inConstruct: ['phrasing'] }],
    handlers: {
      text: (node, _, state, info) =>
        state.safe(node.value, info).replaceAll(/(?<!\\)([{<])/g, '\\$1'),
    },
  });

export function planAddresses(
  documents: readonly { from: string; type: string; folder: string }[],
  taken: ReadonlySet<string>,
): Map<string, string> {
  const used = new Set(taken);
  return new Map(
    documents.map(({ from, folder }) => {
      const stem =
        from
          .replace(/\.\w+$/, '')
          .toLowerCase()
          .replaceAll(/[^a-z0-9]+/g, '-')
          .replaceAll(/^-|-$/g, '') || 'page';
      let path = `${folder}/${stem}.mdx`;
      for (let n = 2; used.has(path); n++) path = `${folder}/${stem}-${n}.mdx`;
      used.add(path);
      return [from, path];
    }),
  );
}

export function inventoryOf(root: Root): Inventory {
  const found = {
    texts: [] as { value: string; line: number | null }[],
    codes: [] as { value: string; line: number | null }[],
    cells: [] as { value: string; line: number | null }[],
    links: [] as { value: string; line: number | null }[],
    images: [] as { value: string; line: number | null }[],
  };
  visit(root, (node) => {
    const line = node.position?.start.line ?? null;
    if (node.type === 'text' || node.type === 'inlineCode')
      found.texts.push({ value: node.value, line });
    if (node.type === 'code') found.codes.push({ value: node.value, line });
  });
  return found;
}

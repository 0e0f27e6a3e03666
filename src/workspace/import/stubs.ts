import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown, gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { toString as textOf } from 'mdast-util-to-string';
import { gfm } from 'micromark-extension-gfm';
import { visit } from 'unist-util-visit';
import type {
  Detection,
  FileFacts,
  Filled,
  Inventory,
  SourceDocument,
} from '../../domain/import/model.ts';

/** Stands in until the real parts are there. */
export interface SourceFile {
  readonly path: string;
  readonly size: number;
  read(): Promise<Uint8Array>;
}
export interface Source {
  readonly name: string;
  readonly kind: 'folder' | 'zip' | 'file';
  readonly files: readonly SourceFile[];
  readonly problems: readonly { path: string; message: string }[];
  readonly facts: {
    readonly commit: string | null;
    of(path: string): FileFacts;
    addressOf(path: string): string | null;
  };
  close(): void;
}

export async function openSource(path: string): Promise<Source> {
  const isFile = statSync(path).isFile();
  const root = isFile ? resolve(path, '..') : resolve(path);
  const paths = isFile
    ? [basename(path)]
    : readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
        (one) => !/(^|\/)\./.test(one) && statSync(join(root, one)).isFile(),
      );
  return {
    name: basename(resolve(path)).replace(isFile ? /\.[^.]+$/ : /$^/, ''),
    kind: isFile ? 'file' : 'folder',
    files: paths.sort().map((one) => ({
      path: one,
      size: statSync(join(root, one)).size,
      read: async () => readFileSync(join(root, one)),
    })),
    problems: [],
    facts: {
      commit: null,
      of: () => ({ created: null, changed: null, owners: [] }),
      addressOf: () => null,
    },
    close: () => {},
  };
}

export async function readSourceFile(file: SourceFile): Promise<SourceDocument | null> {
  if (!/\.(md|markdown)$/.test(file.path)) return null;
  const bytes = await file.read();
  const tree = plain(
    fromMarkdown(Buffer.from(bytes).toString('utf8').replace(/^---\n[\s\S]*?\n---\n/, ''), {
      extensions: [gfm()],
      mdastExtensions: [gfmFromMarkdown()],
    }),
  );
  return {
    path: file.path,
    dialect: 'markdown',
    digest: createHash('sha256').update(bytes).digest('hex'),
    frontmatter: {},
    title: null,
    tree,
    listed: [],
    inventory: inventoryOf(tree),
  };
}

function plain(tree: Root): Root {
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
    unsafe: [
      { character: '{' },
      { character: '}' },
      { character: '<', inConstruct: ['phrasing'] },
    ],
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

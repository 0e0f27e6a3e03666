import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { parse } from 'yaml';
import type { Dialect, SourceDocument } from '../../../src/domain/import/model.ts';

/** A source document of plain Markdown with YAML front matter, without anchors and inventory. */
export function documentOf(
  text: string,
  path: string,
  dialect: Dialect = 'markdown',
): SourceDocument {
  const [head, body] = parted(text);
  return {
    path,
    dialect,
    digest: '',
    frontmatter: head,
    title: null,
    tree: treeOf(body),
    listed: [],
    inventory: { texts: [], codes: [], cells: [], links: [], images: [] },
  };
}

const treeOf = (text: string): Root => {
  const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return { ...tree, children: tree.children.filter(({ type }) => type !== 'html') };
};

function parted(text: string): [Record<string, unknown>, string] {
  const found = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(text);
  if (found === null) return [{}, text];
  try {
    return [parse(found[1] ?? '', { uniqueKeys: false }) ?? {}, text.slice(found[0].length)];
  } catch {
    return [{}, text.slice(found[0].length)];
  }
}

import type { Root } from 'mdast';
import { anchorsOf } from '../../../domain/import/links/anchors.ts';
import type { Listed } from '../../../domain/import/model.ts';
import { inventoryOf } from '../../../domain/import/proof/inventory.ts';
import { isTooDeep } from '../html/depth.ts';
import { splitHead } from '../markdown/front-matter.ts';
import { placeLines } from '../markdown/place-lines.ts';
import { readMarkdown } from '../markdown/read-markdown.ts';
import { resolved } from '../markdown/references.ts';
import { fitTree } from '../mdx/fit-tree.ts';
import type { Node } from '../mdx/node.ts';
import type { Read, ReadOptions } from '../read.ts';
import { parseMdxText } from './mdx-parse.ts';
import { withoutScript } from './mdx-script.ts';
import { withoutJsx } from './mdx-tree.ts';
import { importsIn } from './mdx-values.ts';
import { translate } from './translate.ts';

/** Reads a text of MDX; one that is none, whatever is escaped in it, is read as Markdown. */
export function readMdx(text: string, options: ReadOptions): Read {
  if (isTooDeep(text)) return readMarkdown(text, options);
  const head = splitHead(text);
  const { text: body, scripts } = withoutScript(head.body.replaceAll('\r\n', '\n'));
  const translated = translate(body, { ...options, mdx: true });
  const source = parseMdxText(body);
  const own = translated.text === body ? source : parseMdxText(translated.text);
  if (!own || !source) return readMarkdown(text, options);
  const inventory = inventoryOf(source.tree as unknown as Root);
  const found: Listed[] = [];
  const imports = new Map(scripts.flatMap((one) => importsIn(one.text)));
  const plain = withoutJsx(resolved(own.tree, own.text, found), {
    source: own.text,
    imports,
    listed: found,
  });
  const tree = fitTree(plain as unknown as Root, found);
  const lineOf = (line: number) => translated.lines[line - 1] ?? line;
  placeLines(tree as unknown as Node, lineOf);
  anchorsOf(tree, options.dialect);
  const listed = [
    ...head.listed,
    ...scripts.map(listedScript),
    ...translated.listed,
    ...found.map((one) => (one.line === null ? one : { ...one, line: lineOf(one.line) })),
  ];
  const byLine = (a: Listed, b: Listed) => (a.line ?? 0) - (b.line ?? 0);
  return { frontmatter: head.frontmatter, tree, listed: listed.toSorted(byLine), inventory };
}

const listedScript = ({ line, text }: { line: number; text: string }): Listed => ({
  line,
  kind: text.startsWith('import') ? 'import' : 'export',
  text,
  became: 'Left out: a document of the handbook holds no code that runs.',
});

import type { Root } from 'mdast';
import { anchorsOf } from '../../../domain/import/links/anchors.ts';
import type { Listed } from '../../../domain/import/model.ts';
import { inventoryOf } from '../../../domain/import/proof/inventory.ts';
import { atSourceLines, sourceText } from '../dialects/source-text.ts';
import { translate } from '../dialects/translate.ts';
import { withoutLongSpaces } from '../long-spaces.ts';
import { fitTree } from '../mdx/fit-tree.ts';
import type { Node } from '../mdx/node.ts';
import type { Read, ReadOptions } from '../read.ts';
import { splitHead } from './front-matter.ts';
import { guard } from './guard.ts';
import { withLooseLinks } from './loose-links.ts';
import { parseMarkdown } from './parse.ts';
import { placeLines } from './place-lines.ts';
import { withoutHtml } from './raw-html.ts';
import { resolved } from './references.ts';

const FENCES = /^[ \t]{0,40}(?:[-*+>][ \t]{1,4})?(`{3,}|~{3,})/;

/** Reads a Markdown text of any dialect, whatever stands in it; what has no counterpart is listed. */
export function readMarkdown(text: string, options: ReadOptions): Read {
  const head = splitHead(text);
  const guarded = guard(withoutLongSpaces(head.body, FENCES));
  const translated = translate(guarded.text, options);
  const parted = sourceText(guarded.text, options);
  const source = parseMarkdown(parted.text);
  const own = translated.text === parted.text ? source : parseMarkdown(translated.text);
  const inventory = atSourceLines(inventoryOf(source.tree as unknown as Root), parted.lines);
  const lines: Listed[] = [];
  const plain = withoutHtml(resolved(own.tree, own.text, lines), own.text, lines);
  const tree = fitTree(withLooseLinks(plain, lines) as unknown as Root, lines);
  const guardedLine = (line: number) => guarded.lines[line - 1] ?? line;
  const lineOf = (line: number) => guardedLine(translated.lines[line - 1] ?? line);
  placeLines(tree as unknown as Node, lineOf);
  const listed = [
    ...head.listed,
    ...guarded.listed,
    ...translated.listed.map((one) => atLine(one, guardedLine)),
    ...lines.map((one) => atLine(one, lineOf)),
  ];
  anchorsOf(tree, options.dialect);
  return { frontmatter: head.frontmatter, tree, listed: listed.toSorted(byLine), inventory };
}

const atLine = (one: Listed, lineOf: (line: number) => number): Listed =>
  one.line === null ? one : { ...one, line: lineOf(one.line) };

const byLine = (a: Listed, b: Listed): number => (a.line ?? 0) - (b.line ?? 0);

import type { Root as HastRoot } from 'hast';
import { toMdast } from 'hast-util-to-mdast';
import type { Root } from 'mdast';
import type { Listed } from '../../../domain/import/model.ts';
import { fitTree } from '../mdx/fit-tree.ts';
import type { Node } from '../mdx/node.ts';
import type { Converted } from '../read.ts';
import { elementHandlers } from './elements.ts';

export interface HastOptions {
  /** The text of the file, so that what is listed is told in its own words. */
  readonly source?: string;
}

/** The tree of the contract for a tree of HTML, and what of that has no counterpart. */
export function treeOfHast(hast: HastRoot, options: HastOptions = {}): Converted {
  const listed: Listed[] = [];
  const nodes = nodesOfHast(hast, {
    listed,
    kept: [],
    source: options.source ?? null,
    whole: true,
  });
  const tree = fitTree({ type: 'root', children: nodes } as unknown as Root, listed);
  return { tree, listed };
}

/** What a conversion is given, and where it writes down what it leaves out. */
export interface Conversion {
  readonly listed: Listed[];
  /** Nodes that are mdast already; a node `kept` of the hast stands for each by its index. */
  readonly kept: readonly Node[];
  readonly source: string | null;
  /** Whether lines between blocks become paragraphs. */
  readonly whole: boolean;
}

/** The nodes of mdast for a tree of HTML, not yet fitted. */
export function nodesOfHast(hast: HastRoot, conversion: Conversion): Node[] {
  const { kept, listed } = conversion;
  const root = toMdast(hast, {
    document: conversion.whole,
    newlines: true,
    handlers: elementHandlers(conversion) as never,
    nodeHandlers: {
      kept: (_state: unknown, node: { index: number }) => kept[node.index],
      comment(_state: unknown, node: { value: string; position?: Node['position'] }) {
        if (node.value.trim() !== '')
          listed.push({
            line: node.position?.start.line ?? null,
            kind: 'comment',
            text: node.value.trim(),
            became: 'Left out: comments are not shown.',
          });
      },
    } as never,
  });
  return (root as unknown as Node).children ?? [];
}

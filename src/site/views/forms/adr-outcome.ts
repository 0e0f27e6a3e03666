import { toString as textOf } from 'mdast-util-to-string';
import type { MdastNode } from 'satteri';
import type { Entry } from '../../../domain/graph/corpus.ts';
import { ofEntry } from '../../../domain/graph/once.ts';
import { sectionOf, treeOf } from './text.ts';

/**
 * The first sentence of a decision's outcome that says more than the number of an option; null where there
 * is none, or where it only announces a list.
 */
export const outcomeOf = ofEntry((entry: Entry): string | null => {
  const tree = treeOf(entry);
  const text = tree === null ? '' : openingOf(sectionOf(tree, 'Decision outcome'));
  const sentences = [...segmenter.segment(text)].map(({ segment }) => segment.trim());
  const said = sentences.map(withoutNumber).find((sentence) => sentence.length > 3);
  return said === undefined || said.endsWith(':') ? null : shortened(said);
});

const openingOf = (nodes: readonly MdastNode[]): string => {
  const paragraph = nodes.find(({ type }) => type === 'paragraph');
  return paragraph ? textOf(paragraph) : '';
};

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** A sentence without "Option 2:" at its head, which says nothing where the options are not listed. */
const withoutNumber = (sentence: string): string => {
  const rest = sentence.replace(/^(?:(?:chosen|proposed):?\s+)?option\s+\w{1,2}\b[\s,.:;-]*/i, '');
  return rest.charAt(0).toUpperCase() + rest.slice(1);
};

/** More than this is not one line. */
const LONG = 260;

const shortened = (sentence: string): string =>
  sentence.length <= LONG ? sentence : `${sentence.slice(0, LONG).replace(/\s+\S*$/, '')} …`;

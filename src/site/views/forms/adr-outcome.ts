import { toString as textOf } from 'mdast-util-to-string';
import type { MdastNode } from 'satteri';
import type { Entry } from '../../../domain/graph/corpus.ts';
import { ofEntry } from '../../../domain/graph/once.ts';
import { sectionOf, treeOf } from './text.ts';

/** The first sentence of a decision's outcome that says more than the number of an option; null without one. */
export const outcomeOf = ofEntry((entry: Entry): string | null => {
  const tree = treeOf(entry);
  const text = tree === null ? '' : openingOf(sectionOf(tree, 'Decision outcome'));
  const sentences = [...segmenter.segment(text)].map(({ segment }) => segment.trim());
  const said = sentences.find((sentence) => sentence !== '' && !NUMBER_ALONE.test(sentence));
  return said === undefined ? null : shortened(said);
});

/** The paragraphs at the head of a section; the outcome may stand after a list of what was weighed. */
const openingOf = (nodes: readonly MdastNode[]): string =>
  nodes
    .filter(({ type }) => type === 'paragraph')
    .slice(0, 2)
    .map((node) => textOf(node).trim())
    .join(' ');

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

const NUMBER_ALONE = /^(?:(?:chosen|proposed)\W*)?(?:option\s*)?\W*\w{1,3}\W*$/i;

/** More than this is not one line. */
const LONG = 260;

const shortened = (sentence: string): string =>
  sentence.length <= LONG ? sentence : `${sentence.slice(0, LONG).replace(/\s+\S*$/, '')} …`;

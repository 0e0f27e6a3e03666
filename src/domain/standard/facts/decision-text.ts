import type { MdastNode } from 'satteri';
import { attributesOf, childrenOf, isJsx } from '../../components/nodes.ts';
import type { Past } from '../witness.ts';
import { sectionsIn } from './sections.ts';

/** Sections in which an accepted decision may go on: how it is shown to hold, and what came after. */
const GOES_ON = /^(confirmation|more information)$/i;

/** The words of a decision by section, the title as the first; links, emphasis and line breaks do not count. */
export function decisionText({ data, tree }: Past): Map<string, string> {
  const sections = sectionsIn(tree)
    .filter(({ title }) => !GOES_ON.test(title))
    .map(({ title, nodes }) => [title, plain(nodes.flatMap(wordsBelow).join(' '))] as const);
  return new Map([['title', plain(String(data['title'] ?? ''))], ...sections]);
}

const plain = (words: string): string => words.replaceAll(/\s+/g, ' ').trim();

/** Words of a node and of the attributes of its components. */
function wordsBelow(node: MdastNode): string[] {
  if ('value' in node && typeof node.value === 'string') return [node.value];
  const own =
    node.type === 'image' ? [node.alt ?? ''] : isJsx(node) ? Object.values(attributesOf(node)) : [];
  const children = childrenOf(node).flatMap(wordsBelow);
  const isInline =
    node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell';
  return [...own, isInline ? children.join('') : children.join(' ')];
}

/** The first section of which the words differ, or null; corrected spelling is no difference. */
export function firstChange(
  then: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): string | null {
  for (const title of new Set([...then.keys(), ...now.keys()])) {
    if (!isSameButSpelling(then.get(title) ?? '', now.get(title) ?? '')) return title;
  }
  return null;
}

/** Whether two texts differ in the spelling of some words at most: the same number of words, each alike. */
function isSameButSpelling(then: string, now: string): boolean {
  if (then === now) return true;
  const [before, after] = [then.split(' '), now.split(' ')];
  return (
    before.length === after.length && before.every((word, at) => isAlike(word, after[at] ?? ''))
  );
}

/** A long word without digits that begins alike and has one letter more, less or wrong, or two exchanged. */
function isAlike(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < 5 || long.length - short.length > 1 || /\d/.test(one + other)) return false;
  let from = 0;
  while (from < short.length && short[from] === long[from]) from++;
  if (from < 2) return false;
  if (long.length > short.length) return short.slice(from) === long.slice(from + 1);
  const rest = short.slice(from + 1);
  const isExchanged = short[from] === long[from + 1] && short[from + 1] === long[from];
  return rest === long.slice(from + 1) || (isExchanged && rest.slice(1) === long.slice(from + 2));
}

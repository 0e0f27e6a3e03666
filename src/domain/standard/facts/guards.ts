import { toString as textOf } from 'mdast-util-to-string';
import type { MdastNode } from 'satteri';
import { attributesOf, childrenOf, isJsx } from '../../components/nodes.ts';
import { type CodePlace, stepOf } from './commands.ts';
import { isWritten } from './said.ts';
import { type BodySection, sectionNamed, wordsOf } from './sections.ts';

const CONDITION =
  /\b(precondition|unless|only (if|when|after)|make sure|(check|confirm|verify|compare|see) (first|that|whether|if)|do not .{0,60}\b(until|before)|before (you|this|it)|must (exist|be|show|have)|has to (exist|be|show|have))\b/i;

const NO_WAY_BACK =
  /\b(no way back|cannot be (un\w+|taken back|reversed|recovered|brought back)|can not be undone|irreversible|is gone for good|will not come back|never comes back)\b/i;

/** Blocks of the section that a reader has passed when they reach the code, from the section down to the step. */
export function blocksBefore({ section, path }: CodePlace): MdastNode[] {
  const passed: MdastNode[] = [];
  let level: readonly MdastNode[] = section.nodes;
  for (const node of path) {
    passed.push(...level.slice(0, level.indexOf(node)).flatMap(partsOf));
    level = childrenOf(node);
  }
  return passed;
}

/** A block and all blocks inside it. */
export const partsOf = (node: MdastNode): MdastNode[] => [
  node,
  ...childrenOf(node).flatMap((child) => (child.type === 'text' ? [] : partsOf(child))),
];

/** Whether a block warns: a danger or caution aside, or a paragraph that begins with the word. */
export const warns = (node: MdastNode): boolean =>
  isJsx(node)
    ? node.name === 'Aside' && /^(danger|caution)$/.test(attributesOf(node)['type'] ?? '')
    : (node.type === 'paragraph' || node.type === 'blockquote') &&
      /^\W*(danger|warning|caution|attention)\b/i.test(textOf(node));

/** Whether a block says what to make sure of before going on. */
export const guards = (node: MdastNode): boolean =>
  (isJsx(node) && node.name === 'Verify') ||
  (node.type === 'paragraph' && CONDITION.test(textOf(node)));

/** Whether a block is a `<Rollback>`. */
export const isRollback = (node: MdastNode): boolean => isJsx(node) && node.name === 'Rollback';

/** Whether the step of a command, or the section Rollback, says how to take it back or that nothing does. */
export function tellsWayBack(place: CodePlace, sections: readonly BodySection[]): boolean {
  const step = stepOf(place);
  const near = step === null ? place.section.nodes : [step.item];
  const parts = near.flatMap(partsOf);
  if (parts.some(isRollback)) return true;
  if (parts.some((node) => node.type === 'paragraph' && NO_WAY_BACK.test(textOf(node))))
    return true;
  const back = sectionNamed(sections, 'Rollback');
  if (back === null || !isWritten(wordsOf(back))) return false;
  return step === null || names(wordsOf(back), step.number);
}

/** Whether words speak of a step: by its number, within a range, or of all of them. */
function names(words: string, step: number): boolean {
  if (/\b(each|every|all|any|no|the only) steps?\b/i.test(words)) return true;
  for (const [, last] of words.matchAll(/\bup to (?:and with )?step (\d+)/gi))
    if (step <= Number(last)) return true;
  for (const [, list = ''] of words.matchAll(/\bsteps?\s+((?:\d+|,|and|or|to|[–-]|\s)+)/gi)) {
    const ranges = list.matchAll(/(\d+)\s*(?:to|[–-])\s*(\d+)/g);
    if ([...ranges].some(([, from, to]) => Number(from) <= step && step <= Number(to))) return true;
    if ([...list.matchAll(/\d+/g)].some(([number]) => Number(number) === step)) return true;
  }
  return false;
}

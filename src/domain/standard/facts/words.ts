import { toString as textOf } from 'mdast-util-to-string';
import type { MdastNode } from 'satteri';
import type { Section } from '../../body/outline.ts';

const PLACEHOLDER =
  /^[^\p{L}\p{N}]*(tb[adc]|todo|to be \w+|to write\b.*|none|n\/?a|unknown|somebody|someone|x{2,})?[^\p{L}\p{N}]*$/iu;

/** Whether a text only keeps a place: nothing, `TBD`, `to be named`, a line of the template. */
export const isPlaceholder = (text: string): boolean => PLACEHOLDER.test(text);

/** Whether a section says something. */
export const isWritten = ({ words, opening }: Section): boolean =>
  words > 0 && !isPlaceholder(opening);

/** The text of the section with a heading of depth 2; null where there is none. */
export function sectionText(tree: MdastNode | null, title: string): string | null {
  const nodes: readonly MdastNode[] =
    tree !== null && 'children' in tree ? (tree.children as MdastNode[]) : [];
  const start = nodes.findIndex(
    (node) =>
      node.type === 'heading' &&
      node.depth === 2 &&
      textOf(node).trim().toLowerCase() === title.toLowerCase(),
  );
  if (start < 0) return null;
  const rest = nodes.slice(start + 1);
  const end = rest.findIndex((node) => node.type === 'heading' && node.depth <= 2);
  return (end < 0 ? rest : rest.slice(0, end)).map((node) => textOf(node)).join('\n');
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Whether a text names a day, as `2027-01-30`, `30 January 2027` or `January 30, 2027`. */
export function namesDay(text: string, day: string): boolean {
  const [year = '', month = '', date = ''] = day.split('-');
  const name = MONTHS[Number(month) - 1] ?? month;
  const forms = [day, `\\b${Number(date)} ${name} ${year}`, `${name} ${Number(date)},? ${year}`];
  return new RegExp(forms.join('|'), 'i').test(text);
}

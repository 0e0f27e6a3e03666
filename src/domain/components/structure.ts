import { toString as textOf } from 'mdast-util-to-string';
import type { MdastNode } from 'satteri';
import type { Breach, ElementOf } from './define.ts';
import { isBlank } from './nodes.ts';

/** The breach of a component that holds nothing. */
export function* notEmpty({ name, children, line, column }: ElementOf): Generator<Breach> {
  if (children.every(isBlank)) yield { messageId: 'empty', line, column, args: { name } };
}

/** The breach of a component that holds anything but one fenced code block. */
export const onlyCode = (element: ElementOf, expected: string): Iterable<Breach> =>
  only('code', element, expected);

/** The breach of a component that holds anything but one list. */
export const onlyList = (element: ElementOf, expected: string): Iterable<Breach> =>
  only('list', element, expected);

function* only(
  type: 'code' | 'list',
  { name, children, line, column }: ElementOf,
  expected: string,
): Generator<Breach> {
  const others = children.filter((child) => child.type !== type);
  const count = children.length - others.length;
  if (count === 1 && others.length === 0) return;
  const what = others[0]
    ? `“${wordsOf(others[0])}”`
    : words[type][count === 0 ? 'none' : 'several'];
  yield { messageId: type, line, column, args: { name, what, expected } };
}

const words = {
  code: { none: 'no code block', several: 'several code blocks' },
  list: { none: 'no list', several: 'several lists' },
};

const wordsOf = (node: MdastNode): string => textOf(node).trim().slice(0, 40) || node.type;

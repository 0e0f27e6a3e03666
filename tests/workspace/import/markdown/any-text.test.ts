import type { Root } from 'mdast';
import { expect, test } from 'vitest';
import { readMarkdown } from '../../../../src/workspace/import/markdown/read-markdown.ts';
import type { Node } from '../../../../src/workspace/import/mdx/node.ts';
import { wroteAndRead } from './same-tree.ts';

/** Numbers that look random and are the same in each run. */
function dice(seed: number): (sides: number) => number {
  let state = seed * 2654435761 + 1;
  return (sides) => {
    state = (Math.imul(state ^ (state >>> 15), 1 | state) + 0x6d2b79f5) | 0;
    return ((state ^ (state >>> 13)) >>> 0) % sides;
  };
}

const NASTY = [
  '<',
  '>',
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  '*',
  '_',
  '~',
  '`',
  '\\',
  '|',
  '&',
  '#',
  '-',
  '+',
  '=',
  '!',
  ':',
  '.',
  '"',
  "'",
  '$',
  '^',
  '%',
  '@',
  '/',
  ';',
  ' ',
  ' ',
  ' ',
  '\n',
  'a',
  'B',
  '1',
  '2. ',
  '- ',
  '# ',
  '> ',
  '```',
  '~~~',
  '---',
  '===',
  '|-|',
  '&amp;',
  '&#60;',
  'http://a.b',
  'www.c.de',
  'e@f.gh',
  '<b>',
  '</b>',
  '<br>',
  '<x y="1">',
  '<!-- c -->',
  'import ',
  'export ',
  '{x}',
  '$y}',
  '[z](q)',
  '![i](j)',
  '[^1]',
  '[ ] ',
  '\u00a0',
  '\u200b',
  'é',
  '漢',
  '🙂',
  ':::',
  '==',
];

const anyOf = (roll: (sides: number) => number, most: number): string =>
  Array.from({ length: 1 + roll(most) }, () => NASTY[roll(NASTY.length)]).join('');

const ROUNDS = 400;

test('any text of any node is read back as it is', () => {
  for (let seed = 1; seed <= 120; seed++) {
    const roll = dice(seed);
    const tree = { type: 'root', children: blocks(roll, 0) } as unknown as Root;
    const { wrote, read, text, problems } = wroteAndRead(tree);
    expect(problems, `seed ${seed}: ${text}`).toEqual([]);
    expect(read, `seed ${seed}: ${text}`).toEqual(wrote);
  }
});

test('any Markdown, however broken, becomes a body that is read back as it is', () => {
  for (let seed = 1; seed <= ROUNDS; seed++) {
    const source = anyOf(dice(seed), 60);
    const { tree } = readMarkdown(source, { path: 'any.md', dialect: 'markdown' });
    const { wrote, read, text, problems } = wroteAndRead(tree);
    expect(problems, `seed ${seed}: ${JSON.stringify(source)}\n${text}`).toEqual([]);
    expect(read, `seed ${seed}: ${JSON.stringify(source)}\n${text}`).toEqual(wrote);
  }
});

type Roll = (sides: number) => number;

function blocks(roll: Roll, level: number): Node[] {
  return Array.from({ length: 1 + roll(3) }, () => block(roll, level));
}

function block(roll: Roll, level: number): Node {
  switch (roll(level > 2 ? 4 : 9)) {
    case 0:
      return { type: 'heading', depth: 1 + roll(6), children: line(roll, 0) };
    case 1:
      return { type: 'code', lang: roll(2) ? 'sh' : null, meta: null, value: anyOf(roll, 20) };
    case 2:
    case 3:
      return { type: 'paragraph', children: line(roll, 0) };
    case 4:
      return { type: 'blockquote', children: blocks(roll, level + 1) };
    case 5:
      return {
        type: 'list',
        ordered: roll(2) === 1,
        start: roll(20),
        spread: false,
        children: Array.from({ length: 1 + roll(3) }, () => ({
          type: 'listItem',
          spread: false,
          checked: null,
          children: blocks(roll, level + 1),
        })),
      };
    case 6:
      return {
        type: 'table',
        align: [null, 'right'],
        children: Array.from({ length: 2 + roll(2) }, () => ({
          type: 'tableRow',
          children: [0, 1].map(() => ({ type: 'tableCell', children: line(roll, 0) })),
        })),
      };
    case 7:
      return {
        type: 'mdxJsxFlowElement',
        name: 'Aside',
        attributes: [
          { type: 'mdxJsxAttribute', name: 'type', value: 'tip' },
          {
            type: 'mdxJsxAttribute',
            name: 'title',
            value: `T ${anyOf(roll, 5)} T`.replaceAll(/\s+/g, ' '),
          },
        ],
        children: blocks(roll, level + 1),
      };
    default:
      return {
        type: 'mdxJsxFlowElement',
        name: 'details',
        attributes: [],
        children: [
          { type: 'mdxJsxFlowElement', name: 'summary', attributes: [], children: line(roll, 0) },
          ...blocks(roll, level + 1),
        ],
      };
  }
}

function line(roll: Roll, level: number): Node[] {
  return Array.from({ length: 1 + roll(3) }, () => span(roll, level));
}

function span(roll: Roll, level: number): Node {
  const value = anyOf(roll, 8);
  switch (roll(level > 1 ? 3 : 8)) {
    case 0:
    case 1:
      return { type: 'text', value };
    case 2:
      return { type: 'inlineCode', value: `c${value}c`.replaceAll('\n', ' ') };
    case 3:
      return { type: 'emphasis', children: line(roll, level + 1) };
    case 4:
      return { type: 'strong', children: line(roll, level + 1) };
    case 5:
      return { type: 'link', url: 'docs/a_b.md#c', title: null, children: line(roll, level + 1) };
    case 6:
      return {
        type: 'image',
        url: 'i.png',
        title: null,
        alt: value.replaceAll(/\s+/g, ' ').trim(),
      };
    default:
      return {
        type: 'mdxJsxTextElement',
        name: 'sub',
        attributes: [],
        children: line(roll, level + 1),
      };
  }
}

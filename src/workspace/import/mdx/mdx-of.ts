import type { Root } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { type Options, type State, toMarkdown } from 'mdast-util-to-markdown';
import { escaped } from './escape.ts';
import { fitTree } from './fit-tree.ts';
import { attributeOf, childrenOf, isPhrasing, type Node } from './node.ts';

/**
 * A tree of the contract as the body of a document: text that the handbook's parser reads back to the same
 * tree, whatever stands in it. Anchors are not written; who links to them has been told where they led.
 */
export function mdxOf(tree: Root): string {
  return toMarkdown(fitTree(tree) as Parameters<typeof toMarkdown>[0], options);
}

const options: Options = {
  bullet: '-',
  fences: true,
  rule: '-',
  listItemIndent: 'one',
  resourceLink: true,
  incrementListMarker: true,
  extensions: [gfmToMarkdown({ tablePipeAlign: false })],
  handlers: {
    anchor: () => '',
    text: textOf,
    mdxJsxFlowElement: flowElement,
    mdxJsxTextElement: textElement,
  } as unknown as NonNullable<Options['handlers']>,
  unsafe: [
    { character: '{', inConstruct: ['phrasing', 'label', 'tableCell'] },
    { character: '<', inConstruct: ['phrasing', 'label', 'tableCell'] },
  ],
};

/** A component on lines of its own, with empty lines inside, as the handbook writes them. */
function flowElement(node: Node, _parent: unknown, state: State, info: Info): string {
  const name = node.name ?? '';
  const tag = `<${name}${attributesOf(node)}`;
  if (childrenOf(node).length === 0) return `${tag} />`;
  const exit = state.enter('mdxJsxFlowElement' as never);
  const isLine = childrenOf(node).every(isPhrasing);
  const content = isLine
    ? lineOf(node, state, info)
    : `\n\n${state.containerFlow(node as never, info)}\n\n`;
  exit();
  return `${tag}>${content}</${name}>`;
}

function textElement(node: Node, _parent: unknown, state: State, info: Info): string {
  const tag = `<${node.name}${attributesOf(node)}`;
  if (childrenOf(node).length === 0) return `${tag} />`;
  const exit = state.enter('mdxJsxTextElement' as never);
  const content = state.containerPhrasing(node as never, { ...info, before: '>', after: '<' });
  exit();
  return `${tag}>${content}</${node.name}>`;
}

textElement.peek = () => '<';

function lineOf(node: Node, state: State, info: Info): string {
  const exit = state.enter('phrasing');
  const content = state.containerPhrasing(node as never, { ...info, before: '>', after: '<' });
  exit();
  return content;
}

type Info = Parameters<State['containerPhrasing']>[1];

/** Text with what would mean something escaped; the library's own is slow and knows no MDX. */
function textOf(node: Node, parent: Node | undefined, state: State, info: Info): string {
  const stack = state.stack as readonly string[];
  return escaped(node.value ?? '', {
    before: info.before,
    after: info.after,
    inLabel: stack.includes('label'),
    inCell: stack.includes('tableCell'),
    inHeading: stack.includes('headingAtx'),
    begins: parent?.type === 'paragraph' && childrenOf(parent)[0] === node,
  });
}

const attributesOf = (node: Node): string =>
  (node.attributes ?? [])
    .map(({ name }) => ` ${name}="${quoted(attributeOf(node, name))}"`)
    .join('');

/** A value between double quotes: on one line, with what ends it or begins something as a reference. */
const quoted = (value: string): string =>
  value
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/[&"<>{}\\]/g, (character) => `&#${character.charCodeAt(0)};`);

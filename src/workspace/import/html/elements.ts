import type { Element, ElementContent } from 'hast';
import type { State } from 'hast-util-to-mdast';
import { append } from '../../../domain/import/lists.ts';
import { linkAround } from '../mdx/bare-links.ts';
import { flow, inline, type Node, paragraph, strong } from '../mdx/node.ts';
import { codeOf, languageOf, textOf } from './code.ts';
import { listElement, type Noting } from './listing.ts';
import { mediaHandlers } from './media.ts';
import { tableOf } from './tables.ts';
import { vocabularyHandlers } from './vocabulary.ts';

export type Handler = (state: State, element: Element) => Node | Node[] | undefined;

const property = (element: Element, name: string): string => {
  const value = element.properties?.[name];
  return Array.isArray(value)
    ? value.join(' ')
    : value == null || value === false
      ? ''
      : String(value);
};

const linesIn = (state: State, element: Element): Node[] => state.all(element) as unknown as Node[];

const blocksIn = (state: State, element: Element): Node[] =>
  state.toFlow(state.all(element)) as unknown as Node[];

/** How each element of HTML becomes what a document can hold; the rest is as the library has it. */
export function elementHandlers(noting: Noting): Record<string, Handler> {
  const handlers: Record<string, Handler> = {
    ...lines,
    ...blocks,
    ...mediaHandlers(noting),
    ...vocabularyHandlers(noting),
    pre: (_state, element) => codeBlock(element, noting),
    listing: (_state, element) => codeBlock(element, noting),
    xmp: (_state, element) => codeBlock(element, noting),
    table: (state, element) => tableOf(state, element),
    tr: (state, element) => blocksIn(state, element),
    td: (state, element) => blocksIn(state, element),
    th: (state, element) => blocksIn(state, element),
    font: styled(noting, 'font'),
    center: styled(noting, 'centred text'),
  };
  return Object.fromEntries(
    Object.entries(handlers).map(([name, handler]) => [name, withAnchor(handler, noting)]),
  );
}

/** An element with an id is a place that links can lead to. */
const withAnchor =
  (handler: Handler, _noting: Noting): Handler =>
  (state, element) => {
    const made = handler(state, element);
    const id =
      property(element, 'id') || (element.tagName === 'a' ? property(element, 'name') : '');
    if (id === '') return made;
    const nodes = made === undefined ? [] : Array.isArray(made) ? made : [made];
    const [first] = nodes;
    if (first?.type === 'heading') {
      first.data = { ...first.data, ids: [...((first.data?.['ids'] as string[]) ?? []), id] };
      return nodes;
    }
    return [{ type: 'anchor', id, data: { hName: 'span' } }, ...nodes];
  };

const children: Handler = linesIn;

const named =
  (name: string): Handler =>
  (state, element) => {
    const nodes = linesIn(state, element);
    return nodes.length === 0 ? [] : inline(name, nodes);
  };

const like =
  (type: string): Handler =>
  (state, element) => ({ type, children: linesIn(state, element) });

/** Code in a line; around a link or an image it is no code. */
const code: Handler = (state, element) => {
  if (element.children.every((child) => child.type === 'text')) {
    const value = textOf(element).replaceAll(/\s*\n\s*/g, ' ');
    return value === '' ? [] : { type: 'inlineCode', value };
  }
  return linesIn(state, element).map(asCode);
};

const asCode = (node: Node): Node => {
  if (node.type === 'text') return { type: 'inlineCode', value: node.value ?? '' };
  return node.children ? { ...node, children: node.children.map(asCode) } : node;
};

const lines: Record<string, Handler> = {
  ...Object.fromEntries(['kbd', 'mark', 'sub', 'sup'].map((name) => [name, named(name)])),
  ...Object.fromEntries(['b', 'strong', 'label'].map((name) => [name, like('strong')])),
  ...Object.fromEntries(
    ['i', 'em', 'u', 'ins', 'cite', 'dfn', 'var'].map((name) => [name, like('emphasis')]),
  ),
  ...Object.fromEntries(['s', 'strike', 'del'].map((name) => [name, like('delete')])),
  ...Object.fromEntries(['code', 'tt', 'samp'].map((name) => [name, code])),
  label: children,
  abbr: (state, element) => {
    const nodes = linesIn(state, element);
    return nodes.length === 0 ? [] : inline('abbr', nodes, { title: property(element, 'title') });
  },
  span: children,
  a(state, element) {
    const url = property(element, 'href');
    const nodes = linesIn(state, element);
    if (url === '') return nodes;
    return linkAround({ type: 'link', url, title: property(element, 'title') || null }, nodes);
  },
};

const heading =
  (depth: number): Handler =>
  (state, element) => ({ type: 'heading', depth, children: linesIn(state, element) });

const block: Handler = blocksIn;

const blocks: Record<string, Handler> = {
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((depth) => [`h${depth}`, heading(depth)])),
  ...Object.fromEntries(
    [
      'div',
      'section',
      'article',
      'header',
      'footer',
      'main',
      'nav',
      'aside',
      'figure',
      'address',
      'fieldset',
      'form',
      'hgroup',
      'dialog',
      'menu',
      'body',
      'html',
      'head',
      'noscript',
      'template',
      'li',
      'dd',
    ].map((name) => [name, block]),
  ),
  p: (state, element) => ({ type: 'paragraph', children: linesIn(state, element) }),
  figcaption: (state, element) =>
    paragraph([{ type: 'emphasis', children: linesIn(state, element) }]),
  legend: (state, element) => paragraph([strong(linesIn(state, element))]),
  caption: (state, element) => paragraph([strong(linesIn(state, element))]),
  title: (state, element) => paragraph([strong(linesIn(state, element))]),
  dt: (state, element) => paragraph([strong(linesIn(state, element))]),
  dl: (state, element) => definitions(state, element),
  details: (state, element) => flow('details', {}, blocksIn(state, element)),
  summary: (state, element) => flow('summary', {}, linesIn(state, element)),
};
// The library reads check boxes at the head of an item.
delete blocks['li'];

/** A list of definitions: each item the term in bold and below it what it means. */
function definitions(state: State, element: Element): Node {
  const items: Node[][] = [];
  const walk = (nodes: readonly ElementContent[]) => {
    for (const child of nodes) {
      if (child.type === 'element' && child.tagName === 'div') walk(child.children);
      else if (child.type === 'element' && child.tagName === 'dt')
        items.push(blocksOf(state, child));
      else {
        if (items.length === 0) items.push([]);
        append(items.at(-1) ?? [], blocksOf(state, child));
      }
    }
  };
  walk(element.children);
  const filled = items.filter((item) => item.length > 0);
  return {
    type: 'list',
    ordered: false,
    spread: true,
    children: filled.map((item) => ({
      type: 'listItem',
      spread: true,
      checked: null,
      children: item,
    })),
  };
}

function blocksOf(state: State, node: ElementContent): Node[] {
  const made = state.one(node, undefined) as unknown as Node | Node[] | undefined;
  const nodes = made === undefined ? [] : Array.isArray(made) ? made : [made];
  return state.toFlow(nodes as never) as unknown as Node[];
}

function codeBlock(element: Element, noting: Noting): Node {
  return { type: 'code', lang: languageOf(element), meta: null, value: codeOf(element, noting) };
}

const styled =
  (noting: Noting, kind: string): Handler =>
  (state, element) => {
    listElement(noting, element, kind, 'Its words are kept, without their look.', 'tag');
    return element.tagName === 'center' ? blocksIn(state, element) : linesIn(state, element);
  };

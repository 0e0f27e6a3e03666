import type { Element } from 'hast';
import type { State } from 'hast-util-to-mdast';
import { type Node, text } from '../mdx/node.ts';
import { textOf } from './code.ts';
import { listElement, type Noting } from './listing.ts';

type Handler = (state: State, element: Element) => Node | Node[] | undefined;

const property = (element: Element, name: string): string =>
  String(element.properties?.[name] ?? '');

/** Elements that load, run or ask for something: their words stay, and they are listed. */
export function mediaHandlers(noting: Noting): Record<string, Handler> {
  const drop =
    (kind: string): Handler =>
    (_state, element) => {
      listElement(noting, element, kind, `Left out: a document holds no ${kind}.`);
      return [];
    };
  const words =
    (kind: string): Handler =>
    (state, element) => {
      listElement(noting, element, kind, 'Its words are kept.', 'tag');
      return apart(state.all(element) as unknown as Node[]);
    };
  return {
    area: (_state, element) => area(element),
    script: drop('script'),
    style: drop('style'),
    link: drop('link to a style'),
    meta: drop('meta element'),
    base: drop('base address'),
    svg: (_state, element) => drawing(element, noting),
    math: (_state, element) => drawing(element, noting),
    video: (state, element) => linked(state, element, noting),
    audio: (state, element) => linked(state, element, noting),
    iframe: (state, element) => linked(state, element, noting),
    embed: (state, element) => linked(state, element, noting),
    object: (state, element) => linked(state, element, noting),
    input: (_state, element) => input(element, noting),
    button: words('button'),
    select: words('choice'),
    option: (state, element) => [...(state.all(element) as unknown as Node[]), text(' ')],
    optgroup: (state, element) => state.all(element) as unknown as Node[],
    textarea: (_state, element) => {
      listElement(noting, element, 'input field', 'Its words are kept.', 'tag');
      return apart(wordsOf(textOf(element)));
    },
    marquee: words('moving text'),
    blink: words('moving text'),
    img: (_state, element) => ({
      type: 'image',
      url: property(element, 'src'),
      title: property(element, 'title') || null,
      alt: property(element, 'alt'),
    }),
    rp: () => [],
    rt: (state, element) => [text(' ('), ...(state.all(element) as unknown as Node[]), text(')')],
  };
}

/** A place of a picture that leads somewhere: its words as a link. */
function area(element: Element): Node[] {
  const url = property(element, 'href');
  const name = property(element, 'alt') || property(element, 'title') || url;
  if (url === '') return wordsOf(name);
  return apart([{ type: 'link', url, title: null, children: [text(name)] }]);
}

/** Controls stand beside each other without a space between them. */
const apart = (nodes: Node[]): Node[] =>
  nodes.length === 0 ? [] : [text(' '), ...nodes, text(' ')];

const wordsOf = (value: string): Node[] => (value.trim() === '' ? [] : [text(value.trim())]);

/** A drawing inside the page: its words, in the order in which they stand. */
function drawing(element: Element, noting: Noting): Node[] {
  listElement(
    noting,
    element,
    element.tagName === 'svg' ? 'drawing' : 'formula',
    'Its words are kept, the drawing is not.',
  );
  return wordsOf(textOf(element).replaceAll(/\s+/g, ' '));
}

/** A film, a sound or a page inside the page: a link to it. */
function linked(state: State, element: Element, noting: Noting): Node[] {
  const url = addressOf(element);
  const content = (state.all(element) as unknown as Node[]).filter((node) => node.type !== 'image');
  listElement(
    noting,
    element,
    element.tagName,
    url === '' ? 'Its words are kept.' : 'A link to it stands in its place.',
    'tag',
  );
  if (url === '') return content;
  const name = property(element, 'title') || property(element, 'ariaLabel') || url;
  const link: Node = { type: 'link', url, title: null, children: [text(name)] };
  return content.length === 0 ? [link] : [link, text(' '), ...content];
}

function addressOf(element: Element): string {
  const own = property(element, 'src') || property(element, 'data');
  if (own !== '') return own;
  const source = element.children.find(
    (child): child is Element => child.type === 'element' && child.tagName === 'source',
  );
  return source ? property(source, 'src') : '';
}

/** A field to fill in; a check box is its mark, as in a list of tasks. */
function input(element: Element, noting: Noting): Node[] {
  const type = property(element, 'type').toLowerCase();
  if (type === 'checkbox' || type === 'radio')
    return [text(element.properties['checked'] ? '[x]' : '[ ]')];
  listElement(noting, element, 'input field', 'Its words are kept.', 'tag');
  return apart(wordsOf(property(element, 'value') || property(element, 'placeholder')));
}

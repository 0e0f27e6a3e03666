import type { Element } from 'hast';
import type { State } from 'hast-util-to-mdast';
import { flow, type Node, text } from '../mdx/node.ts';
import { codeOf } from './code.ts';
import type { Noting } from './listing.ts';

type Handler = (state: State, element: Element) => Node | Node[] | undefined;

const property = (element: Element, name: string): string =>
  String(element.properties?.[name] ?? '');

const blocksIn = (state: State, element: Element): Node[] =>
  state.toFlow(state.all(element)) as unknown as Node[];

const ASIDES: ReadonlySet<string> = new Set(['note', 'tip', 'caution', 'danger']);

/** The elements into which the dialects' own constructs are translated before a text is read. */
export function vocabularyHandlers(noting: Noting): Record<string, Handler> {
  return {
    'x-aside': (state, element) => {
      const type = property(element, 'type');
      const title = property(element, 'title') || undefined;
      return flow(
        'Aside',
        { type: ASIDES.has(type) ? type : 'note', title },
        blocksIn(state, element),
      );
    },
    'x-tabs': (state, element) => flow('Tabs', {}, blocksIn(state, element)),
    'x-tab': (state, element) =>
      flow('Tab', { label: property(element, 'label') }, blocksIn(state, element)),
    'x-steps': (state, element) => flow('Steps', {}, blocksIn(state, element)),
    'x-filetree': (state, element) => flow('FileTree', {}, blocksIn(state, element)),
    'x-link': (state, element) => {
      const children = state.all(element) as unknown as Node[];
      const to = property(element, 'to');
      return {
        type: 'link',
        url: lookup(to),
        title: null,
        children: children.length > 0 ? children : [text(to)],
      };
    },
    'x-image': (_state, element) => ({
      type: 'image',
      url: lookup(property(element, 'to')),
      title: property(element, 'title') || null,
      alt: property(element, 'alt'),
    }),
    'x-listed': (_state, element) => listedSource(element, noting),
  };
}

/** The address of what is called by its name. */
const lookup = (name: string): string => `lookup:${encodeURIComponent(name)}`;

/** Source without a counterpart: shown as code, and listed. */
function listedSource(element: Element, noting: Noting): Node[] {
  const value = codeOf(element, noting);
  noting.listed.push({
    line: element.position?.start.line ?? null,
    kind: property(element, 'kind') || 'markup',
    text: value,
    became: property(element, 'became') || 'Shown as code.',
  });
  if (value.trim() === '') return [];
  if (!value.includes('\n')) return [{ type: 'inlineCode', value }];
  return [{ type: 'code', lang: null, meta: null, value: value.replace(/^\n/, '') }];
}

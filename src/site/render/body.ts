import { toHtml } from 'hast-util-to-html';
import { type HastNode, mdxToHast } from 'satteri';
import { asRead } from '../../domain/body/address.ts';
import { isSmallPicture } from '../../domain/body/data-image.ts';
import type { Outline } from '../../domain/body/outline.ts';
import { targetOf } from '../../domain/body/target.ts';
import { htmlElements } from '../../domain/components/catalogue.ts';
import { features } from '../../workspace/mdx.ts';
import { partsOf } from '../telephone.ts';
import { codeFigure } from './code.ts';
import { renderers } from './components/registry.ts';
import { type ElementNode, type HtmlNode, h, textOf } from './hast.ts';
import { withLeads } from './leads.ts';
import { withTicks } from './ticks.ts';

/** What a body needs to know of the handbook around it. */
export interface BodyContext {
  readonly path: string;
  readonly outline: Outline;
  /** Address on the site of a file of the content folder, or null when it is not published. */
  readonly addressOfFile: (path: string) => string | null;
  /** Whether the handbook has a page at an address; absent where that cannot be told. */
  readonly hasPage?: (address: string) => boolean;
  /** Width and height of an image file, in pixels. */
  readonly sizeOf: (path: string) => { width: number; height: number } | null;
  /** Whether its steps can be ticked off, as those of a runbook. */
  readonly ticks?: boolean;
  /** Begins every id that is made; bodies that share a page need one each. */
  readonly prefix?: string;
  /** Makes links of the terms that the text uses; absent where it is shown as it stands. */
  readonly explain?: (tree: HastNode) => HastNode;
}

/**
 * The body of a document as HTML. The document stays data: its tree is turned into elements and its
 * components into plain functions' output; nothing of it is compiled or run.
 */
export async function renderBody(source: string, context: BodyContext): Promise<string> {
  const parsed = mdxToHast(source, { features });
  const tree = context.explain?.(parsed) ?? parsed;
  const slugs = context.outline.headings.map(({ slug }) => slug).values();
  let ids = 0;
  const unique = () => `_${context.prefix ?? 'body'}-${++ids}`;
  const children = await renderAll(childrenOf(tree), { ...context, slugs, unique });
  const shown = context.ticks ? withLeads(withTicks(children)) : children;
  return toHtml({ type: 'root', children: shown as never[] });
}

interface State extends BodyContext {
  /** Anchors of the headings still to come, in order: the ones that links were checked against. */
  readonly slugs: Iterator<string>;
  readonly unique: () => string;
}

async function renderAll(nodes: readonly HastNode[], state: State): Promise<HtmlNode[]> {
  const out: HtmlNode[] = [];
  for (const node of nodes) {
    if (node.type === 'text') {
      out.push(...words(node.value));
      continue;
    }
    const made = await render(node, state);
    if (made !== null) out.push(made);
  }
  return out;
}

/** Words; a telephone number stays in one line. */
const words = (value: string): HtmlNode[] =>
  partsOf(value).map(({ text, number }) =>
    number ? h('span', { className: ['tel'] }, [text]) : { type: 'text', value: text },
  );

async function render(node: HastNode, state: State): Promise<HtmlNode | null> {
  switch (node.type) {
    case 'element':
      return renderElement(node.tagName, node.properties as ElementNode['properties'], node, state);
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return renderComponent(node, state);
    default:
      // Raw HTML, expressions and imports: refused by the check, and never shown.
      return null;
  }
}

type Jsx = Extract<HastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

async function renderComponent(node: Jsx, state: State): Promise<HtmlNode | null> {
  const name = node.name ?? '';
  const children = await renderAll(childrenOf(node), state);
  const attributes: Record<string, string> = {};
  for (const attribute of node.attributes) {
    if (attribute.type === 'mdxJsxAttribute' && typeof attribute.value !== 'object') {
      attributes[attribute.name] = attribute.value ?? '';
    }
  }
  const renderer = Object.hasOwn(renderers, name) ? renderers[name] : undefined;
  if (renderer) return renderer(attributes, children, state.unique);
  if (!htmlElements.has(name)) return null;
  return h(name, attributes['title'] ? { title: attributes['title'] } : {}, children);
}

async function renderElement(
  tagName: string,
  properties: ElementNode['properties'],
  node: HastNode,
  state: State,
): Promise<HtmlNode | null> {
  if (!MADE_BY_MARKDOWN.has(tagName)) return null;
  if (tagName === 'pre') return codeBlock(childrenOf(node)[0]);
  const heading = /^h[1-6]$/.test(tagName);
  const id = heading && !properties['id'] ? state.slugs.next().value : undefined;
  const children = await renderAll(childrenOf(node), state);
  if (tagName === 'a')
    return h('a', { ...properties, ...link(String(properties['href'] ?? ''), state) }, children);
  if (tagName === 'img') return picture(properties, state);
  if (tagName === 'table')
    return h(
      'div',
      { className: ['table-scroll'], tabIndex: 0, role: 'group', ariaLabel: 'Table' },
      [h('table', properties, children)],
    );
  if (id === undefined) return h(tagName, properties, children);
  const anchor = h(
    'a',
    {
      className: ['anchor'],
      href: `#${id}`,
      ariaLabel: `Link to the section ${children.map(textOf).join('')}`,
    },
    ['#'],
  );
  return h('div', { className: ['heading'] }, [
    h(tagName, { ...properties, id }, children),
    anchor,
  ]);
}

/** The elements that Markdown and GFM make. */
const MADE_BY_MARKDOWN: ReadonlySet<string> = new Set(
  `a blockquote br code del em h1 h2 h3 h4 h5 h6 hr img input li ol p pre section strong sup table tbody td
  th thead tr ul`.split(/\s+/),
);

async function codeBlock(code: HastNode | undefined): Promise<HtmlNode | null> {
  if (code?.type !== 'element') return null;
  const classes = code.properties['className'];
  const language = Array.isArray(classes) ? String(classes[0] ?? '').replace(/^language-/, '') : '';
  const text = childrenOf(code)
    .map((child) => (child.type === 'text' ? child.value : ''))
    .join('')
    .replace(/\n$/, '');
  const meta = String((code.data as { meta?: unknown } | undefined)?.meta ?? '');
  const title = /\btitle="([^"]*)"/.exec(meta)?.[1];
  return codeFigure({ text, language, where: title ?? null });
}

function link(href: string, { path, addressOfFile, hasPage }: State): ElementNode['properties'] {
  const target = targetOf(href, path);
  switch (target.kind) {
    case 'file': {
      const address = addressOfFile(target.path);
      return {
        href: address === null ? null : address + (target.fragment ? `#${target.fragment}` : ''),
      };
    }
    case 'page':
      if (hasPage?.(target.address) === false) return { href: null };
      return { href: target.address + (target.fragment ? `#${target.fragment}` : '') };
    case 'anchor':
      return { href: `#${target.fragment}` };
    case 'external':
      return { href: asRead(href), rel: ['noopener', 'noreferrer'] };
    default:
      return { href: null };
  }
}

/** A picture; of one that is not there its words. */
function picture(properties: ElementNode['properties'], state: State): HtmlNode {
  const made = { ...properties, ...image(String(properties['src'] ?? ''), state) };
  if (made['src'] !== null) return h('img', made);
  return h('em', {}, [`Picture that is not here: ${properties['alt'] || 'without a description'}`]);
}

function image(src: string, { path, addressOfFile, sizeOf }: State): ElementNode['properties'] {
  if (isSmallPicture(src)) return { src, decoding: 'async' };
  const target = targetOf(src, path);
  if (target.kind !== 'file') return { src: null };
  return {
    src: addressOfFile(target.path),
    loading: 'lazy',
    decoding: 'async',
    ...sizeOf(target.path),
  };
}

const childrenOf = (node: HastNode): readonly HastNode[] =>
  'children' in node ? (node.children as HastNode[]) : [];

import type { Root as HastRoot, RootContent } from 'hast';
import { raw } from 'hast-util-raw';
import { VFile } from 'vfile';
import { append } from '../../../domain/import/lists.ts';
import type { Listed } from '../../../domain/import/model.ts';
import { nodesOfHast } from '../html/tree-of-hast.ts';
import type { Node } from '../mdx/node.ts';

/** The tree with its HTML as nodes; Markdown between two tags stands in the element that they make. */
export function withoutHtml(node: Node, source: string, listed: Listed[]): Node {
  const { children } = node;
  if (!children) return node;
  const inner = children.map((child) => withoutHtml(child, source, listed));
  if (!inner.some(({ type }) => type === 'html')) return { ...node, children: inner };
  const isLine = LINES.has(node.type);
  const nodes: Node[] = [];
  for (let at = 0; at < inner.length; at += SLICE)
    append(nodes, convert(inner.slice(at, at + SLICE), isLine, source, listed));
  return { ...node, children: nodes };
}

/** How many nodes are converted together: the time grows with their square. */
const SLICE = 2000;

function convert(
  inner: readonly Node[],
  isLine: boolean,
  source: string,
  listed: Listed[],
): Node[] {
  if (tooDeep(inner)) return withoutTags(inner, listed);
  const kept: Node[] = [];
  const hast: HastRoot = { type: 'root', children: [] };
  const add = (child: unknown) => hast.children.push(child as RootContent);
  const keep = (child: Node) =>
    add({ type: 'kept', index: kept.push(child) - 1, position: child.position });
  if (isLine) keep(EDGE);
  for (const child of isLine ? withoutMarkdown(inner, source) : inner) {
    if (child.type === 'html')
      add({ type: 'raw', value: closed(child.value ?? ''), position: child.position });
    else if (child.type === 'text')
      add({ type: 'text', value: child.value, position: child.position });
    else keep(child);
  }
  if (isLine) keep(EDGE);
  const parsed = raw(hast, { passThrough: ['kept'], file: new VFile(source) }) as HastRoot;
  const nodes = nodesOfHast(parsed, { listed, kept, source, whole: !isLine });
  return nodes.filter((one) => one !== EDGE);
}

/** Elements in each other beyond which nobody wrote them; the library's stack ends at some thousands. */
const MAX_OPEN = 200;

function tooDeep(nodes: readonly Node[]): boolean {
  let open = 0;
  for (const { type, value = '' } of nodes) {
    if (type !== 'html') continue;
    for (const tag of value.match(/<\/?[A-Za-z][\w-]{0,20}/g) ?? []) {
      if (tag.startsWith('</')) open = Math.max(0, open - 1);
      else if (!VOID.test(tag)) open += 1;
      if (open > MAX_OPEN) return true;
    }
  }
  return false;
}

const VOID = /^<(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i;

/** HTML that nobody can read as such: its words without their tags. */
function withoutTags(nodes: readonly Node[], listed: Listed[]): Node[] {
  return nodes.map((node) => {
    if (node.type !== 'html') return node;
    const words = (node.value ?? '').replaceAll(/<[^<>]{0,2000}>/g, ' ');
    listed.push({
      line: node.position?.start.line ?? null,
      kind: 'HTML',
      text: node.value ?? '',
      became: 'Its words are kept without their elements, which are nested too deep.',
    });
    return { type: 'text', value: words };
  });
}

const LINES: ReadonlySet<string> = new Set([
  'delete',
  'emphasis',
  'heading',
  'link',
  'paragraph',
  'strong',
  'tableCell',
]);

/** Stands at both ends of a line, so that the space there is not taken for that around a block. */
const EDGE: Node = { type: 'text', value: '' };

/** Elements whose content is no HTML: one that is not closed would swallow what follows. */
const SWALLOWS =
  /<(script|style|iframe|textarea|title|xmp|noembed|noframes|noscript)\b[^>]{0,5000}>/gi;

/** What stands in a line between the tags of a script or frame is no Markdown: it is part of the element. */
function withoutMarkdown(nodes: readonly Node[], source: string): readonly Node[] {
  const out: Node[] = [];
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index] as Node;
    const name =
      node.type === 'html' ? OPENS.exec(node.value ?? '')?.[1]?.toLowerCase() : undefined;
    const length = name === undefined ? -1 : nodes.slice(index + 1).findIndex(closes(name));
    const last = nodes[index + 1 + length];
    const [from, to] = [node.position?.start.offset, last?.position?.end.offset];
    if (length < 0 || !node.position || !last?.position || from === undefined || to === undefined) {
      out.push(node);
      continue;
    }
    const position = { start: node.position.start, end: last.position.end };
    out.push({ ...node, value: source.slice(from, to), position });
    index += 1 + length;
  }
  return out;
}

const OPENS = /^<(script|style|iframe|textarea|title|xmp|noembed|noframes)\b[^>]{0,5000}>$/i;

const closes =
  (name: string) =>
  ({ type, value = '' }: Node): boolean =>
    type === 'html' && value.toLowerCase().startsWith(`</${name}`);

/** Of what loads or runs, the opening tag says all there is. */
const LOADS: ReadonlySet<string> = new Set(['script', 'style', 'iframe']);

function closed(html: string): string {
  if (!html.includes('<')) return html;
  return html.replaceAll(SWALLOWS, (tag, name: string, offset: number) => {
    const end = html.toLowerCase().indexOf(`</${name.toLowerCase()}`, offset);
    if (end >= 0) return tag;
    return LOADS.has(name.toLowerCase()) ? `${tag}</${name}>` : '<span>';
  });
}

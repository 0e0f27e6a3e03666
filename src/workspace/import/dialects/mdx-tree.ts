import type { Root as HastRoot } from 'hast';
import type { Listed } from '../../../domain/import/model.ts';
import { nodesOfHast } from '../html/tree-of-hast.ts';
import { isElement, type Node } from '../mdx/node.ts';
import { noteOf } from './kinds.ts';
import { attributesOf } from './mdx-attributes.ts';
import { type Known, knownElement } from './mdx-elements.ts';
import { labelsIn, literalOf } from './mdx-values.ts';

export interface JsxContext {
  readonly source: string;
  /** Files by the name that the text imports them under. */
  readonly imports: ReadonlyMap<string, string>;
  readonly listed: Listed[];
}

/** The tree with its components as those of the handbook or as what they hold, and its expressions as code. */
export function withoutJsx(node: Node, context: JsxContext): Node {
  if (!node.children) return node;
  if (!node.children.some(isForeign))
    return { ...node, children: node.children.map((child) => withoutJsx(child, context)) };
  const kept: Node[] = [];
  const isLine = LINES.has(node.type);
  const inner = node.children.flatMap((child) => hastOf(child, kept, context));
  const edge = { type: 'kept', index: kept.push(EDGE) - 1 };
  const children = isLine ? [edge, ...inner, edge] : inner;
  const root = { type: 'root', children } as unknown as HastRoot;
  const { listed, source } = context;
  const nodes = nodesOfHast(root, { listed, kept, source, whole: !isLine });
  return { ...node, children: nodes.filter((one) => one !== EDGE) };
}

const EDGE: Node = { type: 'text', value: '' };

const LINES: ReadonlySet<string> = new Set([
  ...['delete', 'emphasis', 'heading', 'link', 'paragraph', 'strong', 'tableCell'],
]);

const isForeign = (node: Node): boolean => isElement(node) || node.type.startsWith('mdx');

interface Hast {
  type: string;
  tagName?: string;
  properties?: Record<string, string>;
  children?: Hast[];
  value?: string;
  index?: number;
  position?: Node['position'];
}

function hastOf(node: Node, kept: Node[], context: JsxContext): Hast[] {
  if (node.type === 'text')
    return [{ type: 'text', value: node.value ?? '', position: node.position }];
  if (/^mdx(?:Flow|Text)Expression$/.test(node.type)) return expression(node, context);
  if (isElement(node)) return elementOf(node, kept, context);
  if (node.type === 'paragraph' && node.children?.every(isForeignOrBlank))
    return node.children.flatMap((child) => hastOf(child, kept, context));
  return [
    { type: 'kept', index: kept.push(withoutJsx(node, context)) - 1, position: node.position },
  ];
}

const isForeignOrBlank = (node: Node): boolean =>
  isForeign(node) || (node.type === 'text' && !/\S/.test(node.value ?? ''));

function expression(node: Node, { imports, listed }: JsxContext): Hast[] {
  const value = node.value ?? '';
  const line = node.position?.start.line ?? null;
  const comment = /^\s*\/\*([\s\S]*)\*\/\s*$/.exec(value);
  if (comment) {
    listed.push({
      line,
      kind: 'comment',
      text: value,
      became: 'Left out: comments are not shown.',
    });
    return [];
  }
  const words = literalOf(value, imports);
  if (words !== null) return [{ type: 'text', value: words, position: node.position }];
  return [shown('expression', `{${value}}`, node)];
}

const shown = (kind: string, source: string, { position }: Node): Hast => ({
  type: 'element',
  tagName: 'x-listed',
  properties: { kind, became: 'Shown as code: a document holds no code that runs.' },
  children: [{ type: 'text', value: source }],
  position,
});

function elementOf(node: Node, kept: Node[], context: JsxContext): Hast[] {
  const name = node.name ?? '';
  const { given, code } = attributesOf(node, context.imports);
  const inside = (node.children ?? []).flatMap((child) => hastOf(child, kept, context));
  const { position } = node;
  if (name === '')
    return [{ type: 'element', tagName: 'div', properties: {}, children: inside, position }];
  if (/^[a-z]/.test(name)) return [html(node, { given, code }, inside, context)];
  const known = knownElement(name, given);
  if (!known) return unknown(node, inside, { given, context });
  if (known.name === 'x-tabs') relabel(inside, code['values'] ?? '');
  return [knownHast(known, { inside, node, given, context })];
}

/** An element of HTML; what only says how it looks is not listed. */
function html(
  { name, position }: Node,
  { given, code }: { given: Record<string, string>; code: Record<string, string> },
  children: Hast[],
  { listed }: JsxContext,
): Hast {
  const { className, ...rest } = given;
  const properties = className === undefined ? rest : { ...rest, class: className };
  for (const [key, value] of Object.entries(code)) {
    const line = position?.start.line ?? null;
    listed.push({
      line,
      kind: 'attribute',
      text: `${key}={${value}}`,
      became: 'Left out: it is code.',
    });
  }
  return { type: 'element', tagName: name ?? 'div', properties, children, position };
}

interface Filled {
  readonly inside: Hast[];
  readonly node: Node;
  readonly given: Readonly<Record<string, string>>;
  readonly context: JsxContext;
}

function knownHast(known: Known, { inside, node, given }: Filled): Hast {
  const { position } = node;
  const of = (tagName: string, children: Hast[], properties = {}): Hast => ({
    type: 'element',
    tagName,
    properties,
    children,
    position,
  });
  const { lead } = known;
  if (known.name === 'pre') {
    const words = lead?.words || textIn(inside);
    const language = known.attributes['language'];
    const code = of(
      'code',
      [{ type: 'text', value: words }],
      language ? { className: [`language-${language}`] } : {},
    );
    const title = given['title'] ?? given['filename'];
    if (!title) return of('pre', [code]);
    const line = of('p', [of('strong', [{ type: 'text', value: title }])]);
    return of('div', [line, of('pre', [code])]);
  }
  if (known.name === 'x-aside') {
    const { type, title } = noteOf(known.attributes['kind'] ?? 'note', known.attributes['title']);
    return of('x-aside', inside, { type, ...(title ? { title } : {}) });
  }
  if (!lead || lead.words === '') return of(known.name, inside, known.attributes);
  const words: Hast = { type: 'text', value: lead.words };
  if (lead.as === 'text') return of(known.name, [words, ...inside]);
  if (lead.as === 'summary') return of(known.name, [of('summary', [words]), ...inside]);
  const head = lead.href ? of('a', [words], { href: lead.href }) : words;
  const description = given['description'];
  const more = description ? [of('p', [{ type: 'text', value: description }])] : [];
  return of(known.name, [of('p', [of('strong', [head])]), ...more, ...inside]);
}

const textIn = (nodes: readonly Hast[]): string =>
  nodes.map((node) => node.value ?? textIn(node.children ?? [])).join('');

/** Tabs whose labels stand in an array at the set. */
function relabel(tabs: readonly Hast[], values: string): void {
  const labels = labelsIn(values);
  for (const { tagName, properties } of tabs) {
    const label = properties && labels.get(properties['label'] ?? '');
    if (tagName === 'x-tab' && properties && label) properties['label'] = label;
  }
}

/** A component that only its own site has: listed, with what it holds kept; a document that it puts in is linked. */
function unknown(
  node: Node,
  inside: Hast[],
  { given, context }: { given: Readonly<Record<string, string>>; context: JsxContext },
): Hast[] {
  const { position, name = '' } = node;
  const start = position?.start.offset ?? 0;
  const end =
    inside.length > 0
      ? (node.children?.[0]?.position?.start.offset ?? start)
      : (position?.end.offset ?? start);
  const source = context.source.slice(start, end).trim();
  const file = context.imports.get(name ?? '');
  const line = position?.start.line ?? null;
  if (file && /\.mdx?$/.test(file)) {
    context.listed.push({
      line,
      kind: 'include',
      text: source,
      became: 'Became a link: the file is not put into the text.',
    });
    const link: Hast = {
      type: 'element',
      tagName: 'a',
      properties: { href: file },
      children: [{ type: 'text', value: file }],
      position,
    };
    return [link, ...inside];
  }
  const said = given['text'] ?? given['children'] ?? given['label'];
  if (inside.length === 0 && said && Object.keys(given).length <= 2) {
    const became = 'Left out: the words that it shows are kept.';
    context.listed.push({ line, kind: 'component', text: source, became });
    return [{ type: 'text', value: said, position }];
  }
  if (inside.length === 0) return [shown('component', source, node)];
  context.listed.push({
    line,
    kind: 'component',
    text: source,
    became: 'Left out: what stood in it is kept.',
  });
  const words = given['title'] ?? given['label'] ?? given['text'];
  if (!words) return inside;
  const strong: Hast = {
    type: 'element',
    tagName: 'strong',
    properties: {},
    children: [{ type: 'text', value: words }],
    position,
  };
  return [
    { type: 'element', tagName: 'p', properties: {}, children: [strong], position },
    ...inside,
  ];
}

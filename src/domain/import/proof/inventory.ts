import type { Root } from 'mdast';
import type { Inventory } from '../model.ts';
import { type Collector, collector, type Holder } from './collector.ts';
import { wordAttributes } from './html-names.ts';
import { gatherHtml, gatherOpening } from './html-pieces.ts';

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly name?: string | null;
  readonly url?: string;
  readonly lang?: string | null;
  readonly alt?: string | null;
  readonly identifier?: string;
  readonly attributes?: readonly Attribute[];
  readonly children?: readonly Node[];
  readonly position?: Position | undefined;
}
interface Attribute {
  readonly name?: string;
  readonly value?: unknown;
}
interface Position {
  readonly start: { readonly line: number };
  readonly end: { readonly line: number };
}
type Addresses = ReadonlyMap<string, string>;

/**
 * All that a Markdown tree says, be it of a source before anything was converted, with `html` and expression
 * nodes, or of a document that the handbook reads. Frontmatter is none of it: `prove` takes it as data.
 */
export function inventoryOf(root: Root): Inventory {
  const into = collector();
  const addresses = new Map<string, string>();
  definitionsOf(root as Node, addresses);
  walk(root as Node, into, addresses);
  return into.done();
}

function definitionsOf(node: Node, found: Map<string, string>): void {
  if (node.type === 'definition' && node.identifier !== undefined && !found.has(node.identifier)) {
    found.set(node.identifier, node.url ?? '');
  }
  for (const child of node.children ?? []) definitionsOf(child, found);
}

function walk(node: Node, into: Collector, addresses: Addresses): void {
  const line = node.position?.start.line ?? null;
  const holder = holders.get(node.type);
  if (node.type.startsWith('mdxJsx')) walkElement(node, into, addresses);
  else if (holder) {
    into.open(holder, addressOf(node, addresses), line);
    walkInside(node, into, addresses);
    into.close(holder);
  } else {
    gather(node, line, into, addresses);
    walkInside(node, into, addresses);
  }
}

function walkInside(node: Node, into: Collector, addresses: Addresses): void {
  for (const child of node.children ?? []) walk(child, into, addresses);
}

const holders: ReadonlyMap<string, Holder> = new Map([
  ['link', 'link'],
  ['linkReference', 'link'],
  ['tableCell', 'cell'],
]);

function gather(node: Node, line: number | null, into: Collector, addresses: Addresses): void {
  const value = node.value ?? '';
  if (node.type === 'html') gatherHtml(value, line, into);
  else if (node.type === 'code') into.code(value, line, isIndented(node), node.lang ?? '');
  else if (node.type.startsWith('image')) {
    into.image(addressOf(node, addresses), node.alt ?? '', line);
  } else into.text(textOf(node.type, value), line);
}

function textOf(type: string, value: string): string {
  if (type === 'break') return '\n';
  if (type === 'yaml' || type === 'toml') return '';
  // `{#id}` at a heading is an anchor in documents that are no strict MDX, and an expression to its parser.
  return type.endsWith('Expression') ? `{${value}}` : value;
}

const addressOf = (node: Node, addresses: Addresses): string =>
  node.url ?? addresses.get(node.identifier ?? '') ?? '';

/** Code without fences takes as many lines as it has; a fence takes one or two more. */
const isIndented = ({ position, value = '' }: Node): boolean =>
  position !== undefined &&
  position.end.line - position.start.line + 1 === value.split('\n').length;

function walkElement(node: Node, into: Collector, addresses: Addresses): void {
  const line = node.position?.start.line ?? null;
  const attributes = literals(node.attributes ?? []);
  const name = node.name ?? '';
  const isLink = name === 'a' && attributes['href'] !== undefined;
  const isCell = name === 'td' || name === 'th';
  if (name === 'img' || name === 'a' || isCell) gatherOpening(name, attributes, line, into);
  else for (const key of wordAttributes) if (attributes[key]) into.text(attributes[key], line);
  for (const code of expressionsIn(node.attributes ?? [])) into.text(code, line);
  walkInside(node, into, addresses);
  if (isLink) into.close('link');
  if (isCell) into.close('cell');
}

function literals(attributes: readonly Attribute[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { name, value } of attributes) {
    if (name !== undefined && typeof value === 'string') found[name] = value;
  }
  return found;
}

/** Something to read, and no setting such as a width. */
const prose = /<|\p{L} \p{L}+ \p{L}/u;

/** The code of attributes that are no literals, where it holds something to read: it can be whole paragraphs. */
function expressionsIn(attributes: readonly Attribute[]): string[] {
  const codes = attributes.flatMap(({ name, value }) => {
    if (typeof value === 'object' && value !== null && 'value' in value)
      return [String(value.value)];
    return name === undefined && typeof value === 'string' ? [value] : [];
  });
  return codes.filter((code) => prose.test(code));
}

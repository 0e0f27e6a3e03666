import type { Inventory } from '../model.ts';
import { type Collector, collector } from './collector.ts';

/** The part of a tree of HTML (hast) that is looked at. */
export interface HtmlNode {
  readonly type: string;
  readonly value?: string;
  readonly tagName?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly children?: readonly unknown[];
  readonly content?: unknown;
  readonly position?: { readonly start: { readonly line: number } } | undefined;
}

/** What a page does not show as text. */
const unseen: ReadonlySet<string> = new Set(['script', 'style', 'head', 'template', 'noscript']);
const holders = { a: 'link', td: 'cell', th: 'cell', pre: 'code' } as const;

/** All that a part of a page says; hand over what the document is taken from, not the page around it. */
export function inventoryOfHast(root: HtmlNode): Inventory {
  const into = collector();
  walk(root, into, null);
  return into.done();
}

function walk(node: HtmlNode, into: Collector, above: number | null): void {
  const line = node.position?.start.line ?? above;
  const name = node.tagName ?? '';
  const attribute = (key: string) => String(node.properties?.[key] ?? '');
  if (unseen.has(name)) return;
  if (name === 'img') into.image(attribute('src'), attribute('alt'), line);
  else if (name === 'br') into.text('\n', line);
  else into.text(node.value ?? '', line);
  const holder = holderOf(name, attribute('href'));
  if (holder) into.open(holder, attribute('href'), line);
  for (const child of node.children ?? []) walk(child as HtmlNode, into, line);
  if (holder) into.close(holder);
}

function holderOf(name: string, address: string) {
  if (name === 'a' && address === '') return undefined;
  return Object.hasOwn(holders, name) ? holders[name as keyof typeof holders] : undefined;
}

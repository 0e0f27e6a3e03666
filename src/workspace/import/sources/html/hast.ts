import type { Element, ElementContent, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { CONTINUE, SKIP, visit } from 'unist-util-visit';
import { shallowHtml } from '../../html/depth.ts';
import { shortSpaces } from '../../long-spaces.ts';

/** The tree of a page, with the lines of its text. */
export const parseHtml = (text: string): Root => shortened(fromHtml(shallowHtml(text)));

/** The tree of a page that a converter made: its lines are none of the source. */
export function parseMade(text: string): Root {
  const tree = parseHtml(text);
  visit(tree, (node) => {
    delete node.position;
  });
  return tree;
}

/** The tree with long runs of spaces outside code as short ones. */
function shortened(tree: Root): Root {
  visit(tree, (node) => {
    if (isElement(node, 'pre', 'code', 'textarea', 'listing', 'xmp')) return SKIP;
    if (node.type === 'text') node.value = shortSpaces(node.value);
    return CONTINUE;
  });
  return tree;
}

/** An element that did not stand in the source; a list of children stands for each of them. */
export const element = (
  tagName: string,
  properties: Element['properties'],
  ...children: (ElementContent | readonly ElementContent[])[]
): Element => ({ type: 'element', tagName, properties, children: children.flat() });

export const words = (value: string): ElementContent => ({ type: 'text', value });

export const isElement = (node: Nodes | undefined, ...names: string[]): node is Element =>
  node?.type === 'element' && (names.length === 0 || names.includes(node.tagName));

/** An attribute under its name in the tree (`dataMacroName`), as text. */
export function attribute(node: Element, name: string): string {
  const value = node.properties[name];
  if (Array.isArray(value)) return value.join(' ');
  return value === undefined || value === null || value === false ? '' : String(value);
}

const classesOf = (node: Element): string[] =>
  attribute(node, 'className').split(/\s+/).filter(Boolean);

/** Whether an element has one of the classes. */
export const hasClass = (node: Element, ...names: string[]): boolean =>
  classesOf(node).some((name) => names.includes(name));

/** The text below a node, white space as it stands. */
export function textOf(node: Nodes | undefined): string {
  if (node?.type === 'text') return node.value;
  return node !== undefined && 'children' in node ? node.children.map(textOf).join('') : '';
}

/** The text below a node in one line. */
export const lineOf = (node: Nodes | undefined): string =>
  textOf(node).replaceAll(/\s+/g, ' ').trim();

export const lineNumber = (node: Nodes): number | null => node.position?.start.line ?? null;

/** The elements below a node that pass a test, in reading order. */
export function findAll(node: Nodes, test: (element: Element) => boolean): Element[] {
  if (!('children' in node)) return [];
  return node.children.flatMap((child) => [
    ...(child.type === 'element' && test(child) ? [child] : []),
    ...findAll(child as Nodes, test),
  ]);
}

export function findFirst(node: Nodes, test: (element: Element) => boolean): Element | undefined {
  if (!('children' in node)) return undefined;
  for (const child of node.children) {
    if (child.type === 'element' && test(child)) return child;
    const found = findFirst(child as Nodes, test);
    if (found) return found;
  }
  return undefined;
}

export const byId =
  (...ids: string[]) =>
  (node: Element): boolean =>
    ids.includes(attribute(node, 'id'));

export const byClass =
  (...names: string[]) =>
  (node: Element): boolean =>
    hasClass(node, ...names);

/** Puts other nodes in the place of elements, inner ones first; null leaves an element as it is. */
export function replaceIn<T extends Root | Element>(
  node: T,
  rule: (element: Element) => readonly ElementContent[] | null,
): T {
  const children = node.children as ElementContent[];
  node.children = children.flatMap((child) => {
    if (child.type !== 'element') return [child];
    replaceIn(child, rule);
    return [...(rule(child) ?? [child])];
  });
  return node;
}

/** The first of some rules that has something for an element; what else they want to know follows the element. */
export const firstOf =
  <More extends unknown[]>(
    rules: readonly ((element: Element, ...more: More) => readonly ElementContent[] | null)[],
    ...more: More
  ) =>
  (element: Element): readonly ElementContent[] | null => {
    for (const rule of rules) {
      const made = rule(element, ...more);
      if (made) return made;
    }
    return null;
  };

/** Takes elements out of a tree and returns them. */
export function takeOut(node: Root | Element, test: (element: Element) => boolean): Element[] {
  const taken: Element[] = [];
  const walk = (from: Root | Element): void => {
    from.children = from.children.filter((child) => {
      if (child.type !== 'element') return true;
      if (!test(child)) {
        walk(child);
        return true;
      }
      taken.push(child);
      return false;
    }) as Root['children'] & Element['children'];
  };
  walk(node);
  return taken;
}

/** The cells of a table itself, without those of tables inside them. */
export const cellsOf = (table: Element): Element[] =>
  table.children.flatMap((child) => {
    if (isElement(child, 'td', 'th')) return [child];
    return isElement(child, 'tbody', 'thead', 'tfoot', 'tr') ? cellsOf(child) : [];
  });

import type { MdastNode } from 'satteri';
import { componentNamed } from '../../../domain/components/catalogue.ts';
import type { Attributes, ComponentDefinition } from '../../../domain/components/define.ts';
import {
  childrenOf,
  isBlank,
  isElement,
  isPhrasing,
  type Node,
  paragraph,
  strong,
  text,
} from './node.ts';

/** Nodes in which a component that is made for what it holds is kept; any other is written in plain Markdown. */
export function fitComponents(nodes: readonly Node[], outer: readonly string[] = []): Node[] {
  return nodes.flatMap((node) => fitOne(node, outer));
}

function fitOne(node: Node, outer: readonly string[]): Node[] {
  if (!isElement(node)) {
    const children = node.children && fitComponents(node.children, outer);
    return [children ? { ...node, children } : node];
  }
  const definition = componentNamed(node.name ?? '');
  if (!definition) return htmlElement(node, outer);
  const named = definition.name === 'Tabs' ? withLabels(node) : node;
  const fits = isPlaced(named, definition, outer) && holdsWhatItMay(named, definition);
  if (!fits) return plainOf(named, definition, outer);
  return [{ ...named, children: fitComponents(childrenOf(named), [...outer, definition.name]) }];
}

/** A summary outside of details is a line in bold; details without words are none. */
function htmlElement(node: Node, outer: readonly string[]): Node[] {
  const children = childrenOf(node).flatMap((child) =>
    node.name === 'details' && isElement(child, 'summary')
      ? [{ ...child, children: fitComponents(childrenOf(child), outer) }]
      : fitOne(child, outer),
  );
  if (node.name === 'summary') return [paragraph([strong(children)])];
  if (node.name === 'details' && children.length === 0) return [];
  return [{ ...node, children }];
}

function isPlaced(node: Node, definition: ComponentDefinition, outer: readonly string[]): boolean {
  const { name, within, inline } = definition;
  const nearest = outer.at(-1);
  if ((node.type === 'mdxJsxTextElement') !== Boolean(inline)) return false;
  if (within !== undefined) return nearest === within;
  if (outer.includes(name)) return false;
  return nearest === undefined || Boolean(inline) || holds(nearest, name);
}

const holds = (outer: string, name: string): boolean =>
  componentNamed(outer)?.holds?.includes(name) ?? false;

function holdsWhatItMay(node: Node, definition: ComponentDefinition): boolean {
  const attributes = attributesOf(node);
  const isGiven = definition.attributes.every((attribute) => {
    const value = attributes[attribute.name];
    if (value === undefined) return !attribute.required;
    return (attribute.values?.includes(value) ?? true) && (!attribute.required || value.trim());
  });
  if (!isGiven) return false;
  if (definition.name === 'Tabs' && !childrenOf(node).every(holdsSome)) return false;
  const children = childrenOf(node).filter((child) => !isBlank(child)) as unknown as MdastNode[];
  const element = { name: definition.name, attributes, children, line: 1, column: 1 };
  return [...(definition.breaches?.(element) ?? [])].length === 0;
}

const holdsSome = (node: Node): boolean => childrenOf(node).some((child) => !isBlank(child));

/** Each tab with a label of its own. */
function withLabels(node: Node): Node {
  const seen = new Set<string>();
  const children = childrenOf(node).map((child, index) => {
    if (!isElement(child, 'Tab')) return child;
    const wanted = (attributesOf(child)['label'] ?? '').trim() || `${index + 1}`;
    let label = wanted;
    for (let count = 2; seen.has(label); count++) label = `${wanted} (${count})`;
    seen.add(label);
    return {
      ...child,
      attributes: [{ type: 'mdxJsxAttribute' as const, name: 'label', value: label }],
    };
  });
  return { ...node, children };
}

/** A component in plain Markdown, as the domain says it for tools that know no components. */
function plainOf(node: Node, definition: ComponentDefinition, outer: readonly string[]): Node[] {
  const children = fitComponents(
    childrenOf(node),
    definition.name === 'Tabs' ? [...outer, 'Tabs'] : outer,
  );
  if (definition.name === 'Tabs') return children.flatMap((child) => tabOf(child, outer));
  if (node.type === 'mdxJsxTextElement') return children;
  const attributes = attributesOf(node);
  if (children.length === 0 && Object.values(attributes).join('') === '') return [];
  const plain = definition.plain(attributes, children as unknown as MdastNode[]);
  return (plain as unknown as Node[]).flatMap((one) =>
    isPhrasing(one) ? [paragraph([one])] : [one],
  );
}

function tabOf(node: Node, outer: readonly string[]): Node[] {
  if (!isElement(node, 'Tab')) return [node];
  const label = attributesOf(node)['label'] ?? '';
  const title = label.trim() === '' ? [] : [paragraph([strong([text(label)])])];
  return [...title, ...fitComponents(childrenOf(node), outer)];
}

function attributesOf(node: Node): Attributes {
  return Object.fromEntries((node.attributes ?? []).map(({ name, value }) => [name, value ?? '']));
}

import type { MdastNode } from 'satteri';
import { componentNamed } from './catalogue.ts';
import type { Breach, BreachId, ComponentDefinition } from './define.ts';
import { attributesOf, childrenOf, isBlank, isJsx, type JsxNode, pointOf } from './nodes.ts';

/** Everything in a tree that a component was not made for. */
export function breachesOf(root: MdastNode): Breach[] {
  return [...below(root, { names: [], isTold: false })];
}

/** Nodes whose children stand in a line of text. */
const LINES: ReadonlySet<string> = new Set([
  'delete',
  'emphasis',
  'heading',
  'link',
  'linkReference',
  'paragraph',
  'strong',
  'tableCell',
]);

function* below(parent: MdastNode, outer: Outer): Generator<Breach> {
  for (const node of childrenOf(parent)) {
    if (node.type === 'code' && node.lang === 'mermaid' && outer.names.at(-1) !== 'Diagram')
      yield { messageId: 'mermaid', ...pointOf(node) };
    const definition = isJsx(node) ? componentNamed(node.name ?? '') : undefined;
    if (!isJsx(node) || !definition) {
      yield* below(node, { ...outer, isTold: false });
      continue;
    }
    const place = breachesOfPlace(node, definition, parent, outer);
    const content = breachesOfContent(node, definition);
    yield* [...place, ...content];
    const isTold = content.some(({ messageId }) => NO_CHILD.has(messageId));
    yield* below(node, { names: [...outer.names, definition.name], isTold });
  }
}

/** What a node stands in. */
interface Outer {
  /** Components around it, the nearest last. */
  readonly names: readonly string[];
  /** Whether the nearest has told already that it does not hold this. */
  readonly isTold: boolean;
}

/** Breaches that say which child a component does not hold. */
const NO_CHILD: ReadonlySet<string> = new Set<BreachId>(['child', 'code', 'list']);

function breachesOfPlace(
  node: JsxNode,
  { name, within, inline }: ComponentDefinition,
  parent: MdastNode,
  { names, isTold }: Outer,
): Breach[] {
  const point = pointOf(node);
  const breaches: Breach[] = [];
  const nearest = names.at(-1);
  if (within !== undefined && nearest !== within)
    breaches.push({ messageId: 'outside', ...point, args: { name, within } });
  else if (isTold) return breaches;
  else if (names.includes(name)) breaches.push({ messageId: 'itself', ...point, args: { name } });
  else if (nearest !== undefined && !inline) {
    const holds = componentNamed(nearest)?.holds ?? [];
    const what = holds.length === 0 ? 'no other component' : `only text, ${holds.join(', ')}`;
    if (!holds.includes(name))
      breaches.push({ messageId: 'nested', ...point, args: { name, outer: nearest, what } });
  }
  if (!inline && LINES.has(parent.type))
    breaches.push({ messageId: 'inline', ...point, args: { name } });
  return breaches;
}

function breachesOfContent(node: JsxNode, { name, breaches }: ComponentDefinition): Breach[] {
  const children = childrenOf(node).filter((child) => !isBlank(child));
  const element = { ...pointOf(node), name, attributes: attributesOf(node), children };
  return [...(breaches?.(element) ?? [])];
}

import type { MdastNode } from 'satteri';
import { componentNamed } from './catalogue.ts';
import type { Breach, ComponentDefinition } from './define.ts';
import { attributesOf, childrenOf, isBlank, isJsx, type JsxNode, pointOf } from './nodes.ts';

/** Everything in a tree that a component was not made for. */
export function breachesOf(root: MdastNode): Breach[] {
  return [...below(root, null)];
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

function* below(parent: MdastNode, component: string | null): Generator<Breach> {
  for (const node of childrenOf(parent)) {
    if (node.type === 'code' && node.lang === 'mermaid' && component !== 'Diagram')
      yield { messageId: 'mermaid', ...pointOf(node) };
    const definition = isJsx(node) ? componentNamed(node.name ?? '') : undefined;
    if (isJsx(node) && definition) yield* breachesAt(node, definition, parent, component);
    yield* below(node, definition?.name ?? null);
  }
}

function* breachesAt(
  node: JsxNode,
  definition: ComponentDefinition,
  parent: MdastNode,
  component: string | null,
): Generator<Breach> {
  const { name, within } = definition;
  const point = pointOf(node);
  if (within !== undefined && component !== within)
    yield { messageId: 'outside', ...point, args: { name, within } };
  if (!definition.inline && LINES.has(parent.type))
    yield { messageId: 'inline', ...point, args: { name } };
  const children = childrenOf(node).filter((child) => !isBlank(child));
  yield* definition.breaches?.({ ...point, name, attributes: attributesOf(node), children }) ?? [];
}

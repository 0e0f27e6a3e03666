import { whereOf } from '../../../domain/components/command.ts';
import { childNamed, type HtmlNode, h, isElement, ticked } from '../hast.ts';
import type { Renderer } from './registry.ts';

/** A code block with the place above it and the good answer below it. */
export const command: Renderer = (attributes, children) =>
  h('div', { className: ['command'] }, [
    ...children.map((child) => withPlace(child, attributes)),
    h('p', { className: ['command-expect'] }, [
      h('strong', {}, ['Expect']),
      ' ',
      h('span', {}, ticked(attributes['expect'] ?? '')),
    ]),
  ]);

/** The code block with the place in its caption, before a title of its own. */
function withPlace(node: HtmlNode, attributes: Readonly<Record<string, string>>): HtmlNode {
  if (!isElement(node, 'figure')) return node;
  const title = childNamed(node, 'figcaption');
  const caption = h('figcaption', {}, [
    'Run on ',
    ...ticked(whereOf(attributes)),
    ...(title ? [h('span', { className: ['command-title'] }, title.children)] : []),
  ]);
  return { ...node, children: [caption, ...node.children.filter((child) => child !== title)] };
}

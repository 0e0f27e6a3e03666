import { drawingOf } from '../../../workspace/diagrams.ts';
import { arranged } from '../arrange.ts';
import {
  childNamed,
  type ElementNode,
  type HtmlNode,
  h,
  isElement,
  textOf,
  ticked,
} from '../hast.ts';
import { svgElement } from '../svg.ts';
import type { Renderer } from './registry.ts';

/** A drawing made from its text, with the text at hand; without a drawing the text is shown at once. */
export const diagram: Renderer = ({ title = '', description = '' }, children, unique) => {
  const id = unique();
  const code = children.find((child) => isElement(child, 'figure'));
  const drawn = code ? svgElement(arranged(drawingOf(sourceOf(code)).svg ?? ''), id) : null;
  const words = [h('p', {}, ticked(description)), ...children];
  return h('figure', { className: ['diagram'] }, [
    h('figcaption', {}, ticked(title)),
    ...(drawn
      ? [
          h(
            'div',
            {
              className: ['diagram-scroll'],
              tabIndex: 0,
              role: 'group',
              ariaLabel: `Drawing: ${title}`,
            },
            [named(drawn, id, title, description)],
          ),
          h('p', { className: ['diagram-hint'], ariaHidden: 'true' }, ['Scrolls sideways']),
          h('details', {}, [h('summary', {}, ['The drawing in words']), ...words]),
        ]
      : words),
  ]);
};

/** The text of the code block: the last one of the figure is not its caption. */
function sourceOf(figure: HtmlNode): string {
  const pre = isElement(figure, 'figure') ? childNamed(figure, 'pre') : undefined;
  return pre ? textOf(pre) : '';
}

/** Drawn a little larger than the library does, whose letters are small, and less so where it is wide. */
const scaleOf = (width: number): number => Math.min(1.2, Math.max(1.05, TEXT_WIDTH / width));

/** Pixels beside which a drawing has to be scrolled. */
const TEXT_WIDTH = 760;

function named(svg: ElementNode, id: string, title: string, description: string): ElementNode {
  const { width, height, ...properties } = svg.properties;
  const scale = scaleOf(Number(width));
  return {
    ...svg,
    properties: {
      ...properties,
      width: Math.round(Number(width) * scale),
      height: Math.round(Number(height) * scale),
      role: 'img',
      ariaLabelledBy: `${id}-title`,
      ariaDescribedBy: `${id}-desc`,
    },
    children: [
      h('title', { id: `${id}-title` }, [title]),
      h('desc', { id: `${id}-desc` }, [description]),
      ...svg.children,
    ],
  };
}

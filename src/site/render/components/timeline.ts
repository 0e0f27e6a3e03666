import { datetimeOf, splitTime } from '../../../domain/components/timeline.ts';
import { type ElementNode, type HtmlNode, h, isBlank, isElement, textOf } from '../hast.ts';
import type { Renderer } from './registry.ts';

/** A list along a line, the time of each entry before its words. */
export const timeline: Renderer = (_attributes, children) =>
  h('div', { className: ['timeline'] }, children.map(withTimes));

const withTimes = (node: HtmlNode): HtmlNode =>
  isElement(node, 'ul', 'ol')
    ? h(
        'ol',
        { role: 'list' },
        node.children.map((child) => (isElement(child, 'li') ? entry(child) : child)),
      )
    : node;

function entry(item: ElementNode): HtmlNode {
  const children = item.children.filter((child, index) => index > 0 || !isBlank(child));
  const line = isElement(children[0], 'p') ? children[0] : null;
  const words = (line?.children ?? children).filter((child, index) => index > 0 || !isBlank(child));
  const [first, ...rest] = words;
  if (first === undefined) return item;
  const below = line === null ? [] : children.slice(1);
  if (isElement(first, 'strong')) return made(first.children, rest, below);
  const split = first.type === 'text' ? splitTime(first.value) : null;
  if (split === null) return item;
  const time: HtmlNode = { type: 'text', value: split.time };
  return made([time], [{ type: 'text', value: split.rest }, ...rest], below);
}

function made(
  time: readonly HtmlNode[],
  words: readonly HtmlNode[],
  below: readonly HtmlNode[],
): HtmlNode {
  const datetime = datetimeOf(time.map(textOf).join(''));
  const shown = datetime === null ? h('strong', {}, time) : h('time', { dateTime: datetime }, time);
  return h('li', {}, [
    h('div', { className: ['timeline-time'] }, [shown]),
    ' ',
    h('div', { className: ['timeline-text'] }, [...words, ...below]),
  ]);
}

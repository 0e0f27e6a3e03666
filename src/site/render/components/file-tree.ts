import { nameAndComment } from '../../../domain/components/file-tree.ts';
import { type ElementNode, type HtmlNode, h, isBlank, isElement, textOf } from '../hast.ts';
import type { Renderer } from './registry.ts';

/** Nested names; a folder is told by the slash behind its name. */
export const fileTree: Renderer = (_attributes, children) =>
  h('div', { className: ['file-tree'] }, children.map(withEntries));

const withEntries = (node: HtmlNode): HtmlNode =>
  isElement(node, 'ul', 'ol')
    ? h(
        'ul',
        {},
        node.children.map((child) => (isElement(child, 'li') ? entry(child) : child)),
      )
    : node;

function entry(item: ElementNode): HtmlNode {
  const lists = item.children.filter((child) => isElement(child, 'ul', 'ol'));
  const [first, ...rest] = lineOf(item);
  const { name, comment } =
    first?.type === 'text' ? nameAndComment(first.value) : { name: '', comment: '' };
  const named: HtmlNode | undefined = name === '' ? first : { type: 'text', value: name };
  const words = [...(comment ? [comment] : []), ...rest];
  return h('li', { className: [named && textOf(named).endsWith('/') ? 'folder' : 'file'] }, [
    h('span', { className: ['name'] }, named ? [named] : []),
    ...(words.length > 0 ? [' ', h('span', { className: ['comment'] }, words)] : []),
    ...lists.map(withEntries),
  ]);
}

/** The words of an item, without the lists below it and the white space around. */
function lineOf({ children }: ElementNode): HtmlNode[] {
  const own = children.flatMap((child) => {
    if (isElement(child, 'ul', 'ol')) return [];
    return isElement(child, 'p') ? child.children : [child];
  });
  const begin = own.findIndex((child) => !isBlank(child));
  const end = own.findLastIndex((child) => !isBlank(child));
  return own.slice(begin, end + 1);
}

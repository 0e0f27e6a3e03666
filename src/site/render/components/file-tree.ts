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
  const isList = (child: HtmlNode): boolean => isElement(child, 'ul', 'ol');
  const lists = item.children.filter(isList);
  const line = item.children
    .filter((child) => !isList(child))
    .flatMap((child) => (isElement(child, 'p') ? child.children : [child]));
  const [first, ...rest] = line.filter((child, index) => index > 0 || !isBlank(child));
  const { name, comment } =
    first?.type === 'text' ? nameAndComment(first.value) : { name: '', comment: '' };
  const named: HtmlNode | undefined = name === '' ? first : { type: 'text', value: name };
  const kind = named && textOf(named).endsWith('/') ? 'folder' : 'file';
  const words = [...(comment ? [comment.replace(/\n\s*$/, '')] : []), ...rest];
  return h('li', { className: [kind] }, [
    h('span', { className: ['name'] }, named ? [named] : []),
    ...(words.some((word) => typeof word === 'string' || !isBlank(word))
      ? [' ', h('span', { className: ['comment'] }, words)]
      : []),
    ...lists.map(withEntries),
  ]);
}

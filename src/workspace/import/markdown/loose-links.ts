import type { Listed } from '../../../domain/import/model.ts';
import { holdsNode, type Node, text } from '../mdx/node.ts';

/**
 * The tree with links as people write them to files whose names hold spaces, `[plan](my plan.pdf)`, which is no link
 * in Markdown. Each carries how it was written, for where there is no such file.
 */
export const withLooseLinks = (root: Node, listed: Listed[]): Node =>
  holdsNode(root, mayBeLoose) ? inside(root, listed) : root;

const mayBeLoose = ({ type, value = '' }: Node): boolean => type === 'text' && value.includes('](');

function inside(node: Node, listed: Listed[]): Node {
  if (!node.children || node.type === 'link') return node;
  const children = node.children.flatMap((child) =>
    child.type === 'text' ? parts(child, listed) : [inside(child, listed)],
  );
  return { ...node, children };
}

const LOOSE =
  /(!?)\[([^[\]\n]{1,200})\]\(([^\s()<>:"]{1,200}(?:[ ][^\s()<>:"]{1,200}){1,20})(?: "[^"\n]{0,200}")?\)/g;

const FILE = /\.[A-Za-z0-9]{1,8}(?:#\S*)?$/;

function parts(node: Node, listed: Listed[]): Node[] {
  const value = node.value ?? '';
  if (!value.includes('](')) return [node];
  const place = node.position ? { position: node.position } : {};
  const out: Node[] = [];
  let from = 0;
  for (const found of value.matchAll(LOOSE)) {
    const [loose, sign, words = '', url = ''] = found;
    if (!FILE.test(url)) continue;
    const shared = { url, title: null, data: { loose }, ...place };
    out.push({ ...node, value: value.slice(from, found.index) });
    out.push(
      sign
        ? { type: 'image', alt: words, ...shared }
        : { type: 'link', children: [text(words)], ...shared },
    );
    const above = value.slice(0, found.index).split('\n').length - 1;
    const line = node.position ? node.position.start.line + above : null;
    listed.push({ line, kind: 'link with spaces', text: loose, became: BECAME });
    from = found.index + loose.length;
  }
  if (from === 0) return [node];
  return [...out, { ...node, value: value.slice(from) }].filter((one) => one.value !== '');
}

const BECAME = 'A link where the source has such a file; else it stays as it is written.';

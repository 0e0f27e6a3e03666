import type { Listed } from '../../../domain/import/model.ts';
import { childrenOf, isElement, type Node, paragraph, text, wordsOf } from './node.ts';

/**
 * How many a document may hold, with room below what the handbook's parser takes (`MAX_MARKS` of mdx-guard.ts):
 * elements begin with a `<`.
 */
const MAX_LINKS = 24_000;
const MAX_TAGS = 900;

/** Levels of quotes, lists and notes; what is deeper stands at the last one. */
const MAX_LEVELS = 30;

/** The tree with no more links, elements and levels than a document can hold; words stay, and it is told. */
export function withinLimits(root: Node, listed: Listed[]): Node {
  return flatCode(isLight(root) ? root : lightened(root, listed), listed);
}

/** Whether a tree is within all limits, so that it need not be copied. */
function isLight(root: Node): boolean {
  let [links, tags] = [0, 0];
  const fits = (node: Node, level: number): boolean => {
    if (isLinkLike(node)) links += 1;
    if (isElement(node)) tags += 2;
    const inner = CONTAINERS.has(node.type) ? level + 1 : level;
    return inner <= MAX_LEVELS && childrenOf(node).every((child) => fits(child, inner));
  };
  return fits(root, 0) && links <= MAX_LINKS && tags <= MAX_TAGS;
}

const isLinkLike = ({ type }: Node): boolean => type === 'link' || type === 'image';

function lightened(root: Node, listed: Listed[]): Node {
  const tree = shallow(root, 0, listed);
  const links = new Counter(MAX_LINKS);
  const tags = new Counter(MAX_TAGS);
  const out = lighter(tree, links, tags)[0] ?? tree;
  if (links.dropped.length > 0)
    listed.push(told('links', links.dropped, 'Written as words: a document holds no more links.'));
  if (tags.dropped.length > 0)
    listed.push(
      told('elements', tags.dropped, 'Their words are kept: a document holds no more elements.'),
    );
  return out;
}

const told = (kind: string, parts: readonly string[], became: string): Listed => ({
  line: null,
  kind,
  text: parts.join('\n'),
  became,
});

class Counter {
  count = 0;
  readonly dropped: string[] = [];
  readonly limit: number;
  constructor(limit: number) {
    this.limit = limit;
  }
}

const CONTAINERS: ReadonlySet<string> = new Set(['blockquote', 'list', 'mdxJsxFlowElement']);

function shallow(node: Node, level: number, listed: Listed[]): Node {
  if (!node.children) return node;
  const children = node.children.flatMap((child): Node[] => {
    if (!CONTAINERS.has(child.type)) return [shallow(child, level, listed)];
    if (level < MAX_LEVELS) return [shallow(child, level + 1, listed)];
    listed.push(
      told(
        child.type === 'list' ? 'list' : 'quote',
        [wordsOf(child)],
        'Written one level up: it is nested too deep.',
      ),
    );
    const inner = child.type === 'list' ? childrenOf(child).flatMap(childrenOf) : childrenOf(child);
    return childrenOf(shallow({ ...child, type: 'root', children: inner }, level, listed));
  });
  return { ...node, children };
}

function lighter(node: Node, links: Counter, tags: Counter): Node[] {
  if (isLinkLike(node) && ++links.count > links.limit) {
    links.dropped.push(node.url ?? '');
    const words = node.type === 'image' ? [text(node.alt ?? '')] : childrenOf(node);
    return [...words, text(` (${node.url})`)];
  }
  let isKept = true;
  if (isElement(node)) {
    tags.count += childrenOf(node).length > 0 ? 2 : 1;
    isKept = tags.count <= tags.limit;
    if (!isKept) tags.dropped.push(`<${node.name}>`);
  }
  if (!isKept && node.name === 'br') return [text(' ')];
  if (!node.children) return [node];
  const children = node.children.flatMap((child) => lighter(child, links, tags));
  if (isKept) return [{ ...node, children }];
  return node.name === 'summary' ? [paragraph(children)] : children;
}

/**
 * Code in quotes has marks before its lines, and the parser's guard takes it for text: where it holds too many, what
 * it stands in is written as paragraphs.
 */
function flatCode(root: Node, listed: Listed[]): Node {
  const marks = childrenOf(root).map((child) => marksIn(child));
  if (marks.reduce((sum, count) => sum + count, 0) <= 800) return root;
  const children = childrenOf(root).flatMap((child, index) => {
    if ((marks[index] ?? 0) === 0 || isElement(child)) return [child];
    listed.push(
      told(
        child.type,
        [wordsOf(child)],
        'Written as paragraphs: its code is too large for a quote.',
      ),
    );
    return flat(child);
  });
  return { ...root, children };
}

function marksIn(node: Node, inQuote = false): number {
  if (node.type === 'code') return inQuote ? ((node.value ?? '').match(/[<{[&]/g)?.length ?? 0) : 0;
  const isQuote = inQuote || node.type === 'blockquote';
  return childrenOf(node).reduce((sum, child) => sum + marksIn(child, isQuote), 0);
}

function flat(node: Node): Node[] {
  if (node.type === 'blockquote') return childrenOf(node).flatMap(flat);
  if (node.type !== 'list') return [node];
  return childrenOf(node).flatMap((item, index) => {
    const mark = node.ordered ? `${(node.start ?? 1) + index}. ` : '• ';
    const [first, ...rest] = childrenOf(item).flatMap(flat);
    return first?.type === 'paragraph'
      ? [paragraph([text(mark), ...childrenOf(first)]), ...rest]
      : [...(first ? [first] : []), ...rest];
  });
}

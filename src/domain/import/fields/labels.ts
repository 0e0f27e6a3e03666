import type { Link, Paragraph, PhrasingContent, Root, RootContent, TableRow } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';

/** A line such as `Status: accepted` at the head of a document. */
export interface LabelLine {
  /** In plain lower-case words. */
  readonly label: string;
  readonly value: string;
  /** Addresses that the value links to. */
  readonly links: readonly string[];
  readonly line: number | null;
  /** The whole line as text. */
  readonly text: string;
  /** What leaves the body when the line becomes a field: the paragraph or list item that holds nothing else. */
  readonly holder: object | null;
}

const LONGEST_VALUE = 400;
const LONGEST_HEAD = 24;

/** The lines with a label before the second heading: in paragraphs, lists and tables of two columns. */
export function labelsOf(tree: Root): LabelLine[] {
  return headOf(tree).flatMap(linesOf);
}

/** What stands before the first section: the nodes until the second heading, or the first below a title. */
function headOf(tree: Root): RootContent[] {
  const head: RootContent[] = [];
  let title = false;
  for (const node of tree.children.slice(0, LONGEST_HEAD)) {
    if (node.type === 'heading') {
      if (title || node.depth > 1) break;
      title = true;
    } else head.push(node);
  }
  return head;
}

/** The labelled lines of one block. */
export function linesOf(node: RootContent): LabelLine[] {
  if (node.type === 'paragraph') return linesOfParagraph(node, node);
  if (node.type === 'list')
    return node.children.flatMap((item) => {
      const [only, ...more] = item.children;
      if (only?.type !== 'paragraph') return [];
      return linesOfParagraph(only, more.length === 0 ? item : null);
    });
  if (node.type === 'table') return linesOfTable(node.children);
  if (node.type === 'blockquote') return node.children.flatMap((child) => linesOf(child));
  return [];
}

function linesOfParagraph(paragraph: Paragraph, holder: object | null): LabelLine[] {
  const lines = splitLines(paragraph.children).flatMap(splitLabels);
  return lines.flatMap((nodes) => {
    const line = labelled(textOf({ type: 'paragraph', children: nodes }), nodes, paragraph);
    return line === null ? [] : [{ ...line, holder: lines.length === 1 ? holder : null }];
  });
}

function linesOfTable(rows: readonly TableRow[]): LabelLine[] {
  const [header, second, ...more] = rows;
  if (header === undefined) return [];
  const pairs =
    header.children.length === 2
      ? rows.map(({ children }) => children)
      : second !== undefined && more.length === 0
        ? header.children.map((cell, at) => [cell, second.children[at] ?? cell])
        : [];
  return pairs.flatMap(([label, value]) => {
    if (label === undefined || value === undefined || label === value) return [];
    const line = labelled(`${textOf(label)}: ${textOf(value)}`, value.children, label);
    return line === null ? [] : [line];
  });
}

const form =
  /^[^\p{L}\p{N}]{0,8}(\p{L}[\p{L}\p{N} /_()-]{0,40}?)\s{0,4}[:：]\s{0,4}(\S.{0,400})$/su;

function labelled(
  text: string,
  nodes: readonly PhrasingContent[],
  place: { readonly position?: { readonly start: { readonly line: number } } | undefined },
): LabelLine | null {
  const found = form.exec(text.trim().slice(0, LONGEST_VALUE));
  const [, label, value] = found ?? [];
  if (label === undefined || value === undefined || value.startsWith('//')) return null;
  return {
    label: label
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
    value: value
      .trim()
      .replace(/^\*+|\*+$/g, '')
      .trim(),
    links: linksOf(nodes),
    line: place.position?.start.line ?? null,
    text: text.trim(),
    holder: null,
  };
}

/** The addresses of the links in a piece of text, in order. */
export function linksOf(nodes: readonly PhrasingContent[]): string[] {
  return nodes.flatMap((node) =>
    node.type === 'link'
      ? [(node as Link).url]
      : 'children' in node
        ? linksOf(node.children as PhrasingContent[])
        : [],
  );
}

/** `**Alert:** X  **Owner:** Y`: a line that begins with a label in bold, parted before each one. */
function splitLabels(nodes: readonly PhrasingContent[]): PhrasingContent[][] {
  const isLabel = (at: number): boolean => {
    const [node, next] = [nodes[at], nodes[at + 1]];
    if (node?.type !== 'strong') return false;
    return (
      /[:：]\s*$/.test(textOf(node)) || (next?.type === 'text' && /^\s*[:：]/.test(next.value))
    );
  };
  const first = nodes.findIndex((node) => textOf(node).trim() !== '');
  const starts = nodes.flatMap((_, at) => (isLabel(at) ? [at] : []));
  if (starts.length < 2 || starts[0] !== first) return [[...nodes]];
  return starts.map((start, at) => nodes.slice(start, starts[at + 1]).map(withoutSeparator));
}

const withoutSeparator = (node: PhrasingContent): PhrasingContent =>
  node.type === 'text' ? { ...node, value: node.value.replace(/\s[|·•/;,–-]\s{0,4}$/u, '') } : node;

/** A paragraph's lines: parted by breaks, and by line ends in its text. */
function splitLines(nodes: readonly PhrasingContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'break') lines.push([]);
    else if (node.type === 'text') {
      const [first = '', ...others] = node.value.split(/\r?\n/);
      lines.at(-1)?.push({ ...node, value: first });
      for (const value of others) lines.push([{ ...node, value }]);
    } else lines.at(-1)?.push(node);
  }
  return lines;
}

import type { Element, ElementContent, Root } from 'hast';
import {
  attribute,
  byClass,
  element,
  findFirst,
  firstOf,
  hasClass,
  isElement,
  lineOf,
  replaceIn,
  textOf,
  words,
} from '../html/hast.ts';

/** How one block becomes what every format shares; null where the element is none of it. */
type Block = (node: Element) => readonly ElementContent[] | null;

/** Turns the blocks of AsciiDoc into those that every format shares. */
export function translate(content: Root): void {
  replaceIn(content, firstOf(blocks));
}

const TYPES: Readonly<Record<string, string>> = {
  note: 'note',
  tip: 'tip',
  important: 'caution',
  caution: 'caution',
  warning: 'caution',
};

const isTitle = (node: ElementContent): node is Element =>
  isElement(node) && hasClass(node, 'title');

const admonition: Block = (node) => {
  if (!hasClass(node, 'admonitionblock')) return null;
  const kind = Object.keys(TYPES).find((name) => hasClass(node, name)) ?? 'note';
  const content = findFirst(node, (one) => one.tagName === 'td' && hasClass(one, 'content'));
  const label = attribute(findFirst(node, byClass('icon')) ?? node, 'title');
  return [aside(TYPES[kind] ?? 'note', content, TYPES[kind] === kind ? '' : label)];
};

const sidebar: Block = (node) =>
  hasClass(node, 'sidebarblock') ? [aside('note', findFirst(node, byClass('content')), '')] : null;

function aside(type: string, content: Element | undefined, label: string): Element {
  const heading = content?.children.find(isTitle);
  const title = lineOf(heading) || label;
  const children = content?.children.filter((child) => child !== heading) ?? [];
  return element('x-aside', { type, ...(title === '' ? {} : { title }) }, children);
}

const checklist: Block = (node) =>
  isElement(node, 'ul') && hasClass(node, 'checklist')
    ? [{ ...node, children: node.children.map(taskOf) }]
    : null;

function taskOf(item: ElementContent): ElementContent {
  const line = isElement(item) ? findFirst(item, (one) => one.tagName === 'p') : undefined;
  const [first, ...rest] = line?.children ?? [];
  const mark = first?.type === 'text' ? /^\s*([✓❏])\s*(.*)$/su.exec(first.value) : null;
  if (!line || !mark) return item;
  const box = element('input', { type: 'checkbox', checked: mark[1] === '✓' });
  line.children = [box, words(` ${mark[2] ?? ''}`), ...rest];
  return item;
}

/** A verse keeps its lines, and is no code. */
const verse: Block = (node) => {
  if (!hasClass(node, 'verseblock')) return null;
  const lines = textOf(findFirst(node, (one) => one.tagName === 'pre')).split('\n');
  const broken = lines.flatMap((line, at) => [...(at > 0 ? [element('br', {})] : []), words(line)]);
  const rest = node.children.filter((child) => !isElement(child, 'pre'));
  return [element('blockquote', {}, element('p', {}, broken)), ...rest];
};

const formula: Block = (node) => {
  if (!hasClass(node, 'stemblock')) return null;
  const source = textOf(findFirst(node, byClass('content'))).trim();
  const text = source.replace(/^\\[[$]\s*/, '').replace(/\s*\\[\]$]$/, '');
  const code = element('code', { className: ['language-tex'] }, words(text));
  return [...node.children.filter(isTitle), element('pre', {}, code)];
};

/** A title goes with its block; inside a note it is the note's own, which comes later. */
const titled: Block = (node) => {
  if (hasClass(node, 'content') || node.tagName === 'table') return null;
  const title = node.children.find(isTitle);
  if (!title) return null;
  const line = element('p', {}, element('strong', {}, title.children));
  return [{ ...node, children: node.children.map((child) => (child === title ? line : child)) }];
};

const attribution: Block = (node) =>
  hasClass(node, 'attribution') ? [element('p', {}, node.children)] : null;

const blocks: readonly Block[] = [
  admonition,
  sidebar,
  checklist,
  verse,
  formula,
  attribution,
  titled,
];

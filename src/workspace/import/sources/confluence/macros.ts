import type { Element, ElementContent, Root } from 'hast';
import type { Listed } from '../../../../domain/import/model.ts';
import {
  attribute,
  byClass,
  cellsOf,
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
import { caption, leftOut, linksIn } from '../html/parts.ts';

/** How one macro becomes what every format shares; null where the element is none of it. */
type Macro = (node: Element, listed: Listed[]) => readonly ElementContent[] | null;

/** Translates the macros of a page as its export shows them. */
export function translateMacros(content: Root, listed: Listed[]): void {
  replaceIn(content, firstOf(macros, listed));
}

const asideTypes: Readonly<Record<string, string>> = {
  information: 'note',
  info: 'note',
  tip: 'tip',
  success: 'tip',
  note: 'caution',
  warning: 'danger',
  error: 'danger',
};

const aside = (type: string, title: string, children: readonly ElementContent[]): Element =>
  element('x-aside', { type, ...(title === '' ? {} : { title }) }, children);

const information: Macro = (node) => {
  if (!hasClass(node, 'confluence-information-macro')) return null;
  const kind = /confluence-information-macro-(\w+)/.exec(attribute(node, 'className'))?.[1] ?? '';
  const title = findFirst(node, byClass('title', 'confluence-information-macro-title'));
  const rest = node.children.filter(
    (child) =>
      child !== title &&
      !(isElement(child) && hasClass(child, 'confluence-information-macro-icon')),
  );
  return [aside(asideTypes[kind] ?? 'note', lineOf(title), rest)];
};

/** The same boxes, as versions before 5 draw them: a table with a picture and the words. */
const oldInformation: Macro = (node) => {
  if (!hasClass(node, 'panelMacro')) return null;
  const table = findFirst(node, (child) => child.tagName === 'table');
  const kind = /(\w+)Macro/.exec(table ? attribute(table, 'className') : '')?.[1] ?? '';
  const cells = table ? cellsOf(table) : [];
  return [
    aside(
      asideTypes[kind] ?? 'note',
      '',
      cells.flatMap((cell) => cell.children.filter(isNoIcon)),
    ),
  ];
};

const isNoIcon = (node: ElementContent): boolean =>
  !isElement(node, 'img') || !/(?:^|\/)images\/icons\//.test(attribute(node, 'src'));

const panel: Macro = (node) => {
  if (!hasClass(node, 'panel')) return null;
  const header = findFirst(node, byClass('panelHeader'));
  const body = findFirst(node, byClass('panelContent'));
  const code = body && findFirst(body, (child) => child.tagName === 'pre');
  const isCode =
    hasClass(node, 'code', 'preformatted') || (code && hasClass(code, 'syntaxhighlighter-pre'));
  if (!body) return null;
  if (isCode && code) return [...(header ? [caption(lineOf(header))] : []), codeOf(code)];
  return [aside('note', lineOf(header), body.children)];
};

/** A code block with the language that its macro names. */
function codeOf(pre: Element): Element {
  const brush = /\bbrush:\s*([\w+#.-]+)/.exec(
    `${attribute(pre, 'dataSyntaxhighlighterParams')} ${attribute(pre, 'className')}`,
  )?.[1];
  const language =
    brush === undefined || brush === 'none' ? [] : [`language-${brush.toLowerCase()}`];
  return element('pre', {}, element('code', { className: language }, words(textOf(pre))));
}

const expand: Macro = (node) => {
  if (!hasClass(node, 'expand-container')) return null;
  const control =
    findFirst(node, byClass('expand-control-text')) ?? findFirst(node, byClass('expand-control'));
  const body = findFirst(node, byClass('expand-content'));
  if (!body) return null;
  return [
    element(
      'details',
      {},
      element('summary', {}, words(lineOf(control) || 'More')),
      ...body.children,
    ),
  ];
};

const contents: Macro = (node, listed) => {
  if (!hasClass(node, 'toc-macro', 'toc', 'plugin_pagetree')) return null;
  if (lineOf(node) !== '')
    listed.push(
      leftOut(node, 'table of contents', 'Left out: each page draws its own.', linksIn(node)),
    );
  return [];
};

const status: Macro = (node) =>
  hasClass(node, 'status-macro', 'aui-lozenge') ? [element('strong', {}, node.children)] : null;

const task: Macro = (node) => {
  if (node.tagName !== 'li' || attribute(node, 'dataInlineTaskId') === '') return null;
  const box = element('input', { type: 'checkbox', checked: hasClass(node, 'checked') });
  return [{ ...node, children: [box, words(' '), ...node.children] }];
};

/** Little pictures of the program itself, in front of links to pages, tickets and files. */
const icon: Macro = (node, listed) => {
  if (node.tagName !== 'img') return null;
  const isIcon = /(?:^|\/)images\/icons\//.test(attribute(node, 'src')) || hasClass(node, 'icon');
  if (!isIcon) return null;
  listed.push(
    leftOut(node, 'icon', 'Left out: an icon of the wiki itself.', attribute(node, 'src')),
  );
  return [];
};

/** A diagram that a plug-in draws in the browser: the export holds its name only. */
const diagram: Macro = (node, listed) => {
  const name = attribute(node, 'dataMacroName');
  if (!/^(?:drawio|gliffy|lucidchart|plantuml|mermaid)/.test(name)) return null;
  if (findFirst(node, (child) => isElement(child, 'img', 'pre', 'svg'))) return null;
  const script = findFirst(node, (child) => child.tagName === 'script');
  listed.push(
    leftOut(
      node,
      'diagram',
      'Left out: the export does not hold it.',
      textOf(script ?? node).trim() || name,
    ),
  );
  return [];
};

const macros: readonly Macro[] = [
  information,
  oldInformation,
  panel,
  expand,
  contents,
  status,
  task,
  icon,
  diagram,
];

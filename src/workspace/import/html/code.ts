import type { Element, ElementContent } from 'hast';
import type { Noting } from './listing.ts';

/** The text of a code block, byte for byte; a break is a line end. */
export function codeOf(element: Element, _noting: Noting): string {
  return element.children.map(textOf).join('').replace(/\n$/, '');
}

/** All text of a node; a break is a line end. */
export function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return '';
  if (node.tagName === 'br') return '\n';
  return node.children.map(textOf).join('');
}

/** The language that a block says it is in, by one of the usual classes. */
export function languageOf(element: Element): string | null {
  const inner = element.children.find((child) => child.type === 'element');
  for (const one of [element, inner]) {
    if (one?.type !== 'element') continue;
    for (const name of classesOf(one)) {
      const language = /^(?:language|lang|highlight-source|brush)[-:](.+)$/.exec(name)?.[1];
      if (language) return language.replace(/;$/, '');
    }
    const data =
      one.properties['dataLang'] ?? one.properties['dataLanguage'] ?? one.properties['lang'];
    if (typeof data === 'string' && /^[\w+#.-]+$/.test(data)) return data;
  }
  return null;
}

const classesOf = (element: Element): string[] => {
  const value = element.properties?.['className'];
  return Array.isArray(value) ? value.map(String) : [];
};

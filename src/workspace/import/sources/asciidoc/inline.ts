import type { Element, ElementContent, Root } from 'hast';
import type { Listed } from '../../../../domain/import/model.ts';
import { element, hasClass, isElement, replaceIn, textOf, words } from '../html/hast.ts';

/** Formulas and icons in the lines of AsciiDoc: a formula is code, an icon is left out and told. */
export function translateWords(content: Root, source: string, listed: Listed[]): void {
  if (source.includes('icon:')) withoutIcons(content, listed);
  if (/\b(?:stem|latexmath|asciimath):\[/.test(source)) formulasIn(content);
}

function withoutIcons(content: Root, listed: Listed[]): void {
  replaceIn(content, (node) => {
    if (!hasClass(node, 'icon') || isElement(node, 'td')) return null;
    const became = 'Left out: a handbook has no icons.';
    const text = `icon:${textOf(node).replace(/^\[|\]$/g, '')}[]`;
    listed.push({ line: null, kind: 'icon', text, became });
    return [];
  });
}

const FORMULA = /\\\$(.{1,500}?)\\\$|\\\((.{1,500}?)\\\)/gs;

/** What stands between the marks that a browser's script would have drawn. */
function formulasIn(parent: Root | Element): void {
  parent.children = parent.children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return formulasOf(child.value);
    if (isElement(child) && !isElement(child, 'pre', 'code')) formulasIn(child);
    return [child as ElementContent];
  }) as typeof parent.children;
}

function formulasOf(value: string): ElementContent[] {
  const out: ElementContent[] = [];
  let from = 0;
  for (const found of value.matchAll(FORMULA)) {
    out.push(
      words(value.slice(from, found.index)),
      element('code', {}, words(found[1] ?? found[2] ?? '')),
    );
    from = found.index + found[0].length;
  }
  return [...out, words(value.slice(from))];
}

import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Listed } from '../../../domain/import/model.ts';

/** Where a conversion writes down what has no counterpart, and the text that it is read from. */
export interface Noting {
  readonly listed: Listed[];
  readonly source: string | null;
}

/** Writes down an element: whole, or only its opening tag where its content is kept. */
export function listElement(
  { listed, source }: Noting,
  element: Element,
  kind: string,
  became: string,
  part: 'whole' | 'tag' = 'whole',
): void {
  const line = element.position?.start.line ?? null;
  listed.push({ line, kind, text: sourceOf(element, source, part), became });
}

function sourceOf(element: Element, source: string | null, part: 'whole' | 'tag'): string {
  const start = element.position?.start.offset;
  const end = element.position?.end.offset;
  if (part === 'tag') return toHtml({ ...element, children: [] }).replace(/<\/[^>]*>$/, '');
  if (source !== null && start !== undefined && end !== undefined && end > start)
    return source.slice(start, end);
  return toHtml(element);
}

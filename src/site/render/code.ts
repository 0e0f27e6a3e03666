import { type ElementNode, h } from './hast.ts';
import { highlight } from './highlight.ts';

/** A code block in its own region that scrolls, with a caption where it has a title. */
export async function codeFigure(
  text: string,
  language: string,
  title: string | undefined,
): Promise<ElementNode> {
  const pre = h('pre', { tabIndex: 0, dataLanguage: language || 'text' }, [
    h('code', {}, await highlight(text, language)),
  ]);
  const caption = title ? [h('figcaption', {}, [title])] : [];
  return h('figure', { className: ['code'] }, [...caption, pre]);
}

import { toHtml } from 'hast-util-to-html';
import { type HtmlNode, h } from './hast.ts';
import { highlight } from './highlight.ts';

interface CodeText {
  readonly text: string;
  readonly language: string;
  /** Where it is run; stands above it. */
  readonly where: string | null;
}

/** Code as it stands on every page: where to run it, then the coloured text, which a script gives a copy button. */
export async function codeFigure({ text, language, where }: CodeText): Promise<HtmlNode> {
  const pre = h('pre', { tabIndex: 0, dataLanguage: language || 'text' }, [
    h('code', {}, await highlight(text, language)),
  ]);
  const caption = where ? [h('figcaption', {}, [where])] : [];
  return h('figure', { className: ['code'] }, [...caption, pre]);
}

/** The same as HTML. */
export const codeHtml = async (code: CodeText): Promise<string> =>
  toHtml((await codeFigure(code)) as never);

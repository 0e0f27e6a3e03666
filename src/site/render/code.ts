import { toHtml } from 'hast-util-to-html';
import { command } from './components/command.ts';
import { type HtmlNode, h } from './hast.ts';
import { highlight } from './highlight.ts';

interface CodeText {
  readonly text: string;
  readonly language: string;
  /** Where it is run; stands above it. */
  readonly where: string | null;
}

interface CommandText extends CodeText {
  /** The attributes of a Command: where and as whom it is run, and the answer to expect. */
  readonly command: Readonly<Record<string, string>> | null;
}

/** Code as it stands on every page: where to run it, then the coloured text, which a script gives a copy button. */
export async function codeFigure({ text, language, where }: CodeText): Promise<HtmlNode> {
  const pre = h('pre', { tabIndex: 0, dataLanguage: language || 'text' }, [
    h('code', {}, await highlight(text, language)),
  ]);
  const caption = where ? [h('figcaption', {}, [where])] : [];
  return h('figure', { className: ['code'] }, [...caption, pre]);
}

/** The same as HTML; a command with its place and the answer to expect, as in the text. */
export async function codeHtml(code: CommandText): Promise<string> {
  const figure = await codeFigure(code);
  return toHtml((code.command ? command(code.command, [figure], () => '') : figure) as never);
}

import { toHtml } from 'hast-util-to-html';
import { h } from './hast.ts';
import { highlight } from './highlight.ts';

/** The text of a document as a block of code under its path: the fields coloured, the body as it is. */
export async function exampleHtml(text: string, path: string): Promise<string> {
  const fields = /^---\n.*?\n---\n/s.exec(text)?.[0] ?? (path.endsWith('.yaml') ? text : '');
  const code = await highlight(fields, 'yaml');
  return figure([...code, text.slice(fields.length)], path);
}

/** Commands to copy, which are typed in the folder of the program. */
export const commandHtml = (text: string): Promise<string> =>
  codeHtml(text, 'In the folder of the program', 'sh');

/** Code to copy, as blocks in documents look. */
export const codeHtml = async (
  text: string,
  title: string | null,
  language: string,
): Promise<string> => figure(await highlight(text, language), title);

const figure = (code: Awaited<ReturnType<typeof highlight>>, title: string | null): string =>
  toHtml(
    h('figure', { className: ['code'] }, [
      ...(title === null ? [] : [h('figcaption', {}, [title])]),
      h('pre', { tabIndex: 0 }, [h('code', {}, code)]),
    ]) as never,
  );

import { readMarkdown } from '../markdown/read-markdown.ts';
import type { Read, ReadOptions } from '../read.ts';
import { readMdx } from './read-mdx.ts';

/** Reads a Markdown file as its site does: `.mdx` as MDX, and with Docusaurus `.md` too where it holds components. */
export function readDialect(text: string, options: ReadOptions): Read {
  const isMdx =
    /\.mdx$/i.test(options.path) ||
    (options.dialect === 'docusaurus' && /^(?:import\s.{1,300}\sfrom\s|\s*<[A-Z]\w*)/m.test(text));
  return isMdx ? readMdx(text, options) : readMarkdown(text, options);
}

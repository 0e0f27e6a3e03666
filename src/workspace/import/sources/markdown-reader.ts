import { readMdx } from '../dialects/read-mdx.ts';
import { readMarkdown } from '../markdown/read-markdown.ts';
import { decode } from './decode.ts';
import { notionMarkdown } from './notion/markdown.ts';
import { endsIn, type Reader } from './reader.ts';

/** Markdown in every dialect, and MDX. */
export const markdownReader: Reader = {
  format: 'markdown',
  takes: (file) => endsIn(file, 'md', 'markdown', 'mdown', 'mkd', 'mkdn', 'mdx'),
  read: async ({ file, bytes, survey }) => {
    const text = decode(bytes, file.path);
    if (survey.isNotion) return { ...notionMarkdown(text, file.path, survey), title: null };
    const dialect = survey.dialectOf(file.path);
    // Docusaurus takes every page for MDX, whatever its ending.
    const read = endsIn(file, 'mdx') || dialect === 'docusaurus' ? readMdx : readMarkdown;
    return { dialect, title: null, ...read(text, { path: file.path, dialect }) };
  },
};

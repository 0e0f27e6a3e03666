import { readMarkdown } from '../markdown/read-markdown.ts';
import { decode } from './decode.ts';
import { notionMarkdown } from './notion/markdown.ts';
import { endsIn, type Reader } from './reader.ts';

/** Markdown in every dialect. */
export const markdownReader: Reader = {
  format: 'markdown',
  takes: (file) => endsIn(file, 'md', 'markdown', 'mdown', 'mkd', 'mkdn', 'mdx'),
  read: async ({ file, bytes, survey }) => {
    const text = decode(bytes, file.path);
    const { dialect } = survey;
    if (dialect === 'notion') return { ...notionMarkdown(text, file.path, survey), title: null };
    return { dialect, title: null, ...readMarkdown(text, { path: file.path, dialect }) };
  },
};

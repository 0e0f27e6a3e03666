import { readMarkdown } from '../markdown/read-markdown.ts';
import { decode } from './decode.ts';
import { endsIn, type Reader } from './reader.ts';

/** Markdown in every dialect. */
export const markdownReader: Reader = {
  format: 'markdown',
  takes: (file) => endsIn(file, 'md', 'markdown', 'mdown', 'mkd', 'mkdn', 'mdx'),
  read: async ({ file, bytes, survey: { dialect } }) => {
    const read = readMarkdown(decode(bytes, file.path), { path: file.path, dialect });
    return { dialect, title: null, ...read };
  },
};

import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { decode } from './decode.ts';
import { endsIn, type Reader } from './reader.ts';

/** Markdown in every dialect. */
export const markdownReader: Reader = {
  format: 'markdown',
  takes: (file) => endsIn(file, 'md', 'markdown', 'mdown', 'mkd', 'mkdn', 'mdx'),
  read: async ({ file, bytes, survey: { dialect } }) => {
    const text = decode(bytes, file.path);
    const tree = fromMarkdown(text, {
      extensions: [gfm()],
      mdastExtensions: [gfmFromMarkdown()],
    });
    const inventory = { texts: [], codes: [], cells: [], links: [], images: [] };
    return { dialect, frontmatter: {}, title: null, tree, listed: [], inventory };
  },
};

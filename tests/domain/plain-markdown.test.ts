import { join } from 'node:path';
import { toString as textOf } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { readWorkspace } from '../../src/workspace/read-corpus.ts';

/** Any Markdown tool: another parser than ours, which knows nothing of components. */
const markdown = unified().use(remarkParse).use(remarkGfm);

const read = (body: string) => {
  const headings: string[] = [];
  const links: string[] = [];
  visit(markdown.parse(body), (node) => {
    if (node.type === 'heading') headings.push(`${node.depth} ${textOf(node)}`);
    if (node.type === 'link' || node.type === 'definition') links.push(node.url);
  });
  return { headings, links: links.sort() };
};

const { corpus } = readWorkspace(join(import.meta.dirname, '../../content'));
const documents = corpus.entries.filter(({ outline }) => outline !== null);

describe('a document stays readable as plain Markdown, without this project', () => {
  it.each(documents.map((entry) => [entry.path, entry] as const))(
    '%s',
    (_path, { body, outline }) => {
      expect(read(body)).toEqual({
        headings: outline?.headings.map(({ depth, text }) => `${depth} ${text}`),
        links: outline?.links.map(({ url }) => url).sort(),
      });
    },
  );
});

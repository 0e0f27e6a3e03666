import { markdownToMdast } from 'satteri';
import type { Node } from '../mdx/node.ts';
import { placeholdersOf } from './placeholders.ts';

/** A Markdown text with its tree; placeholders that look like tags are text in both. */
export interface ParsedMarkdown {
  readonly tree: Node;
  readonly text: string;
}

/** Escaping one tag can uncover another that stood in its block. */
const ROUNDS = 5;

/** Parses Markdown; what looks like a tag and is none, as `<your-name>`, is text. */
export function parseMarkdown(source: string): ParsedMarkdown {
  let text = source;
  let tree = parse(text);
  for (let round = 0; round < ROUNDS; round++) {
    const offsets = placeholdersOf(tree, text);
    if (offsets.length === 0) break;
    text = escapeAt(text, offsets);
    tree = parse(text);
  }
  return { tree, text };
}

const parse = (text: string): Node =>
  markdownToMdast(text, {
    features: { gfm: true, frontmatter: false, directive: false },
  }) as unknown as Node;

function escapeAt(text: string, offsets: readonly number[]): string {
  let out = '';
  let from = 0;
  for (const offset of offsets) {
    out += `${text.slice(from, offset)}\\`;
    from = offset;
  }
  return out + text.slice(from);
}

import { markdownToMdast } from 'satteri';
import { append } from '../../../domain/import/lists.ts';
import { childrenOf, type Node } from '../mdx/node.ts';
import { joinParted } from './parted-code.ts';
import { type Placeholder, placeholdersOf } from './placeholders.ts';

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
    const found = placeholdersOf(tree, text).filter(
      (one) => one.inHtml || !isAfterAddress(text, one),
    );
    if (found.length === 0) break;
    text = escapeAt(text, found);
    tree = parse(text);
  }
  joinParted(tree);
  asText(tree, new Set(placeholdersOf(tree, text).map(({ offset }) => offset)));
  return { tree, text };
}

/** Whether a bare address stands right before, which would take the escape into itself. */
const isAfterAddress = (text: string, { offset }: Placeholder): boolean =>
  /(?:\/\/|www\.|@)[^\s<]*$/i.test(text.slice(Math.max(0, offset - 500), offset));

/** Tags in a line that are none, as text where they stand. */
function asText(root: Node, offsets: ReadonlySet<number>): void {
  if (offsets.size === 0) return;
  const open = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'html' && offsets.has(node.position?.start.offset ?? -1)) node.type = 'text';
    append(open, childrenOf(node));
  }
}

const parse = (text: string): Node =>
  markdownToMdast(text, {
    features: { gfm: true, frontmatter: false, directive: false },
  }) as unknown as Node;

function escapeAt(text: string, found: readonly Placeholder[]): string {
  let out = '';
  let from = 0;
  for (const { offset, inHtml } of found) {
    out += text.slice(from, offset) + (inHtml ? '&lt;' : '\\<');
    from = offset + 1;
  }
  return out + text.slice(from);
}

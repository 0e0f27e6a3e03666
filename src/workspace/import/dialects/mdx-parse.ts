import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import { gfm } from 'micromark-extension-gfm';
import { mdxExpression } from 'micromark-extension-mdx-expression';
import { mdxJsx } from 'micromark-extension-mdx-jsx';
import type { Node } from '../mdx/node.ts';

/** A text of MDX with its tree; what was no MDX in it is escaped in the text. */
export interface ParsedMdx {
  readonly tree: Node;
  readonly text: string;
}

/**
 * Parses MDX by its brackets, not by the grammar of JavaScript: nothing is run, and an expression of another
 * language is as good. A sign that breaks it is taken for text; null where too many do.
 */
export function parseMdxText(source: string): ParsedMdx | null {
  let text = source;
  for (let round = rounds(source); round > 0; round -= 1) {
    try {
      return { tree: parse(text), text };
    } catch (error) {
      const culprit = culpritOf(error, text);
      if (culprit === null) return null;
      text = `${text.slice(0, culprit)}\\${text.slice(culprit)}`;
    }
  }
  return null;
}

const OFF = ['autolink', 'codeIndented', 'htmlFlow', 'htmlText'];

function parse(text: string): Node {
  return fromMarkdown(text, {
    extensions: [gfm(), mdxExpression(), mdxJsx(), { disable: { null: OFF } }],
    mdastExtensions: [gfmFromMarkdown(), mdxFromMarkdown()],
  }) as unknown as Node;
}

/** Each round reads the text once more: many for a page, few for a megabyte. */
const rounds = (source: string): number =>
  Math.max(2, Math.min(40, Math.floor(400_000 / (source.length + 1))));

interface Failure {
  readonly place?: { line?: number; column?: number; offset?: number; start?: { offset?: number } };
  readonly message?: string;
  readonly ruleId?: string;
}

/** Offset of the bracket that a failure comes from; null where none is to blame. */
function culpritOf(error: unknown, text: string): number | null {
  const { place, message = '', ruleId } = error as Failure;
  const named = /\((\d+):(\d+)(?:-\d+:\d+)?\)/.exec(message);
  const isTag = ruleId === 'end-tag-mismatch' && named;
  const offset = isTag
    ? offsetAt(text, Number(named[1]), Number(named[2]))
    : (place?.start?.offset ?? place?.offset);
  if (offset === undefined) return null;
  if (isBare(text, offset)) return offset;
  for (let at = Math.min(offset, text.length - 1); at >= 0 && offset - at < FAR; at -= 1)
    if (isBare(text, at)) return at;
  return null;
}

const FAR = 20_000;

const isBare = (text: string, at: number): boolean =>
  (text[at] === '<' || text[at] === '{') && text[at - 1] !== '\\';

function offsetAt(text: string, line: number, column: number): number {
  let start = 0;
  for (let count = 1; count < line; count += 1) start = text.indexOf('\n', start) + 1;
  return start + column - 1;
}

import type { mdxSyntax } from '../domain/checks/rules/mdx-syntax.ts';
import { components, htmlElements } from '../domain/components/catalogue.ts';

/** A syntax error of the parser as it is told to authors. */
export interface Failure {
  readonly messageId: keyof typeof mdxSyntax.messages;
  readonly args: Readonly<Record<string, string | number>>;
  /** Offset of the place that is reported. */
  readonly offset: number;
  /** Offsets of the characters that must be taken literally to read on. */
  readonly culprits: readonly number[];
}

/** Reads an error thrown by the parser for `text`. */
export function failureOf(error: unknown, text: string): Failure {
  const message = error instanceof Error ? error.message : String(error);
  const [, line, column, words = message] = /^(\d+):(\d+): (.*)$/s.exec(message) ?? [];
  const reason = words.replace(/ \([^()]*\)$/, '').replace(/\.$/, '');
  const other: Failure = { messageId: 'other', args: { reason }, offset: 0, culprits: [] };
  if (line === undefined) return other;
  const place = offsetAt(text, Number(line), Number(column));
  const culprit = text.lastIndexOf(/expression|brace/.test(words) ? '{' : '<', place);
  if (culprit < 0) return { ...other, offset: place };
  return {
    ...tell(words, text, culprit),
    offset: culprit,
    culprits: [culprit, ...opening(words, text)],
  };
}

/** Where the tag begins that a wrong closing tag should have closed. */
function opening(words: string, text: string): number[] {
  const [, line, column] = /^Unexpected closing tag.*for `<.*\((\d+):(\d+)\)/.exec(words) ?? [];
  return line === undefined ? [] : [offsetAt(text, Number(line), Number(column))];
}

function tell(words: string, text: string, offset: number): Pick<Failure, 'messageId' | 'args'> {
  if (text[offset] === '{') return { messageId: 'brace', args: {} };
  if (text.startsWith('<!--', offset)) return { messageId: 'comment', args: {} };
  const [, tag, name = ''] = /^Expected a closing tag for `(<([^`>]*)>)`/.exec(words) ?? [];
  if (tag !== undefined) return { messageId: unclosed(name), args: { tag, name } };
  const [, closing, open, line] =
    /^Unexpected closing tag `(<[^`]*>)`(?:.*for `<([^`>]*)>` \((\d+):)?/.exec(words) ?? [];
  if (closing === undefined) return { messageId: 'lessThan', args: {} };
  if (open === undefined || line === undefined)
    return { messageId: 'strayClosing', args: { tag: closing } };
  return { messageId: 'mismatch', args: { tag: closing, name: open, line } };
}

const VOID = new Set(['br', 'hr', 'img', 'input', 'wbr']);

/** Whether a tag that is never closed is one at all, or a placeholder such as `<tenant>`. */
function unclosed(name: string): 'unclosedTag' | 'voidTag' | 'noTag' {
  const known = htmlElements.has(name) || components.some((component) => component.name === name);
  if (!known) return 'noTag';
  return VOID.has(name) ? 'voidTag' : 'unclosedTag';
}

function offsetAt(text: string, line: number, column: number): number {
  let start = 0;
  for (let at = 1; at < line; at++) {
    const end = text.indexOf('\n', start);
    if (end < 0) return text.length;
    start = end + 1;
  }
  return Math.min(start + column - 1, text.length);
}

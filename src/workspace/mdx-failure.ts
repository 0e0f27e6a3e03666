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
  return failureAt(words, text, culprit);
}

function failureAt(words: string, text: string, offset: number): Failure {
  const is = (messageId: Failure['messageId'], args: Failure['args'] = {}): Failure => ({
    messageId,
    args,
    offset,
    culprits: [offset],
  });
  if (text[offset] === '{') return is('brace');
  if (text.startsWith('<!--', offset)) return is('comment');
  const [, unclosed] = /^Expected a closing tag for `<([^`>]*)>`/.exec(words) ?? [];
  if (unclosed !== undefined)
    return is(unclosedId(unclosed), { tag: `<${unclosed}>`, name: unclosed });
  const [, closing, open, line, column] =
    /^Unexpected closing tag `<\/([^`>]*)>`(?:.*for `<([^`>]*)>` \((\d+):(\d+)\))?/.exec(words) ??
    [];
  if (closing === undefined) return is('lessThan');
  if (VOID.has(closing)) return is('voidTag', { tag: `</${closing}>`, name: closing });
  if (!isKnown(closing)) return is('noTag', { tag: `</${closing}>` });
  if (open === undefined || line === undefined) return is('strayClosing', { tag: `</${closing}>` });
  const opening = offsetAt(text, Number(line), Number(column));
  if (unclosedId(open) === 'unclosedTag') {
    const mismatch = is('mismatch', { tag: `</${closing}>`, name: open, line });
    return { ...mismatch, culprits: [offset, opening] };
  }
  const cause = is(unclosedId(open), { tag: `<${open}>`, name: open });
  return { ...cause, offset: opening, culprits: [opening] };
}

/** Whether a tag is one that documents may use. */
const isKnown = (name: string): boolean =>
  htmlElements.has(name) || components.some((component) => component.name === name);

/** What a tag is that nothing closes; most others are placeholders such as `<tenant>`. */
function unclosedId(name: string): 'unclosedTag' | 'voidTag' | 'noTag' {
  if (VOID.has(name)) return 'voidTag';
  return isKnown(name) ? 'unclosedTag' : 'noTag';
}

const VOID = new Set(['br', 'wbr']);

function offsetAt(text: string, line: number, column: number): number {
  let start = 0;
  for (let at = 1; at < line; at++) {
    const end = text.indexOf('\n', start);
    if (end < 0) return text.length;
    start = end + 1;
  }
  return Math.min(start + column - 1, text.length);
}

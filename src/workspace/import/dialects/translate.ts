import type { Dialect, Listed } from '../../../domain/import/model.ts';
import { rulesOf, translateLines } from './blocks.ts';
import { applies } from './family.ts';
import { families, markIn } from './registry.ts';
import type { State } from './state.ts';

/** A text after its dialect's own constructs became Markdown and HTML. */
export interface Translated {
  readonly text: string;
  /** For each line of the text the line of the source that it came from, from 1. */
  readonly lines: readonly number[];
  readonly listed: readonly Listed[];
}

/** What is known of a text before it is translated; in MDX braces hold code, so templates are none there. */
export interface TranslateOptions {
  readonly path: string;
  readonly dialect: Dialect;
  readonly mdx?: boolean;
}

/**
 * Turns what a dialect adds to Markdown into elements that the HTML handling knows; code stays byte for byte.
 * The text comes without its front matter.
 */
export function translate(
  text: string,
  { path, dialect, mdx = false }: TranslateOptions,
): Translated {
  const state: State = { path, dialect, mdx, listed: [] };
  const rules = rulesOf(families, (rule) => applies(rule, state), markIn);
  const given = text.split(/\r\n|\n|\r/).map((line, index) => ({ text: line, from: index + 1 }));
  const lines = translateLines(given, rules, state);
  return {
    text: lines.map((line) => line.text).join('\n'),
    lines: lines.map((line) => line.from),
    listed: state.listed,
  };
}

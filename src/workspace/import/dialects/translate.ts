import type { Listed } from '../../../domain/import/model.ts';
import type { ReadOptions } from '../read.ts';

/** A text after its dialect's own constructs became Markdown and HTML. */
export interface Translated {
  readonly text: string;
  /** For each line of the text the line of the source that it came from, from 1. */
  readonly lines: readonly number[];
  readonly listed: readonly Listed[];
}

/** Placeholder until the dialects are translated: the text as it is. */
export function translate(text: string, _options: ReadOptions): Translated {
  return { text, lines: text.split('\n').map((_, index) => index + 1), listed: [] };
}

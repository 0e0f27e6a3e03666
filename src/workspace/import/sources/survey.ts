import type { Dialect } from '../../../domain/import/model.ts';
import type { Source } from './source.ts';

/** What the source as a whole says of its files; found once before the first of them is read. */
export interface Survey {
  /** How its Markdown is written. */
  readonly dialect: Dialect;
}

/** Looks a source over: its dialect, and the lists of pages that exports carry. */
export async function surveySource(_source: Source): Promise<Survey> {
  return { dialect: 'markdown' };
}

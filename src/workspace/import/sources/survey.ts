import type { Dialect } from '../../../domain/import/model.ts';
import { confluenceTitles } from './confluence/survey.ts';
import { databasesOf } from './notion/databases.ts';
import { isNotionExport } from './notion/names.ts';
import type { Source } from './source.ts';

/** What the source as a whole says of its files; found once before the first of them is read. */
export interface Survey {
  /** How its Markdown is written. */
  readonly dialect: Dialect;
  /** Titles of the pages of a Confluence space, by path. */
  readonly confluence: Readonly<Record<string, string>>;
  /** Columns of the databases of Notion, by the folder in which the pages of the rows stand. */
  readonly databases: Readonly<Record<string, readonly string[]>>;
}

/** Looks a source over: its dialect, and the lists of pages that exports carry. */
export async function surveySource(source: Source): Promise<Survey> {
  const isNotion = isNotionExport(source.files);
  return {
    dialect: isNotion ? 'notion' : 'markdown',
    confluence: await confluenceTitles(source),
    databases: isNotion ? await databasesOf(source) : {},
  };
}

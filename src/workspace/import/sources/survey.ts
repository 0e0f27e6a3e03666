import type { Dialect } from '../../../domain/import/model.ts';
import { dialectsOf } from '../dialects/dialect-of.ts';
import { confluenceTitles } from './confluence/survey.ts';
import { decode } from './decode.ts';
import { isHidden } from './names.ts';
import { databasesOf } from './notion/databases.ts';
import { isNotionExport } from './notion/names.ts';
import { endsIn } from './reader.ts';
import { type Source, SourceError, type SourceFile } from './source.ts';

/** What the source as a whole says of its files; found once before the first of them is read. */
export interface Survey {
  /** How a file of Markdown is written. */
  dialectOf(path: string): Dialect;
  readonly isNotion: boolean;
  /** Titles of the pages of a Confluence space, by path. */
  readonly confluence: Readonly<Record<string, string>>;
  /** Columns of the databases of Notion, by the folder in which the pages of the rows stand. */
  readonly databases: Readonly<Record<string, readonly string[]>>;
}

/** Looks a source over: its dialects, and the lists of pages that exports carry. */
export async function surveySource(source: Source): Promise<Survey> {
  const isNotion = isNotionExport(source.files);
  const paths = source.files.map(({ path }) => path);
  return {
    dialectOf: isNotion
      ? () => 'notion'
      : dialectsOf({ paths, above: source.above, texts: await someTexts(source) }),
    isNotion,
    confluence: await confluenceTitles(source),
    databases: isNotion ? await databasesOf(source) : {},
  };
}

/** So many texts tell how a source is written. */
const SAMPLE = 200;

/** Texts from all over the source. */
async function someTexts({ files }: Source): Promise<string[]> {
  const documents = files.filter((file) => endsIn(file, 'md', 'mdx') && !isHidden(file.path));
  const step = Math.max(1, Math.ceil(documents.length / SAMPLE));
  const taken = documents.filter((_, at) => at % step === 0);
  return Promise.all(taken.map(textIn));
}

/** The text of a file; nothing where it cannot be read, which its reader tells. */
async function textIn(file: SourceFile): Promise<string> {
  try {
    return decode(await file.read(), file.path);
  } catch (error) {
    if (error instanceof SourceError) return '';
    throw error;
  }
}

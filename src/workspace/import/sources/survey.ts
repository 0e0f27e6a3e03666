import type { Dialect } from '../../../domain/import/model.ts';
import { dialectOf, dialectsOf } from '../dialects/dialect-of.ts';
import { confluenceTitles } from './confluence/survey.ts';
import { decode } from './decode.ts';
import { databasesOf } from './notion/databases.ts';
import { isNotionExport } from './notion/names.ts';
import type { Source } from './source.ts';

/** What the source as a whole says of its files; found once before the first of them is read. */
export interface Survey {
  /** Notion for an export of it; else how most of its Markdown is written. */
  readonly dialect: Dialect;
  /** How the Markdown of one of its files is written. */
  readonly dialectOf: (path: string) => Dialect;
  /** Titles of the pages of a Confluence space, by path. */
  readonly confluence: Readonly<Record<string, string>>;
  /** Columns of the databases of Notion, by the folder in which the pages of the rows stand. */
  readonly databases: Readonly<Record<string, readonly string[]>>;
}

/** Looks a source over: its dialect, and the lists of pages that exports carry. */
export async function surveySource(source: Source): Promise<Survey> {
  const isNotion = isNotionExport(source.files);
  const paths = source.files.map(({ path }) => path);
  const texts = await someTexts(source);
  return {
    dialect: isNotion ? 'notion' : dialectOf({ paths, texts }),
    dialectOf: dialectsOf({ paths, texts }),
    confluence: await confluenceTitles(source),
    databases: isNotion ? await databasesOf(source) : {},
  };
}

/** Markdown files that are looked into to tell their dialect. */
const LOOKED_INTO = 40;

/** The texts of some Markdown files, spread over the source; one that cannot be read tells nothing. */
async function someTexts({ files }: Source): Promise<string[]> {
  const all = files.filter(({ path }) => /\.mdx?$/i.test(path));
  const step = Math.max(1, Math.ceil(all.length / LOOKED_INTO));
  const texts: string[] = [];
  for (const file of all.filter((_, index) => index % step === 0)) {
    try {
      texts.push(decode(await file.read(), file.path));
    } catch {}
  }
  return texts;
}

import { parse } from 'csv-parse/sync';
import { decode } from '../decode.ts';
import { folderOf, stemOf } from '../names.ts';
import { endsIn } from '../reader.ts';
import { type Source, SourceError, type SourceFile } from '../source.ts';
import { plainName } from './names.ts';

/** The columns of each database, by the folders in which the pages of its rows may stand. */
export async function databasesOf({ files }: Source): Promise<Record<string, readonly string[]>> {
  const found: Record<string, readonly string[]> = {};
  for (const file of files.filter((one) => endsIn(one, 'csv'))) {
    const columns = await columnsOf(file);
    for (const folder of rowFolders(file.path))
      found[folder] = [...(found[folder] ?? []), ...columns];
  }
  return found;
}

/** Older exports name the folder of a database with its id, newer ones without. */
export const rowFolders = (path: string): string[] => [
  `${stemOf(path).replace(/_all$/, '')}/`,
  `${folderOf(path)}${plainName(path)}/`,
];

async function columnsOf(file: SourceFile): Promise<string[]> {
  try {
    return rowsOf(decode(await file.read(), file.path), file.path)[0] ?? [];
  } catch (error) {
    if (error instanceof SourceError) return [];
    throw error;
  }
}

/** The rows of a table, its head first. Throws a `SourceError` for what is none. */
export function rowsOf(text: string, path: string): string[][] {
  try {
    return parse(text, {
      bom: true,
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: true,
    });
  } catch (error) {
    throw new SourceError(
      `${path} is no table of a Notion export: ${error instanceof Error ? error.message : error}.`,
    );
  }
}

import type { Dialect, SourceDocument } from '../../../domain/import/model.ts';
import type { Source, SourceFile } from './source.ts';
import type { Survey } from './survey.ts';

/** A file to read, with all that its source says of it. */
export interface ReadJob {
  readonly source: Source;
  readonly file: SourceFile;
  readonly bytes: Uint8Array;
  readonly survey: Survey;
}

/** What a reader makes of a file. */
export type Reading = Omit<SourceDocument, 'path' | 'digest'>;

/** Reads files of one format. */
export interface Reader {
  readonly format: Dialect;
  /** Whether it reads a file; the first of the registry that does takes it. */
  takes(file: SourceFile, survey: Survey): boolean;
  /** Null for a file that is no document after all, as a list of pages. Throws a `SourceError` for one that cannot be read. */
  read(job: ReadJob): Promise<Reading | null>;
}

/** Whether a path ends in one of these, in small or capital letters. */
export const endsIn = ({ path }: { readonly path: string }, ...endings: string[]): boolean =>
  endings.some((ending) => path.toLowerCase().endsWith(`.${ending}`));

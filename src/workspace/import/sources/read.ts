import type { SourceDocument } from '../../../domain/import/model.ts';
import { sha256 } from '../../sha256.ts';
import { isHidden } from './names.ts';
import type { Reader } from './reader.ts';
import { readers } from './registry.ts';
import type { Source, SourceFile } from './source.ts';
import type { Survey } from './survey.ts';
import { withoutHidden } from './without-hidden.ts';

/** The reader of a file; null for a picture, a data file, or what stands in a hidden folder. */
export const readerOf = (file: SourceFile, survey: Survey): Reader | null =>
  isHidden(file.path) ? null : (readers.find((reader) => reader.takes(file, survey)) ?? null);

/** Reads a document of a source; null where the file is none. Throws a `SourceError` where it cannot be read. */
export async function readSource(
  source: Source,
  file: SourceFile,
  survey: Survey,
): Promise<SourceDocument | null> {
  const reader = readerOf(file, survey);
  if (reader === null) return null;
  const bytes = await file.read();
  const reading = await reader.read({ source, file, bytes, survey });
  const digest = sha256(bytes);
  return reading && { path: file.path, digest, ...withoutHidden(reading) };
}

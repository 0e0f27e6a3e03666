import { append } from '../../../domain/import/lists.ts';
import type { Listing } from './folder.ts';
import { nameOf } from './names.ts';
import { SourceError, type SourceFile, type SourceLimits } from './source.ts';
import { type Archive, listZip } from './zip.ts';

/** Whether a file is a Word document. */
export const isWord = ({ path }: { readonly path: string }): boolean => /\.docx$/i.test(path);

/** The path under which a picture of a Word file is found: below the file, as if that were a folder. */
export const picturePath = (document: string, part: string): string =>
  `${document}/${nameOf(part)}`;

/** The listing with the pictures that stand in its Word files, as files of their own. */
export async function withPictures(listing: Listing, limits: SourceLimits): Promise<Listing> {
  const files: SourceFile[] = [];
  for (const file of listing.files) {
    files.push(file);
    if (isWord(file) && file.alias === undefined) append(files, await picturesOf(file, limits));
  }
  return { files, problems: listing.problems };
}

/** None where the file is no archive: its reader says so. */
async function picturesOf(document: SourceFile, limits: SourceLimits): Promise<SourceFile[]> {
  try {
    const archive = await listZip(await document.read(), limits);
    return archive.files
      .filter(({ path }) => /^word\/media\/[^/]+$/i.test(path))
      .map((part) => ({
        path: picturePath(document.path, part.path),
        size: part.size,
        read: () => pictureIn(document, part.path, limits),
      }));
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return [];
  }
}

/** Opened again for each picture, so that a share full of Word files does not stay in memory. */
async function pictureIn(document: SourceFile, part: string, limits: SourceLimits) {
  const archive: Archive = await listZip(await document.read(), limits);
  const found = archive.files.find(({ path }) => path === part);
  if (!found) throw new SourceError(`${document.path} changed while the source was read.`);
  return found.read();
}

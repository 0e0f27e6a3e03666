import { append } from '../../../domain/import/lists.ts';
import type { Listing } from './folder.ts';
import { folderOf, isHidden, nameOf } from './names.ts';
import { SourceError, type SourceFile, type SourceLimits } from './source.ts';
import { type Archive, listZip } from './zip.ts';

/**
 * The files of the archives that an export is wrapped in, at the place where the archive stands. They are opened
 * where nothing else was packed beside them; a zip among documents is an attachment.
 */
export async function withInnerArchives(outer: Listing, limits: SourceLimits): Promise<Archive> {
  const archives = outer.files.filter(isArchive);
  const isWrapper = outer.files.every(
    (file) => isArchive(file) || isHidden(file.path) || isNote(file),
  );
  if (archives.length === 0 || !isWrapper) return { ...outer, close: () => {} };
  const files = outer.files.filter((file) => !isArchive(file));
  const problems = [...outer.problems];
  const opened: Archive[] = [];
  for (const archive of archives) {
    const inner = await openInner(archive, limits, problems);
    if (inner) opened.push(inner);
    const folder = folderOf(archive.path);
    append(
      files,
      (inner?.files ?? []).map((file) => ({ ...file, path: `${folder}${file.path}` })),
    );
    append(
      problems,
      (inner?.problems ?? []).map(({ path, message }) => ({
        path: `${archive.path}/${path}`,
        message,
      })),
    );
    within(files, limits);
  }
  return { files, problems, close: () => opened.forEach((one) => void one.close()) };
}

const isArchive = ({ path }: SourceFile): boolean => /\.zip$/i.test(path) && !isHidden(path);

/** What exporters put beside their parts. */
const isNote = ({ path }: SourceFile): boolean =>
  /^(?:index\.html|read\s?me.*\.txt)$/i.test(nameOf(path));

async function openInner(
  archive: SourceFile,
  limits: SourceLimits,
  problems: Listing['problems'],
): Promise<Archive | null> {
  try {
    return await listZip(await archive.read(), limits);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    problems.push({ path: archive.path, message: error.message });
    return null;
  }
}

function within(files: readonly SourceFile[], limits: SourceLimits): void {
  const total = files.reduce((sum, { size }) => sum + size, 0);
  if (total > limits.totalBytes || files.length > limits.files)
    throw new SourceError(
      'The archives inside the archive hold more than can be unpacked. Unpack them yourself, and import the folders.',
    );
}

/** Without the one folder around everything that a server or an exporter puts there and names anew each time. */
export function unwrapped(listing: Listing, name: string): Listing {
  const [first] = listing.files;
  const root = first?.path.slice(0, first.path.indexOf('/') + 1) ?? '';
  if (root === '' || !isWrapping(root.slice(0, -1), name)) return listing;
  if (!listing.files.every(({ path }) => path.startsWith(root))) return listing;
  return {
    problems: listing.problems,
    files: listing.files.map((file) => ({ ...file, path: file.path.slice(root.length) })),
  };
}

const isWrapping = (root: string, name: string): boolean =>
  root === name ||
  /^Export-/i.test(root) ||
  /-(?:main|master|develop|trunk|HEAD|v?\d+(?:\.\d+)*|[0-9a-f]{7,40})$/.test(root);

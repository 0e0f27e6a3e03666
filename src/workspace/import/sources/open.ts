import { realpathSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { compareText } from '../../../domain/problems/problem.ts';
import { isSystemError, reasonOf } from '../../system-error.ts';
import { pathsAbove } from './above.ts';
import { factsOf, noFacts } from './facts.ts';
import { type Listing, listFolder } from './folder.ts';
import { unwrapped, withInnerArchives } from './inner-archives.ts';
import { composed, isHidden, stemOf } from './names.ts';
import {
  type Source,
  SourceError,
  type SourceFile,
  type SourceLimits,
  sourceLimits,
} from './source.ts';
import { withPictures } from './word-pictures.ts';
import { listZip } from './zip.ts';

/** Opens a folder, an archive or a single file for reading. Throws a `SourceError` where there is nothing to read. */
export async function openSource(
  path: string,
  limits: SourceLimits = sourceLimits,
): Promise<Source> {
  const place = resolve(path);
  try {
    const found = statSync(place);
    if (found.isDirectory()) return await openFolder(realpathSync(place), limits);
    if (!found.isFile())
      throw new SourceError(
        `${path} is neither a file nor a folder. Name a folder, a zip or a document.`,
      );
    return /\.zip$/i.test(place)
      ? await openArchive(place, limits)
      : await openFile(realpathSync(place), limits);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new SourceError(
      error.code === 'ENOENT'
        ? `${path} does not exist. Name a folder, a zip or a document.`
        : `${path} cannot be read: ${reasonOf(error)}.`,
    );
  }
}

async function openFolder(folder: string, limits: SourceLimits): Promise<Source> {
  const listing = await withPictures(listFolder(folder, limits), limits);
  const above = pathsAbove(folder);
  return sourceOf('folder', basename(folder), listing, { facts: factsOf(folder), above });
}

async function openArchive(file: string, limits: SourceLimits): Promise<Source> {
  const archive = await listZip(file, limits);
  const name = stemOf(basename(file));
  const inner = await withInnerArchives(archive, limits);
  const listing = await withPictures(unwrapped(inner, name), limits);
  return sourceOf('zip', name, listing, {
    close: () => {
      inner.close();
      archive.close();
    },
  });
}

/** How deep beside a single document its pictures are looked for. */
const BESIDE = 2;

/** A single document, and beside it the pictures that it may show. */
async function openFile(file: string, limits: SourceLimits): Promise<Source> {
  const folder = dirname(file);
  const name = composed(basename(file));
  const beside = listFolder(folder, limits, BESIDE);
  const files = beside.files.filter(
    ({ path }) =>
      path === name || (!isHidden(path) && /\.(?:png|jpe?g|gif|svg|webp|avif|pdf)$/i.test(path)),
  );
  const problems = beside.problems.filter(({ path }) => composed(path) === name);
  if (problems[0]) throw new SourceError(`${name}: ${problems[0].message}`);
  const own = files.filter(({ path }) => path === name);
  const { files: pictures } = await withPictures({ files: own, problems: [] }, limits);
  const rest = files.filter(({ path }) => path !== name);
  const listing = { files: [...pictures, ...rest], problems };
  const above = pathsAbove(file);
  return sourceOf('file', stemOf(name), listing, { facts: factsOf(folder), above });
}

const sourceOf = (
  kind: Source['kind'],
  name: string,
  { files, problems }: Listing,
  {
    facts = noFacts,
    above = [],
    close = () => {},
  }: Partial<Pick<Source, 'facts' | 'above' | 'close'>>,
): Source => {
  const sorted = [...files].sort((a, b) => compareText(a.path, b.path));
  const twice = sorted.filter((file, at) => file.path === sorted[at - 1]?.path);
  return {
    name,
    kind,
    files: sorted.filter((file, at) => file.path !== sorted[at - 1]?.path),
    problems: [...problems, ...twice.map(sameName)].sort((a, b) => compareText(a.path, b.path)),
    facts,
    above,
    close,
  };
};

const sameName = ({ path }: SourceFile) => ({
  path,
  message:
    'Another file has the same name but for how its letters are encoded; one of them was taken.',
});

import { closeSync, openSync } from 'node:fs';
import yauzl, { type ZipFile } from 'yauzl';
import type { Listing } from './folder.ts';
import { composed, isMachineMade } from './names.ts';
import { megabytes, SourceError, type SourceLimits } from './source.ts';
import { mostBytes, type Place, placeOf, refuseOverlaps } from './zip-bomb.ts';
import { bytesOfBuffer, bytesOfFile, type PackedBytes, readEntry } from './zip-entry.ts';
import { entryName } from './zip-name.ts';
import { refusal } from './zip-refusal.ts';

/** An archive that was opened; its files can be read until it is closed. */
export interface Archive extends Listing {
  close(): void;
}

const OPTIONS = {
  autoClose: false,
  decodeStrings: false,
  lazyEntries: true,
  // One entry whose sizes do not fit is left out by itself, when it is read.
  validateEntrySizes: false,
} as const;

/** What an archive holds, from its own list. Throws a `SourceError` where it is no archive or would fill the disk. */
export async function listZip(file: string | Uint8Array, limits: SourceLimits): Promise<Archive> {
  const { zip, bytes } = await opened(file);
  const listing: Listing = { files: [], problems: [] };
  try {
    await list(zip, bytes, listing, limits);
  } catch (error) {
    zip.close();
    throw error instanceof SourceError ? error : new SourceError(damaged(error));
  }
  return { ...listing, close: () => zip.close() };
}

async function opened(file: string | Uint8Array): Promise<{ zip: ZipFile; bytes: PackedBytes }> {
  if (typeof file !== 'string') {
    const buffer = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
    const zip = await readable(yauzl.fromBufferPromise(buffer, OPTIONS));
    return { zip, bytes: bytesOfBuffer(buffer) };
  }
  const descriptor = openSync(file, 'r');
  try {
    const zip = await readable(yauzl.fromFdPromise(descriptor, OPTIONS));
    return { zip, bytes: bytesOfFile(descriptor) };
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}

const readable = (opening: Promise<ZipFile>): Promise<ZipFile> =>
  opening.catch((error) => {
    throw new SourceError(damaged(error));
  });

async function list(
  zip: ZipFile,
  bytes: PackedBytes,
  { files, problems }: Listing,
  limits: SourceLimits,
) {
  let total = 0;
  let largest = { path: '', size: 0 };
  const seen = new Set<string>();
  const places: Place[] = [];
  for await (const entry of zip.eachEntry()) {
    const path = composed(entryName(entry));
    places.push(placeOf(entry, path));
    if (path.endsWith('/') || isMachineMade(path)) continue;
    const size = entry.uncompressedSize;
    if (size > largest.size) largest = { path, size };
    const message = seen.has(path)
      ? 'The archive holds two files of this name; the first one was taken.'
      : refusal(path, entry, limits);
    seen.add(path);
    if (message !== null) problems.push({ path, message });
    else {
      total += size;
      files.push({ path, size, read: () => readEntry(zip, entry, path, bytes) });
    }
    if (files.length > limits.files)
      throw new SourceError(`The archive holds more than ${limits.files} files. Nothing was read.`);
    if (total > mostBytes(zip.fileSize, limits))
      throw new SourceError(
        `The archive would take more than ${megabytes(mostBytes(zip.fileSize, limits))} when it is unpacked; its largest file is ` +
          `“${largest.path}” with ${megabytes(largest.size)}. Nothing was read. Unpack it yourself if it is what you expect, and import the folder.`,
      );
  }
  refuseOverlaps(places);
}

const damaged = (error: unknown): string =>
  `The archive cannot be read: ${error instanceof Error ? error.message : error}. Make it or fetch it again.`;

import { crc32 } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import type { Listing } from './folder.ts';
import { composed, isMachineMade } from './names.ts';
import { megabytes, SourceError, type SourceFile, type SourceLimits } from './source.ts';
import { entryName } from './zip-name.ts';
import { refusal } from './zip-refusal.ts';

/** An archive that was opened; its files can be read until it is closed. */
export interface Archive extends Listing {
  close(): void;
}

const OPTIONS = { autoClose: false, decodeStrings: false, lazyEntries: true } as const;

/** What an archive holds, from its own list. Throws a `SourceError` where it is no archive or would fill the disk. */
export async function listZip(file: string | Uint8Array, limits: SourceLimits): Promise<Archive> {
  const zip = await opened(file);
  const listing: Listing = { files: [], problems: [] };
  try {
    await list(zip, listing, limits);
  } catch (error) {
    zip.close();
    throw error instanceof SourceError ? error : new SourceError(damaged(error));
  }
  return { ...listing, close: () => zip.close() };
}

async function opened(file: string | Uint8Array): Promise<ZipFile> {
  try {
    return typeof file === 'string'
      ? await yauzl.openPromise(file, OPTIONS)
      : await yauzl.fromBufferPromise(Buffer.from(file), OPTIONS);
  } catch (error) {
    throw new SourceError(damaged(error));
  }
}

async function list(zip: ZipFile, { files, problems }: Listing, limits: SourceLimits) {
  let total = 0;
  let largest = { path: '', size: 0 };
  const seen = new Set<string>();
  for await (const entry of zip.eachEntry()) {
    const path = composed(entryName(entry));
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
      files.push(fileOf(zip, entry, path));
    }
    if (files.length > limits.files)
      throw new SourceError(`The archive holds more than ${limits.files} files. Nothing was read.`);
    if (total > limits.totalBytes)
      throw new SourceError(
        `The archive would take more than ${megabytes(limits.totalBytes)} when it is unpacked; its largest file is ` +
          `“${largest.path}” with ${megabytes(largest.size)}. Nothing was read. Unpack it yourself if it is what you expect, and import the folder.`,
      );
  }
}

const fileOf = (zip: ZipFile, entry: Entry, path: string): SourceFile => ({
  path,
  size: entry.uncompressedSize,
  read: async () => {
    try {
      const chunks: Buffer[] = [];
      for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk);
      const bytes = Buffer.concat(chunks);
      if (crc32(bytes) !== entry.crc32) throw new Error('its check sum is another one');
      return bytes;
    } catch (error) {
      throw new SourceError(
        `${path} cannot be read from the archive: ${error instanceof Error ? error.message : error}.`,
      );
    }
  },
});

const damaged = (error: unknown): string =>
  `The archive cannot be read: ${error instanceof Error ? error.message : error}. Make it or fetch it again.`;

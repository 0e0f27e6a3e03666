import { read } from 'node:fs';
import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { SourceError } from './source.ts';

/** Bytes of an archive, from a place on. */
export type PackedBytes = (from: number, length: number) => Promise<Uint8Array>;

export const bytesOfBuffer =
  (buffer: Uint8Array): PackedBytes =>
  async (from, length) =>
    buffer.subarray(from, from + length);

export const bytesOfFile =
  (descriptor: number): PackedBytes =>
  async (from, length) => {
    const buffer = Buffer.allocUnsafe(length);
    let done = 0;
    while (done < length) {
      const { bytesRead } = await readAt(descriptor, buffer, done, length - done, from + done);
      if (bytesRead === 0) throw new Error('the archive ends before it');
      done += bytesRead;
    }
    return buffer;
  };

const readAt = promisify(read);
const inflate = promisify(inflateRaw);
const DEFLATED = 8;

/**
 * The bytes of an entry, in one piece and never more than the archive's list says: a stream that is broken off
 * reads on after its archive was closed. Throws a `SourceError` that names the entry.
 */
export async function readEntry(
  zip: ZipFile,
  entry: Entry,
  path: string,
  bytes: PackedBytes,
): Promise<Uint8Array> {
  try {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    const packed = await bytes(fileDataStart, entry.compressedSize);
    const made = await unpacked(packed, entry);
    if (made.length !== entry.uncompressedSize) throw new Error(WRONG_SIZE);
    if (crc32(made) !== entry.crc32) throw new Error('its check sum is another one');
    return made;
  } catch (error) {
    throw new SourceError(
      `${path} cannot be read from the archive: ${error instanceof Error ? error.message : error}.`,
    );
  }
}

const WRONG_SIZE = 'it has another size than the list of the archive says';

async function unpacked(packed: Uint8Array, entry: Entry): Promise<Uint8Array> {
  if (entry.compressionMethod !== DEFLATED) return packed;
  try {
    return await inflate(packed, { maxOutputLength: Math.max(entry.uncompressedSize, 1) });
  } catch (error) {
    const isLarger = error instanceof RangeError;
    throw new Error(isLarger ? WRONG_SIZE : 'what is packed is damaged');
  }
}

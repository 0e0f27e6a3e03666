import { type Entry, validateFileName } from 'yauzl';
import { megabytes, type SourceLimits } from './source.ts';

const LINK = 0o120000;
const KIND = 0o170000;
const UNIX = 3;

/** Why an entry of an archive is left out, for the reader; null where it may be read. */
export function refusal(path: string, entry: Entry, limits: SourceLimits): string | null {
  if (validateFileName(path) !== null || path.includes('\0'))
    return 'Its path leads out of the archive. Such archives are made to overwrite files; ask where it comes from.';
  if (isLink(entry)) return 'A link inside an archive; it is not followed.';
  if (entry.isEncrypted())
    return 'It is encrypted. Unpack it with its password and import the folder.';
  if (!entry.canDecodeFileData())
    return `It is packed in a way that cannot be read here (method ${entry.compressionMethod}). Unpack it and import the folder.`;
  return tooLarge(path, entry, limits);
}

const isLink = (entry: Entry): boolean =>
  entry.versionMadeBy >> 8 === UNIX && ((entry.externalFileAttributes >>> 16) & KIND) === LINK;

function tooLarge(path: string, entry: Entry, limits: SourceLimits): string | null {
  const { uncompressedSize: size, compressedSize: packed } = entry;
  const ratio = size / Math.max(packed, 1);
  if (size > limits.ratioFrom && ratio > limits.ratio)
    return `It grows from ${megabytes(packed)} to ${megabytes(size)}, ${Math.round(ratio)} times its size; more than ${limits.ratio} times is how archives are made that fill a disk.`;
  const most = /\.zip$/i.test(path) ? limits.innerBytes : limits.fileBytes;
  if (size > most) return `It has ${megabytes(size)}; files over ${megabytes(most)} are left out.`;
  return null;
}

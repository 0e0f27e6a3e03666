import { inflateSync } from 'node:zlib';

/** What a PNG, JPEG or WebP says in words: EXIF, XMP, IPTC, comments, what follows its end; null for anything else. */
export function pictureText(bytes: Buffer): string | null {
  const read = pictureParts(bytes);
  return read === null ? null : [...read.blocks, read.rest].map(printable).join('\n');
}

/** The parts of a picture that may hold words, and the bytes after its end; null for what is no picture. */
export function pictureParts(bytes: Buffer): { blocks: Buffer[]; rest: Buffer } | null {
  const start = bytes.toString('latin1', 0, 12);
  const parts = start.startsWith('\x89PNG\r\n')
    ? pngBlocks(bytes)
    : start.startsWith('\xff\xd8\xff')
      ? jpegBlocks(bytes)
      : /^RIFF[\s\S]{4}WEBP/.test(start)
        ? webpBlocks(bytes)
        : null;
  if (parts === null) return null;
  const blocks: Buffer[] = [];
  for (let next = parts.next(); ; next = parts.next()) {
    if (next.done) return { blocks, rest: bytes.subarray(next.value) };
    blocks.push(next.value);
  }
}

/** Blocks of a picture; in the end the offset at which it is over. */
type Blocks = Generator<Buffer, number>;

/** What can be read in bytes: runs of letters, in UTF-8 or with a zero after each. */
export const printable = (bytes: Buffer): string =>
  bytes
    .toString('utf8')
    .replaceAll(/([\x20-\x7e])\0/g, '$1')
    .replaceAll(/[^\P{Cc}\t\n\r]+|\ufffd+/gu, '\n');

function* pngBlocks(bytes: Buffer): Blocks {
  for (let at = 8; at + 8 <= bytes.length; ) {
    const size = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const data = bytes.subarray(at + 8, at + 8 + size);
    at += size + 12;
    if (type === 'IEND') return at;
    if (type === 'zTXt') yield inflated(data, data.indexOf(0) + 2);
    else if (type === 'iTXt') yield internationalText(data);
    else if (type === 'tEXt') yield data.subarray(data.indexOf(0) + 1);
    else if (!PIXELS.has(type)) yield data;
  }
  return bytes.length;
}

/** Parts of a PNG and of a WebP that hold the picture itself. */
const PIXELS = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'fdAT', 'iCCP', 'tRNS'],
  ...['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANMF', 'ANIM', 'ICCP'],
]);

/** Key, zero, whether it is packed, how, language, zero, key in that language, zero, text. */
function internationalText(data: Buffer): Buffer {
  const flag = data.indexOf(0) + 1;
  const text = data.indexOf(0, data.indexOf(0, flag + 2) + 1) + 1;
  return data[flag] === 1 ? inflated(data, text) : data.subarray(text);
}

function inflated(data: Buffer, from: number): Buffer {
  try {
    return inflateSync(data.subarray(from), { maxOutputLength: 4_000_000 });
  } catch {
    return data;
  }
}

/** Application segments and comments, also those between the scans of the picture. */
function* jpegBlocks(bytes: Buffer): Blocks {
  for (let at = bytes.indexOf(0xff, 2); at >= 0 && at + 1 < bytes.length; ) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xd9) return at + 2;
    const isSegment = marker >= 0xc0 && marker < 0xff && (marker < 0xd0 || marker > 0xd8);
    const size = isSegment && at + 4 <= bytes.length ? bytes.readUInt16BE(at + 2) : 0;
    if (marker === 0xfe || (marker >= 0xe0 && marker <= 0xef))
      yield bytes.subarray(at + 4, at + 2 + size);
    at = bytes.indexOf(0xff, at + (marker === 0xff ? 1 : 2 + size));
  }
  return bytes.length;
}

function* webpBlocks(bytes: Buffer): Blocks {
  const end = Math.min(bytes.length, 8 + bytes.readUInt32LE(4));
  for (let at = 12; at + 8 <= end; ) {
    const size = bytes.readUInt32LE(at + 4);
    const type = bytes.toString('latin1', at, at + 4);
    if (!PIXELS.has(type)) yield bytes.subarray(at + 8, at + 8 + size);
    at += 8 + size + (size % 2);
  }
  return end;
}

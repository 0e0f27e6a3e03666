import { inflateSync } from 'node:zlib';

/** What a PNG, JPEG or WebP says in words: EXIF, XMP, IPTC, comments; null for anything else. */
export function pictureText(bytes: Buffer): string | null {
  const start = bytes.toString('latin1', 0, 12);
  const blocks = start.startsWith('\x89PNG\r\n')
    ? pngBlocks(bytes)
    : start.startsWith('\xff\xd8\xff')
      ? jpegBlocks(bytes)
      : /^RIFF[\s\S]{4}WEBP/.test(start)
        ? webpBlocks(bytes)
        : null;
  return blocks === null ? null : [...blocks].map(printable).join('\n');
}

/** What can be read in bytes: runs of letters, in UTF-8 or with a zero after each. */
export const printable = (bytes: Buffer): string =>
  bytes
    .toString('utf8')
    .replaceAll(/([\x20-\x7e])\0/g, '$1')
    .replaceAll(/[^\P{Cc}\t\n\r]+|\ufffd+/gu, '\n');

function* pngBlocks(bytes: Buffer): Generator<Buffer> {
  for (let at = 8; at + 8 <= bytes.length; ) {
    const size = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const data = bytes.subarray(at + 8, at + 8 + size);
    if (type === 'eXIf') yield data;
    if (type === 'tEXt') yield data.subarray(data.indexOf(0) + 1);
    if (type === 'zTXt') yield inflated(data, data.indexOf(0) + 2);
    if (type === 'iTXt') yield internationalText(data);
    at += size + 12;
  }
}

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

/** Application segments 1 and 13, and comments, before the picture itself. */
function* jpegBlocks(bytes: Buffer): Generator<Buffer> {
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xda) return;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const size = bytes.readUInt16BE(at + 2);
    if (marker === 0xe1 || marker === 0xed || marker === 0xfe)
      yield bytes.subarray(at + 4, at + 2 + size);
    at += 2 + Math.max(2, size);
  }
}

function* webpBlocks(bytes: Buffer): Generator<Buffer> {
  for (let at = 12; at + 8 <= bytes.length; ) {
    const size = bytes.readUInt32LE(at + 4);
    const type = bytes.toString('latin1', at, at + 4);
    if (type === 'EXIF' || type === 'XMP ') yield bytes.subarray(at + 8, at + 8 + size);
    at += 8 + size + (size % 2);
  }
}

import { gunzipSync } from 'node:zlib';
import sharp from 'sharp';

/** The texts in a file: what it says itself, or what was packed or written into it as metadata. */
export async function textOf(path: string, bytes: Buffer): Promise<string | null> {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return unpacked(bytes);
  if (/\.(png|jpe?g|gif|webp|avif|tiff?)$/i.test(path)) return metadataOf(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le');
  if (bytes.subarray(0, 8000).includes(0)) return null;
  return bytes.toString('utf8');
}

function unpacked(bytes: Buffer): string | null {
  try {
    return printable(gunzipSync(bytes, { maxOutputLength: 100_000_000 }));
  } catch {
    return null;
  }
}

/** EXIF, XMP, IPTC and the comments of a picture; null where it is none. */
async function metadataOf(bytes: Buffer): Promise<string | null> {
  try {
    const { exif, xmp, iptc, comments = [] } = await sharp(bytes).metadata();
    const blocks = [exif, xmp, iptc].flatMap((block) => (block ? [printable(block)] : []));
    return [...blocks, ...comments.map(({ keyword, text }) => `${keyword}: ${text}`)].join('\n');
  } catch {
    return null;
  }
}

/** What can be read in bytes: runs of letters, in UTF-8 or with a zero after each. */
const printable = (bytes: Buffer): string =>
  bytes
    .toString('utf8')
    .replaceAll(/([\x20-\x7e])\0/g, '$1')
    .replaceAll(/[^\P{Cc}\t\n\r]+|\ufffd+/gu, '\n');

/** A page as it is read: marks inside a line are nothing, others end the line. */
export const withoutTags = (html: string): string =>
  html
    .replaceAll(/<\/?(?:span|b|i|em|strong|code|mark|a|wbr)(?:\s[^<>]{0,2000})?>/g, '')
    .replaceAll(/<[^<>]{0,4000}>/g, '\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');

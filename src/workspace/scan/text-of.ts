import { gunzipSync } from 'node:zlib';
import sharp from 'sharp';
import { pictureText, printable } from '../picture-text.ts';

/** The texts in a file: what it says itself, or what was packed or written into it as metadata; null where it is closed. */
export async function textOf(path: string, bytes: Buffer): Promise<string | null> {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return unpacked(bytes);
  const start = bytes.toString('hex', 0, 4);
  if (CLOSED.test(start)) return null;
  if (WITHOUT_WORDS.test(start)) return '';
  const picture = pictureText(bytes);
  if (picture !== null) return picture;
  if (/\.(gif|avif|tiff?)$/i.test(path)) return metadataOf(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le');
  if (bytes.subarray(0, 8000).includes(0)) return null;
  return bytes.toString('utf8');
}

/** How closed files begin, in hexadecimal: PDF, zip and office, older office, 7z, RAR, bzip2, xz, zstd. */
const CLOSED = /^(?:25504446|504b0[357]|d0cf11e0|377abcaf|52617221|425a68|fd377a58|28b52ffd)/;
/** Fonts, icons and programs for the browser. */
const WITHOUT_WORDS = /^(?:774f46(?:46|32)|4f54544f|00010000|00000100|0061736d)/;

function unpacked(bytes: Buffer): string | null {
  try {
    return printable(gunzipSync(bytes, { maxOutputLength: 100_000_000 }));
  } catch {
    return null;
  }
}

/** EXIF, XMP and IPTC of other pictures; null where it is none. */
async function metadataOf(bytes: Buffer): Promise<string | null> {
  try {
    const { exif, xmp, iptc, comments = [] } = await sharp(bytes).metadata();
    const blocks = [exif, xmp, iptc].flatMap((block) => (block ? [printable(block)] : []));
    return [...blocks, ...comments.map(({ keyword, text }) => `${keyword}: ${text}`)].join('\n');
  } catch {
    return null;
  }
}

/** A page as it is read: marks inside a line are nothing, others end the line. */
export const withoutTags = (html: string): string =>
  html
    .replaceAll(/<\/?(?:span|b|i|em|strong|code|mark|a|wbr)(?:\s[^<>]{0,2000})?>/g, '')
    .replaceAll(/<[^<>]{0,4000}>/g, '\n')
    .replaceAll(/&(?:lt|#60|#x3c);/gi, '<')
    .replaceAll(/&(?:gt|#62|#x3e);/gi, '>');

/** A text in lines, without bytes that end or hide nothing for a reader; each character keeps its offset. */
export const readable = (text: string): string =>
  text.replaceAll(/\r(?!\n)/g, '\n').replaceAll(/[^\P{Cc}\t\n\r]/gu, ' ');

import { isUtf8 } from 'node:buffer';
import { gunzipSync } from 'node:zlib';
import sharp from 'sharp';
import { pictureParts, printable } from '../picture-text.ts';

/** The texts in a file: what it says itself, or what was packed or written into it as metadata; null where it is closed. */
export async function textOf(path: string, bytes: Buffer, depth = 0): Promise<string | null> {
  if (depth > 4) return null;
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return unpacked(path, bytes, depth);
  const start = bytes.toString('hex', 0, 4);
  if (CLOSED.test(start)) return null;
  if (WITHOUT_WORDS.test(start) && BROWSER_FILE.test(path)) return printable(bytes);
  const picture = pictureParts(bytes);
  if (picture !== null) {
    const rest = await restOf(path, picture.rest, depth);
    return rest === null ? null : [...picture.blocks.map(printable), rest].join('\n');
  }
  if (/\.(gif|avif|tiff?)$/i.test(path)) return metadataOf(bytes);
  return decoded(bytes);
}

/** What follows the end of a picture or of a packed file; padding is nothing. */
const restOf = async (path: string, rest: Buffer, depth: number): Promise<string | null> =>
  rest.every((byte) => byte === 0) ? '' : textOf(path, rest, depth + 1);

/** A text in UTF-8, UTF-16 with its mark, or an 8-bit alphabet; null where the bytes are none. */
function decoded(bytes: Buffer): string | null {
  const mark = bytes.toString('hex', 0, 2);
  if (mark === 'fffe' || mark === 'feff') {
    const even = bytes.subarray(0, bytes.length & ~1);
    const text = (mark === 'fffe' ? even : Buffer.from(even).swap16()).toString('utf16le');
    return text.includes('\0') ? null : text;
  }
  if (bytes.includes(0)) return null;
  const text = bytes.toString('utf8');
  return isUtf8(bytes) || !/[^\P{Cc}\t\n\f\r\x80-\x9f]/u.test(text) ? text : null;
}

/** How closed files begin, in hexadecimal: PDF, zip and office, older office, 7z, RAR, bzip2, xz, zstd. */
const CLOSED = /^(?:25504446|504b0[357]|d0cf11e0|377abcaf|52617221|425a68|fd377a58|28b52ffd)/;
/** How fonts, icons and programs for the browser begin, and what they are called. */
const WITHOUT_WORDS = /^(?:774f46(?:46|32)|4f54544f|00010000|00000100|0061736d)/;
const BROWSER_FILE = /\.(?:woff2?|ttf|otf|ico|wasm)$/i;

/** How a part of the index of search begins, after unpacking: words between bytes of its own. */
const SEARCH_INDEX = 'search_index';

async function unpacked(path: string, bytes: Buffer, depth: number): Promise<string | null> {
  try {
    const { buffer, engine } = gunzipSync(bytes, {
      maxOutputLength: 100_000_000,
      info: true,
    }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
    const inner = path.replace(/\.gz$/, '');
    const text =
      buffer.toString('latin1', 0, SEARCH_INDEX.length) === SEARCH_INDEX
        ? printable(buffer)
        : await textOf(inner, buffer, depth + 1);
    const rest = await restOf(inner, bytes.subarray(engine.bytesWritten), depth);
    return text === null || rest === null ? null : `${text}\n${rest}`;
  } catch {
    return null;
  }
}

/** EXIF, XMP and IPTC of other pictures; null where it is none. */
async function metadataOf(bytes: Buffer): Promise<string | null> {
  try {
    const { exif, xmp, iptc, comments = [] } = await sharp(bytes).metadata();
    const blocks = [exif, xmp, iptc].flatMap((block) => (block ? [printable(block)] : []));
    const words = comments.map(({ keyword, text }) => `${keyword}: ${text}`);
    return [...blocks, ...words, printable(bytes)].join('\n');
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

/** A drawing as it is seen: words that are set in pieces stand together. */
export const withoutSvgTags = (svg: string): string =>
  withoutTags(svg.replaceAll(/<\/?(?:[\w-]+:)?(?:tspan|textPath)(?:\s[^<>]{0,2000})?>/g, ''));

/** A text in lines, without bytes that end or hide nothing for a reader; each character keeps its offset. */
export const readable = (text: string): string =>
  text.replaceAll(/\r(?!\n)/g, '\n').replaceAll(/[^\P{Cc}\t\n\r]/gu, ' ');

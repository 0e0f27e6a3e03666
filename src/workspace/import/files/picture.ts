import { isUtf8 } from 'node:buffer';
import { dangersOf } from '../../svg.ts';
import type { Prepared } from './prepare.ts';

/** Whether a file calls itself a picture. */
export const isPictureName = (path: string): boolean =>
  /\.(?:png|apng|jpe?g|jpe|jfif|gif|webp|avif|svg|bmp|tiff?|ico|heic)$/i.test(path);

/** A picture as browsers show it; one that they cannot is drawn anew as PNG. */
export async function preparePicture(path: string, bytes: Uint8Array): Promise<Prepared> {
  const text = svgText(bytes);
  if (text !== null) return prepareSvg(text, path, bytes);
  const format = await formatOf(bytes);
  const ending = format === null ? undefined : ENDINGS[format];
  if (ending !== undefined) return { kind: 'published', ending, isPicture: true, bytes: null };
  if (format !== null) return asPng(bytes, `It was ${format}, which not all browsers show.`);
  return isIcon(bytes)
    ? { kind: 'kept', ending: 'ico', reason: 'It is no PNG, JPEG, GIF, WebP, AVIF or SVG.' }
    : BROKEN;
}

const ENDINGS: Readonly<Record<string, string>> = {
  png: 'png',
  jpeg: 'jpg',
  gif: 'gif',
  webp: 'webp',
  avif: 'avif',
};

const BROKEN: Prepared = {
  kind: 'refused',
  reason: 'It is called a picture and is none.',
  wasBroken: true,
};

/** Larger drawings are not read by the handbook; in bytes. */
const LARGEST = 1_048_576;

async function prepareSvg(text: string, path: string, bytes: Uint8Array): Promise<Prepared> {
  const isSafe = bytes.length <= LARGEST && isUtf8(bytes) && dangersOf(text, path).length === 0;
  if (isSafe) return { kind: 'published', ending: 'svg', isPicture: true, bytes: null };
  const why = 'It was an SVG that does more than draw, and is a PNG now.';
  const lost = /<foreignObject/i.test(text)
    ? ' Words that it had as HTML may be missing: compare it.'
    : '';
  return asPng(bytes, why + lost);
}

/** The text of what is written in XML; null for a picture of dots. */
function svgText(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 64)).toString('latin1').trimStart();
  return /^(?:\xef\xbb\xbf)?\s*</.test(start) ? Buffer.from(bytes).toString('utf8') : null;
}

/** Windows icons and bitmaps, which browsers show and the handbook does not publish. */
const isIcon = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0x42 && bytes[1] === 0x4d) ||
  (bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 1 && bytes[3] === 0);

/** Edge of the largest picture that is drawn anew, in dots. */
const EDGE = 2400;

async function asPng(bytes: Uint8Array, remark: string): Promise<Prepared> {
  const { default: sharp } = await import('sharp');
  try {
    const drawn = await sharp(bytes, { density: 144, limitInputPixels: 100_000_000 })
      .timeout({ seconds: 20 })
      .resize({ width: EDGE, height: EDGE, fit: 'inside', withoutEnlargement: true })
      .png()
      .toBuffer();
    return { kind: 'published', ending: 'png', isPicture: true, bytes: drawn, remark };
  } catch {
    return BROKEN;
  }
}

/** The format of a picture of dots, or null for what is none. */
async function formatOf(bytes: Uint8Array): Promise<string | null> {
  const { default: sharp } = await import('sharp');
  try {
    const { format, compression } = await sharp(bytes).metadata();
    return format === 'heif' && compression === 'av1' ? 'avif' : (format ?? null);
  } catch {
    return null;
  }
}

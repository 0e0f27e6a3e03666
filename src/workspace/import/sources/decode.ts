import { isUtf8 } from 'node:buffer';
import { megabytes, SourceError } from './source.ts';

/** Longer than this is data; in bytes. */
const MOST = 20 << 20;

/**
 * The text of a file: UTF-8, UTF-16 with its mark, and what older editors of Windows wrote. Throws a `SourceError`
 * for what is no text, or is too long for a document.
 */
export function decode(bytes: Uint8Array, path: string): string {
  if (bytes.length > MOST)
    throw new SourceError(
      `${path} has ${megabytes(bytes.length)}; a text over ${megabytes(MOST)} is data, not a document.`,
    );
  const encoding = encodingOf(bytes);
  if (encoding === null) throw new SourceError(`${path} holds no text, whatever its name says.`);
  return new TextDecoder(encoding).decode(bytes);
}

function encodingOf(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const isText = isUtf8(bytes);
  if (isBinary(bytes.subarray(0, 8000), isText ? 0.05 : 0.001)) return null;
  return isText ? 'utf-8' : 'windows-1252';
}

/** Whether more of the bytes than this share are control characters that no text has. */
function isBinary(head: Uint8Array, share: number): boolean {
  const controls = head.reduce((count, byte) => count + (isControl(byte) ? 1 : 0), 0);
  return controls > head.length * share;
}

const isControl = (byte: number): boolean => byte < 32 && ![8, 9, 10, 12, 13, 27].includes(byte);

import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { type Finding, problemOf } from '../domain/checks/rule.ts';
import { fileReadable } from '../domain/checks/rules/file-readable.ts';
import { textEncoding } from '../domain/checks/rules/text-encoding.ts';
import { at, type Problem, wholeFile } from '../domain/problems/problem.ts';
import { isSystemError, reasonOf } from './system-error.ts';

/** More than this is data, not a document; in bytes. */
const MAX_BYTES = 1_048_576;

/** A file's text with Unix line ends, or null where there is none, and what is wrong with it. */
export interface TextFile {
  readonly text: string | null;
  readonly problems: readonly Problem[];
}

/** Reads the file `file` as UTF-8; `path` names it in problems, `typeName` in the words for an empty one. */
export function readText(file: string, path: string, typeName: string): TextFile {
  const failed = (messageId: FailureId, args: Record<string, string> = {}): TextFile => ({
    text: null,
    problems: [problemOf(fileReadable, { messageId, path, position: wholeFile, args })],
  });
  try {
    const { size } = statSync(file);
    if (size > MAX_BYTES)
      return failed('tooLarge', { size: megabytes(size), limit: megabytes(MAX_BYTES) });
    const bytes = readFileSync(file);
    const order = byteOrder(bytes);
    if (order !== null) return failed('utf16', { order });
    if (isBinary(bytes)) return failed('binary');
    const decoded = decode(bytes, path);
    return decoded.text?.trim() === '' ? failed('empty', { type: typeName }) : decoded;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return failed('denied', { reason: reasonOf(error) });
  }
}

type FailureId = 'tooLarge' | 'utf16' | 'binary' | 'empty' | 'denied';
type EncodingId = 'notUtf8' | 'bom' | 'crlf' | 'cr' | 'nul';

/** The byte order of UTF-16 text, from the mark at its beginning. */
function byteOrder([first, second]: Buffer): 'LE' | 'BE' | null {
  if (first === 0xff && second === 0xfe) return 'LE';
  return first === 0xfe && second === 0xff ? 'BE' : null;
}

/** Whether bytes are something else than text: a stray NUL is a slip, many are not. */
function isBinary(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 8000);
  if (!head.includes(0)) return false;
  const nuls = head.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
  return nuls * 20 > head.length || !isUtf8(bytes);
}

function decode(bytes: Buffer, path: string): TextFile {
  const problems: Problem[] = [];
  const found = (finding: Omit<Finding<EncodingId>, 'path'>) =>
    problems.push(problemOf(textEncoding, { path, ...finding }));
  const whole = bytes.toString('utf8');
  const marked = whole.startsWith('\uFEFF');
  if (marked) found({ messageId: 'bom', position: wholeFile });
  const raw = marked ? whole.slice(1) : whole;
  const text = raw.replaceAll(/\r\n?/g, '\n');
  const ending = raw.indexOf('\r');
  if (ending >= 0) {
    const messageId = raw[ending + 1] === '\n' ? 'crlf' : 'cr';
    found({ messageId, position: at(pointAt(raw, ending)) });
  }
  const bad = firstBadByte(bytes);
  if (bad !== null) {
    const args = { byte: `0x${bytes.subarray(bad, bad + 1).toString('hex')}` };
    const before = bytes
      .subarray(marked ? 3 : 0, bad)
      .toString('utf8')
      .replaceAll(/\r\n?/g, '\n');
    found({ messageId: 'notUtf8', position: at(pointAt(before, before.length)), args });
  }
  const nul = text.indexOf('\0');
  if (nul >= 0) found({ messageId: 'nul', position: at(pointAt(text, nul)) });
  return { text: text.replaceAll('\0', '\uFFFD'), problems };
}

/** Offset of the first byte that is no UTF-8, or null. A U+FFFD that the author wrote is none. */
function firstBadByte(bytes: Buffer): number | null {
  if (isUtf8(bytes)) return null;
  const lossy = bytes.toString('utf8');
  let offset = 0;
  let from = 0;
  for (
    let index = lossy.indexOf('\uFFFD');
    index >= 0;
    index = lossy.indexOf('\uFFFD', index + 1)
  ) {
    offset += Buffer.byteLength(lossy.slice(from, index));
    from = index;
    if (!bytes.subarray(offset, offset + 3).equals(REPLACEMENT)) return offset;
  }
  return null;
}

const REPLACEMENT = Buffer.from('\uFFFD');

/** Line and column of an offset in a text, both from 1. */
export function pointAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

const megabytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(1)} MB`;

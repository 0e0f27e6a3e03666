import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';

/** A word that was found in a file of a built site, with what follows it: the place that it was planted in. */
export interface Found {
  readonly file: string;
  readonly word: string;
}

/**
 * Searches every byte below a folder, names of files included, for words in small letters: as they are,
 * packed, in base64, and with bytes between their letters that another encoding leaves.
 */
export function searchFolder(folder: string, words: RegExp): Found[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  return files.flatMap((entry) => {
    const path = join(entry.parentPath, entry.name);
    const file = path.slice(folder.length + 1);
    const texts = entry.isFile() ? formsOf(readFileSync(path)) : [];
    const found = [file, ...texts].flatMap((text) => text.toLowerCase().match(words) ?? []);
    return [...new Set(found)].map((word) => ({ file, word }));
  });
}

/** Forms are unpacked this often: a packed file in a packed file. */
const DEPTH = 3;

function formsOf(bytes: Buffer, depth = 0): string[] {
  const text = bytes.toString('latin1');
  const wide = text.includes('\0') ? [text.replaceAll('\0', '')] : [];
  if (depth === DEPTH) return [text, ...wide];
  const inner = [...unpacked(bytes), ...encoded(text)];
  return [text, ...wide, ...inner.flatMap((one) => formsOf(one, depth + 1))];
}

/** What a file holds in packed form; only what unpacks is returned. */
function unpacked(bytes: Buffer): Buffer[] {
  const ways = [
    ...(bytes[0] === 0x1f && bytes[1] === 0x8b ? [gunzipSync] : []),
    ...(bytes[0] === 0x78 ? [inflateSync] : []),
    brotliDecompressSync,
  ];
  return ways.flatMap((unpack) => {
    try {
      return [unpack(bytes, { maxOutputLength: 1 << 28 })];
    } catch {
      return [];
    }
  });
}

/** What runs of base64 stand for; a run may begin at any of four letters. */
const encoded = (text: string): Buffer[] =>
  (text.match(/[A-Za-z0-9+/_-]{24,}/g) ?? []).flatMap((run) =>
    [0, 1, 2, 3].map((from) => Buffer.from(run.slice(from), 'base64url')),
  );

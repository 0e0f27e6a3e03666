import { isUtf8 } from 'node:buffer';
import { contentTypes, downloads, endingOf } from '../../../domain/body/published.ts';
import { isDownload } from './downloads.ts';
import { isPictureName, preparePicture } from './picture.ts';

/** A file as it may stand in a handbook. */
export type Prepared =
  | {
      readonly kind: 'published';
      /** What its name ends with, such as `png` or `sh.txt`. */
      readonly ending: string;
      readonly isPicture: boolean;
      /** The bytes to write; null for those that it had. */
      readonly bytes: Uint8Array | null;
      readonly remark?: string;
    }
  | { readonly kind: 'kept'; readonly ending: string; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string; readonly wasBroken: boolean };

/** How a file of a source can be given to the readers of a handbook, by its bytes. */
export async function prepareFile(path: string, bytes: Uint8Array): Promise<Prepared> {
  if (isPointer(bytes)) return POINTER;
  if (isPictureName(path)) return preparePicture(path, bytes);
  const ending = safeEnding(path);
  if (downloads.has(ending) && isDownload(ending, bytes)) return published(ending);
  const text = textOf(bytes);
  if (text === null) return kept(ending);
  const remark = text.bytes === null ? undefined : 'It was written in another code than UTF-8.';
  return {
    ...published(AS_THEY_ARE.has(ending) ? ending : `${ending}.txt`.replace(/^\./, '')),
    bytes: text.bytes,
    ...(remark === undefined ? {} : { remark }),
  };
}

const published = (ending: string): Prepared & { kind: 'published' } => ({
  kind: 'published',
  ending,
  isPicture: false,
  bytes: null,
});

const kept = (ending: string): Prepared => ({
  kind: 'kept',
  ending: ending || 'bin',
  reason: `Browsers are not given ${ending ? `files that end in .${ending}` : 'such files'}, because they may hold code.`,
});

/** Texts that keep their ending; YAML would be taken for a record of the handbook. */
const AS_THEY_ARE: ReadonlySet<string> = new Set(
  Object.entries(contentTypes).flatMap(([ending, type]) =>
    /^(?:text\/|application\/json)/.test(type) && !/^ya?ml$/.test(ending) ? [ending] : [],
  ),
);

const POINTER: Prepared = {
  kind: 'refused',
  reason:
    'The source has only a pointer of Git LFS in its place. Fetch the file with `git lfs pull`, and import again.',
  wasBroken: false,
};

const isPointer = (bytes: Uint8Array): boolean =>
  bytes.length < 1024 &&
  Buffer.from(bytes).toString('latin1', 0, 40).startsWith('version https://git-lfs.github.com/');

/** The ending of a file, where it is one that a name can have. */
const safeEnding = (path: string): string => /^[a-z0-9]{1,12}$/.exec(endingOf(path))?.[0] ?? '';

/** Whether bytes are text, and as UTF-8 where they are none yet; null for anything else. */
function textOf(bytes: Uint8Array): { bytes: Uint8Array | null } | null {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return recoded(bytes, first === 0xff ? 'utf-16le' : 'utf-16be');
  if (bytes.subarray(0, 8000).includes(0)) return null;
  return isUtf8(bytes)
    ? { bytes: null }
    : looksLatin(bytes)
      ? recoded(bytes, 'windows-1252')
      : null;
}

const recoded = (bytes: Uint8Array, code: string) => ({
  bytes: Buffer.from(new TextDecoder(code).decode(bytes)),
});

/** Few bytes beyond ASCII, and none that no text has. */
function looksLatin(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 8000);
  const odd = head.filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length;
  const high = head.filter((byte) => byte > 127).length;
  return odd === 0 && high * 5 < head.length;
}

import { constants, type Stats } from 'node:fs';
import { open } from 'node:fs/promises';
import { isSystemError, reasonOf } from '../../system-error.ts';
import { SourceError } from './source.ts';

/** The bytes of a file as it was when the source was opened; throws a `SourceError` where it is another one by now. */
export async function readUnchanged(file: string, path: string, known: Stats): Promise<Uint8Array> {
  try {
    const handle = await open(file, READ_ONLY);
    try {
      const before = await handle.stat();
      if (!isSame(before, known)) throw changed(path);
      const bytes = await handle.readFile();
      if (bytes.length !== before.size || !isSame(await handle.stat(), known)) throw changed(path);
      return bytes;
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new SourceError(
      error.code === 'ENOENT'
        ? `${path} vanished while the source was read. Import again when nobody writes in it.`
        : `${path} cannot be read: ${reasonOf(error)}.`,
    );
  }
}

const isSame = (found: Stats, known: Stats): boolean =>
  found.isFile() &&
  found.size === known.size &&
  found.mtimeMs === known.mtimeMs &&
  found.ino === known.ino;

const changed = (path: string): SourceError =>
  new SourceError(
    `${path} changed while the source was read. Import again when nobody writes in it.`,
  );

/** What took a file's place by now is not followed, and a pipe is not waited for. */
const READ_ONLY = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

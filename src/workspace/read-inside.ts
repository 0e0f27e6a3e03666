import { closeSync, constants, fstatSync, openSync, readFileSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';

/**
 * The bytes of a file of a folder. Throws where the path leads out of it by now, by a symbolic link that
 * took the place of what was checked, or to what is no plain file.
 */
export function readInside(root: string, path: string): Buffer {
  const folder = realpathSync(root);
  const file = realpathSync(join(folder, path));
  if (!file.startsWith(`${folder}${sep}`))
    throw new Error(`${path} leads out of the content folder.`);
  const handle = openSync(
    file,
    constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
  );
  try {
    if (!fstatSync(handle).isFile()) throw new Error(`${path} is no file.`);
    return readFileSync(handle);
  } finally {
    closeSync(handle);
  }
}

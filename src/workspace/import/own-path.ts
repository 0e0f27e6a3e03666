import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { join, posix, sep } from 'node:path';

/** An import would touch what is not the handbook's; the message is for the reader. */
export class NotOwn extends Error {}

/** Whether a path is one that an import writes: inside the content folder, and no setting of another program. */
export function isOwnPath(path: string): boolean {
  const parts = path.split('/');
  if (path.includes('\0') || posix.normalize(path) !== path || posix.isAbsolute(path)) return false;
  if (sep === '\\' && /[\\:]/.test(path)) return false;
  const [first = ''] = parts;
  if (first.startsWith('.') && (first !== '.handbook' || parts.length === 1)) return false;
  return path !== '' && parts.every((part) => !/^\.git$/i.test(part));
}

/** Refuses paths on the way to which something is no real folder of the content folder; each folder is looked at once. */
export function wayRefusal(root: string): (path: string) => void {
  const seen = new Set<string>();
  const real = once(() => realpathSync(root));
  return (path) => {
    if (!isOwnPath(path)) throw new NotOwn(`${path} is no path that an import writes to.`);
    const parts = path.split('/');
    for (let depth = 1; depth < parts.length; depth++) {
      const folder = parts.slice(0, depth).join('/');
      if (seen.has(folder)) continue;
      refuseNoFolder(join(root, folder), folder);
      seen.add(folder);
    }
    const file = join(root, path);
    if (existsSync(file) && !realpathSync(file).startsWith(`${real()}${sep}`))
      throw new NotOwn(
        `${path} is a link that leads out of the content folder. Delete it, or put the file itself there.`,
      );
  };
}

/** Throws where something else than a real folder is at a place; what is not there is fine. */
export function refuseNoFolder(place: string, name: string): void {
  const found = lstatSync(place, { throwIfNoEntry: false });
  if (!found || found.isDirectory()) return;
  throw new NotOwn(
    found.isSymbolicLink()
      ? `${name} is a link, where the import needs a real folder. Delete the link, or put the folder itself there.`
      : `${name} is a file, where the import needs a folder. Move the file away.`,
  );
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

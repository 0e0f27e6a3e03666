import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { arch, platform, version } from 'node:process';

/**
 * A digest of the program that reads and judges, which lies at `root`: its source, the packages that are
 * installed, and Node. What another program kept says nothing about what this one would find.
 */
export function programDigest(root: string): string {
  const hash = createHash('sha256').update(`${version} ${platform} ${arch}`);
  for (const file of filesOf(root)) {
    const content = textOf(file);
    hash.update(`${file.slice(root.length)} ${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

/** Whether a file of the program was written after `start`, in milliseconds: then another one runs than lies there. */
export const programChangedSince = (root: string, start: number): boolean =>
  filesOf(root).some((file) => {
    const found = statSync(file, { throwIfNoEntry: false });
    return found !== undefined && found.ctimeMs > start - GRAIN_MS;
  });

/** Times of files are this coarse at worst. */
const GRAIN_MS = 50;

const filesOf = (root: string): string[] => [
  ...['src/domain', 'src/workspace'].flatMap((part) =>
    readdirSync(join(root, part), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .sort()
      .map((name) => join(root, part, name)),
  ),
  ...['package-lock.json', 'node_modules/.package-lock.json'].map((name) => join(root, name)),
];

/** The content of a file; nothing where there is none, such as a lock file of an install without npm. */
function textOf(file: string): string | Buffer {
  try {
    return readFileSync(file);
  } catch {
    return '';
  }
}

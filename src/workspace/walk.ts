import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { compareText } from '../domain/problems/problem.ts';
import { isSystemError, reasonOf } from './system-error.ts';

export { isSystemError };

/** Why what stands at a path is no file that can be read; the words fill the message. */
export interface Trouble {
  readonly messageId: 'denied' | 'loop' | 'folder' | 'broken' | 'outside' | 'special';
  readonly args?: Readonly<Record<string, string>>;
}

/** A file below the content folder, or a reason why what stands there is none. */
export interface WalkedFile {
  /** Path from the content folder, with forward slashes. */
  readonly path: string;
  readonly trouble: Trouble | null;
}

/** All files below `root`, sorted by path; hidden ones and `node_modules` are left out. Throws if `root` is no folder. */
export function walk(root: string): WalkedFile[] {
  const real = realpathSync(root);
  const files: WalkedFile[] = [];
  visit(real, '', real, files);
  return files.sort((a, b) => compareText(a.path, b.path));
}

function visit(folder: string, prefix: string, root: string, files: WalkedFile[]): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
    const here = join(folder, entry.name);
    if (entry.isDirectory()) enter(here, path, root, files);
    else
      files.push({ path, trouble: entry.isSymbolicLink() ? follow(here, root) : special(entry) });
  }
}

function enter(folder: string, path: string, root: string, files: WalkedFile[]): void {
  try {
    visit(folder, path, root, files);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    files.push({ path, trouble: { messageId: 'denied', args: { reason: reasonOf(error) } } });
  }
}

/** What is wrong with a symbolic link; null where it leads to a file of the folder. */
function follow(link: string, root: string): Trouble | null {
  try {
    const target = realpathSync(link);
    if (relative(root, target).split(sep)[0] === '..') return { messageId: 'outside' };
    const found = statSync(target);
    if (!found.isDirectory()) return special(found);
    return { messageId: isWithin(link, target) ? 'loop' : 'folder' };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === 'EACCES') return { messageId: 'denied', args: { reason: reasonOf(error) } };
    return { messageId: error.code === 'ELOOP' ? 'loop' : 'broken' };
  }
}

const isWithin = (path: string, folder: string): boolean => path.startsWith(`${folder}${sep}`);

/** Trouble for what is neither file nor folder: opening a pipe would wait for somebody to write into it. */
function special(found: Dirent | Stats): Trouble | null {
  if (found.isFile()) return null;
  const kind = found.isFIFO() ? 'pipe' : found.isSocket() ? 'socket' : 'device';
  return { messageId: 'special', args: { kind } };
}

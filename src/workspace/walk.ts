import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { compareText } from '../domain/problems/problem.ts';

/** A file below the content folder, or a reason why what stands there is none. */
export interface WalkedFile {
  /** Path from the content folder, with forward slashes. */
  readonly path: string;
  readonly trouble: 'denied' | 'loop' | 'broken' | 'outside' | null;
}

/** All files below `root`, sorted by path; hidden ones and `node_modules` are left out. Throws if `root` is no folder. */
export function walk(root: string): WalkedFile[] {
  const real = realpathSync(root);
  const files: WalkedFile[] = [];
  visit(real, '', new Set([real]), real, files);
  return files.sort((a, b) => compareText(a.path, b.path));
}

function visit(
  folder: string,
  prefix: string,
  above: ReadonlySet<string>,
  root: string,
  files: WalkedFile[],
): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
    if (entry.isFile()) files.push({ path, trouble: null });
    else if (entry.isDirectory()) enter(join(folder, entry.name), path, above, root, files);
    else if (entry.isSymbolicLink()) follow(join(folder, entry.name), path, above, root, files);
  }
}

function enter(
  folder: string,
  path: string,
  above: ReadonlySet<string>,
  root: string,
  files: WalkedFile[],
): void {
  try {
    visit(folder, path, new Set([...above, folder]), root, files);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    files.push({ path, trouble: 'denied' });
  }
}

function follow(
  link: string,
  path: string,
  above: ReadonlySet<string>,
  root: string,
  files: WalkedFile[],
): void {
  let target: string;
  try {
    target = realpathSync(link);
  } catch (error) {
    const loop = isSystemError(error) && error.code === 'ELOOP';
    files.push({ path, trouble: loop ? 'loop' : 'broken' });
    return;
  }
  if (relative(root, target).split(sep)[0] === '..') files.push({ path, trouble: 'outside' });
  else if (!statSync(target).isDirectory()) files.push({ path, trouble: null });
  else if (above.has(target)) files.push({ path, trouble: 'loop' });
  else enter(target, path, above, root, files);
}

/** Whether an error comes from the operating system, such as a file that may not be read. */
export const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'code' in error && 'syscall' in error;

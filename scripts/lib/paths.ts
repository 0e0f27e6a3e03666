import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Failure } from './failure.ts';

export const root = resolve(import.meta.dirname, '..', '..');
export const dist = join(root, 'dist');
export const astro = join(root, 'node_modules', 'astro', 'bin', 'astro.mjs');

/** The content folder: `--content`, else HANDBOOK_CONTENT, else content/. Absolute. */
export function contentFolder(option: string | undefined): string {
  // npm runs scripts in the package folder; INIT_CWD is where the reader typed the path.
  const from = process.env.INIT_CWD ?? process.cwd();
  const asked = option ?? process.env.HANDBOOK_CONTENT;
  const folder = asked ? resolve(from, asked) : join(root, 'content');
  if (existsSync(folder)) return folder;
  throw new Failure(
    `There is no content folder at ${folder}.\nTo start one: npm run handbook -- init ${asked ?? 'content'}`,
  );
}

import { join, resolve } from 'node:path';
import * as workspace from '../../src/workspace/content-folder.ts';

export const root = resolve(import.meta.dirname, '..', '..');
export const dist = join(root, 'dist');
export const astro = join(root, 'node_modules', 'astro', 'bin', 'astro.mjs');

/** The audience that a copy is made for: `--audience`, else HANDBOOK_AUDIENCE; empty leaves it to the handbook. */
export const audienceEnvironment = (option: string | undefined): { HANDBOOK_AUDIENCE: string } => ({
  HANDBOOK_AUDIENCE: option ?? process.env.HANDBOOK_AUDIENCE ?? '',
});

/** The content folder: `--content`, else HANDBOOK_CONTENT, else content/. Absolute. */
export const contentFolder = (option: string | undefined): string =>
  workspace.contentFolder(root, option, process.env.HANDBOOK_CONTENT);

import { isAbsolute, join, relative } from 'node:path';
import { contentFolder } from '../workspace/content-folder.ts';
import { readWorkspace, type Workspace } from '../workspace/read-corpus.ts';
import { type Invocation, optionValue } from './command.ts';
import type { Io } from './io.ts';

/** Reads the content folder that a command was given, or else finds. */
export const openWorkspace = (invocation: Invocation): Workspace =>
  readWorkspace(contentRoot(invocation));

/** Absolute path of the content folder that a command was given, or else finds. */
export function contentRoot(invocation: Invocation): string {
  const { cwd, home, env } = invocation.io;
  const asked = optionValue(invocation, 'content');
  const named = env['HANDBOOK_CONTENT'];
  return contentFolder(asked || named ? cwd : home, asked, named);
}

/** A path of the content folder as the reader would type it: from `cwd` if it is below, else absolute. */
export function shownPath({ cwd }: Pick<Io, 'cwd'>, root: string, path: string): string {
  const absolute = join(root, path);
  const short = relative(cwd, absolute);
  const below = short !== '' && !isAbsolute(short) && short.split(/[\\/]/)[0] !== '..';
  return (below ? short : absolute).replaceAll('\\', '/');
}

import { isAbsolute, join, relative } from 'node:path';
import { type Cache, cacheOf } from '../workspace/cache.ts';
import { contentFolder } from '../workspace/content-folder.ts';
import { readWorkspace, type Workspace } from '../workspace/read-corpus.ts';
import { readingCache } from '../workspace/reading-cache.ts';
import { type Invocation, optionValue } from './command.ts';
import type { Io } from './io.ts';

/** Reads the content folder that a command was given, or else finds. */
export function openWorkspace(invocation: Invocation): Workspace {
  const root = contentRoot(invocation);
  const kept = cacheIn(invocation.io, root);
  return kept ? readWorkspace(root, readingCache(kept)) : readWorkspace(root);
}

/** Absolute path of the content folder that a command was given, or else finds. */
export function contentRoot(invocation: Invocation): string {
  const { cwd, home, env } = invocation.io;
  const asked = optionValue(invocation, 'content');
  const named = env['HANDBOOK_CONTENT'];
  return contentFolder(asked || named ? cwd : home, asked, named);
}

/** What is kept of a content folder from run to run; null where nothing is. */
export const cacheIn = ({ cache }: Io, root: string): Cache | null =>
  cache === undefined ? null : cacheOf(cache, root);

/** A path of the content folder as the reader would type it: from `cwd` if it is below, else absolute. */
export function shownPath({ cwd }: Pick<Io, 'cwd'>, root: string, path: string): string {
  const absolute = join(root, path);
  const short = relative(cwd, absolute);
  const below = short !== '' && !isAbsolute(short) && short.split(/[\\/]/)[0] !== '..';
  // At the beginning of a line two colons are a command in a log of CI.
  const shown = below && short.startsWith(':') ? `./${short}` : short;
  return (below ? shown : absolute).replaceAll('\\', '/');
}

import { lstatSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { suggest } from '../domain/problems/suggest.ts';
import type { Workspace } from '../workspace/read-corpus.ts';
import type { Io } from './io.ts';
import { shownPath } from './open.ts';
import { Refusal } from './refusal.ts';

/**
 * Tells whether a path of the content folder is among those asked for: files, folders or addresses, from
 * `cwd` or from the content folder; all of it when none is named. A name that leads nowhere throws a Refusal.
 */
export function scopeOf(
  asked: readonly string[],
  { cwd }: Pick<Io, 'cwd'>,
  workspace: Workspace,
): (path: string) => boolean {
  if (asked.length === 0) return () => true;
  const wanted = asked.map((name) => pathOf(name, cwd, workspace));
  return (path) => wanted.some((one) => one === '' || path === one || path.startsWith(`${one}/`));
}

/** The path inside the content folder that a name stands for; '' is the folder as a whole. */
export function pathOf(name: string, cwd: string, { root, corpus, texts }: Workspace): string {
  const places = [resolve(cwd, name), resolve(root, name)].filter(exists);
  for (const place of places) {
    const inside = pathBelow(root, place);
    if (inside !== null) return inside;
  }
  const entry = corpus.byId.get(name.replaceAll(/^\/|\/$/g, ''));
  if (entry) return entry.path;
  if (places[0])
    throw new Refusal(
      `${name} is not in the content folder ${root}, so it is no part of the handbook.`,
    );
  const known = [...texts.keys()].flatMap((path) => [
    path,
    shownPath({ cwd }, root, path),
    path.replace(/\.\w+$/, ''),
  ]);
  const near = suggest(name, known);
  const hint = near === null ? '' : ` Did you mean ${near}?`;
  throw new Refusal(
    `There is no file or folder "${name}" in ${cwd} or in the content folder ${root}.${hint}`,
  );
}

function exists(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // Below a file, or with a name that no disk takes, there is nothing.
    return false;
  }
}

/** `file` as a path inside `root`, symbolic links above it followed; null where it is elsewhere. */
function pathBelow(root: string, file: string): string | null {
  const real = join(realpathSync(dirname(file)), relative(dirname(file), file));
  const [direct, followed] = [relative(root, file), relative(realpathSync(root), real)];
  const inside = [direct, followed].find(
    (path) => path.split(sep)[0] !== '..' && !isAbsolute(path),
  );
  return inside?.split(sep).join('/') ?? null;
}

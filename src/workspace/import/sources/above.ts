import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { repositoryTop } from '../../repository.ts';
import { isSystemError } from '../../system-error.ts';

/** Folders above a source that may say how it is written. */
const LEVELS = 3;

/**
 * What stands in the folders above a folder, the nearest first, as far as its repository reaches: names of
 * files, and folders as `name/.`, which tell the generator of a site.
 */
export function pathsAbove(folder: string): string[][] {
  const top = repositoryTop(folder);
  const levels: string[][] = [];
  for (let here = folder; levels.length < LEVELS && here !== top && here !== dirname(here); ) {
    here = dirname(here);
    levels.push(pathsIn(here));
  }
  return levels;
}

/** Files and folders of one folder, and the settings that Hugo keeps in a folder. */
function pathsIn(folder: string): string[] {
  const own = entriesOf(folder);
  const settings = own.includes('config/.') ? entriesOf(join(folder, 'config/_default')) : [];
  return [...own, ...settings.map((name) => `config/_default/${name}`)];
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).map((entry) =>
      entry.isDirectory() ? `${entry.name}/.` : entry.name,
    );
  } catch (error) {
    if (isSystemError(error)) return [];
    throw error;
  }
}

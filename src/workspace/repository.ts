import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the git repository that a folder is in, by its `.git`; null where there is none. */
export function repositoryTop(folder: string): string | null {
  if (existsSync(join(folder, '.git'))) return folder;
  const above = dirname(folder);
  return above === folder ? null : repositoryTop(above);
}

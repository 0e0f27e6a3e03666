import { problemOf } from '../domain/checks/rule.ts';
import { safeContent } from '../domain/checks/rules/safe-content.ts';
import { type Problem, wholeFile } from '../domain/problems/problem.ts';

/** A problem for each folder that git would take for a repository: a `HEAD` beside `objects/` and `refs/`. */
export function plantedRepositories(paths: readonly string[]): Problem[] {
  const all = new Set(paths.flatMap(foldersOf));
  return paths.flatMap((path) => {
    const folder = /^(.*\/)?HEAD$/i.exec(path)?.[1] ?? '';
    if (!/(?:^|\/)HEAD$/i.test(path)) return [];
    if (!all.has(`${folder}objects`.toLowerCase()) || !all.has(`${folder}refs`.toLowerCase()))
      return [];
    return [problemOf(safeContent, { messageId: 'repository', path, position: wholeFile })];
  });
}

/** The folders above a file, in small letters as some disks tell none from the other. */
const foldersOf = (path: string): string[] => {
  const parts = path.toLowerCase().split('/');
  return parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join('/'));
};

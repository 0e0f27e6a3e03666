import { existsSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { program } from '../../domain/commands/define.ts';
import type { Invocation } from '../command.ts';
import { Refusal } from '../refusal.ts';
import { realPath } from './target.ts';

/** Absolute paths of the sources that were named, each once; what cannot be imported there throws a Refusal. */
export function sourcesAsked({ io, positionals }: Invocation, root: string): string[] {
  if (positionals.length === 0)
    throw new Refusal(
      `Name what to import: a folder, a file or a zip. Such as: ${program} import ../service/docs --dry-run`,
    );
  const content = realPath(root);
  const sources = new Map<string, string>();
  for (const typed of positionals) {
    const path = resolve(io.cwd, typed);
    if (!existsSync(path))
      throw new Refusal(`There is no file or folder ${typed} in ${io.cwd}. Nothing was written.`);
    const real = realPath(path);
    refuseMixed(typed, real, content);
    if (sources.has(real)) io.stderr(`${typed} is named twice, and read once.\n`);
    sources.set(real, typed);
  }
  refuseNested(sources);
  return [...sources.keys()];
}

function refuseMixed(typed: string, source: string, content: string): void {
  if (isWithin(source, content))
    throw new Refusal(
      `${typed} is in the content folder ${content}, and so is part of the handbook already. Name a source outside of it. Nothing was written.`,
    );
  if (isWithin(content, source))
    throw new Refusal(
      `The content folder ${content} is in ${typed}, so the handbook would import itself. Name the folders beside it one by one. Nothing was written.`,
    );
}

function refuseNested(sources: ReadonlyMap<string, string>): void {
  for (const [outer, shown] of sources)
    for (const [inner, typed] of sources)
      if (inner !== outer && isWithin(inner, outer))
        throw new Refusal(
          `${typed} is in ${shown}, so its documents would come in twice. Name one of the two. Nothing was written.`,
        );
}

/** Whether a path is a folder or something in it. */
function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way.split(sep)[0] !== '..' && !isAbsolute(way));
}

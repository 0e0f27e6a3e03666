import { program } from '../../domain/commands/define.ts';
import { rename as definition } from '../../domain/commands/rename.ts';
import type { Entry } from '../../domain/graph/corpus.ts';
import { slugify } from '../../workspace/file-id.ts';
import type { Command } from '../command.ts';
import { openWorkspace } from '../open.ts';
import { wordsAsked } from '../record/asked.ts';
import { documentAsked } from '../record/subjects.ts';
import { relocate } from '../refactor/relocate.ts';
import { Refusal } from '../refusal.ts';

export const rename: Command = {
  ...definition,
  run: (invocation) => {
    const [word = '', name] = wordsAsked(invocation, definition);
    const workspace = openWorkspace(invocation);
    const entry = documentAsked(word, invocation.io, workspace);
    if (name === undefined)
      throw new Refusal(`The new name is missing. Write: ${program} rename ${entry.id} NEW-NAME`);
    const path = renamedPath(entry, name.trim());
    if (path === entry.path)
      throw new Refusal(`${entry.path} is called that already. Nothing was written.`);
    relocate(invocation, workspace, new Map([[entry.path, path]]));
    return 0;
  },
};

function renamedPath({ path, type }: Entry, asked: string): string {
  if (type.folder === '')
    throw new Refusal(
      `A handbook has one ${path}, and it is looked for under that name. Nothing was written.`,
    );
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const bare = asked.startsWith(folder) ? asked.slice(folder.length) : asked;
  const name = bare.endsWith(`.${type.format}`) ? bare.slice(0, -type.format.length - 1) : bare;
  if (name.includes('/'))
    throw new Refusal(
      `"${asked}" leads into another folder. To move it: ${program} move ${path.replace(/\.\w+$/, '')} ${asked}`,
    );
  const number = /^\d{4}-/.exec(path.slice(folder.length))?.[0] ?? '';
  const full = type.numbered && !/^\d{4}-/.test(name) ? number + name : name;
  refuseName(full);
  return `${folder}${full}.${type.format}`;
}

/** Throws where a name cannot be an address. */
export function refuseName(name: string): void {
  const right = slugify(name) === 'index' ? '' : slugify(name);
  if (right === name && name.length <= MAX_NAME) return;
  const better = right.slice(0, MAX_NAME).replace(/-$/, '') || 'a-short-name';
  throw new Refusal(
    `"${name}" cannot be an address: small letters a-z, digits and hyphens only, ${MAX_NAME} at most, and not index. Write: ${better}. Nothing was written.`,
  );
}

/** The longest name of a file, in letters. */
const MAX_NAME = 100;

import { statSync } from 'node:fs';
import { join } from 'node:path';
import { program } from '../../domain/commands/define.ts';
import { move as definition } from '../../domain/commands/move.ts';
import { typeOfFolder, types } from '../../domain/documents/registry.ts';
import type { Entry } from '../../domain/graph/corpus.ts';
import { suggest } from '../../domain/problems/suggest.ts';
import type { Workspace } from '../../workspace/read-corpus.ts';
import type { Command } from '../command.ts';
import type { Io } from '../io.ts';
import { openWorkspace, shownPath } from '../open.ts';
import { wordsAsked } from '../record/asked.ts';
import { relocate } from '../refactor/relocate.ts';
import { Refusal } from '../refusal.ts';
import { pathOf } from '../scope.ts';
import { refuseName } from './rename.ts';

export const move: Command = {
  ...definition,
  run: (invocation) => {
    const { io } = invocation;
    const [word = '', place] = wordsAsked(invocation, definition);
    const workspace = openWorkspace(invocation);
    const from = pathOf(word, io.cwd, workspace);
    if (place === undefined)
      throw new Refusal(`The place is missing. Write: ${program} move ${word} FOLDER/`);
    const to = placeAsked(place, io, workspace);
    const entry = workspace.corpus.entries.find(({ path }) => path === from);
    const paths = entry ? ofDocument(entry, to) : ofFolder(from, to, workspace);
    relocate(invocation, workspace, paths);
    return 0;
  },
};

interface Place {
  /** Path inside the content folder, without a slash at its end. */
  readonly path: string;
  /** It is a folder, into which something goes. */
  readonly isFolder: boolean;
}

function placeAsked(place: string, io: Io, { root }: Workspace): Place {
  const prefix = `${shownPath(io, root, '.').replace(/\/\.?$/, '')}/`;
  const [inside = ''] = [place, place.replace(prefix, '')].slice(place.startsWith(prefix) ? 1 : 0);
  const parts = inside.split('/').filter((part) => part !== '' && part !== '.');
  const path = parts.join('/');
  const [folder = ''] = parts;
  if (!typeOfFolder(folder)) {
    const folders = types.map((type) => type.folder).filter(Boolean);
    const near = suggest(folder, folders);
    const hint =
      near === null ? ` The folders are: ${folders.join(', ')}.` : ` Did you mean ${near}?`;
    throw new Refusal(
      `No document type lives in the folder "${folder}".${hint} Nothing was written.`,
    );
  }
  const isThere = statSync(join(root, path), { throwIfNoEntry: false })?.isDirectory() === true;
  const bare = path.replace(/\.(mdx|yaml)$/, '');
  for (const part of bare.split('/').slice(1)) refuseName(part);
  return { path: bare, isFolder: isThere || place.endsWith('/') };
}

function ofDocument({ path, type }: Entry, { path: place, isFolder }: Place): Map<string, string> {
  if (type.folder === '')
    throw new Refusal(
      `A handbook has one ${path}, and it is looked for at its top. Nothing was written.`,
    );
  const name = path.slice(path.lastIndexOf('/') + 1);
  const to = isFolder ? `${place}/${name}` : `${place}.${type.format}`;
  if (to === path) throw new Refusal(`${path} is there already. Nothing was written.`);
  const other = typeOfFolder(to.split('/')[0] ?? '');
  if (other && other.format !== type.format)
    throw new Refusal(
      `${path} is a ${type.format} file, and what is in ${other.folder}/ is ${other.format}: it has to be written anew. ${program} new ${other.name} "Title"`,
    );
  return new Map([[path, to]]);
}

/** Every file below a folder, documents or not. */
function ofFolder(
  from: string,
  { path, isFolder }: Place,
  workspace: Workspace,
): Map<string, string> {
  const { corpus, root } = workspace;
  if (from === '' || !from.includes('/'))
    throw new Refusal(
      `${from || 'The content folder'} cannot be moved: ${from ? 'a type is recognised by the name of its folder' : 'name a document or a folder in it'}. Nothing was written.`,
    );
  const to = isFolder ? `${path}/${from.split('/').at(-1)}` : path;
  if (to === from || to.startsWith(`${from}/`))
    throw new Refusal(`${from} cannot move to ${to}. Nothing was written.`);
  if (to.split('/')[0] !== from.split('/')[0])
    throw new Refusal(
      `The folder ${from} stays in ${from.split('/')[0]}/: what is in another folder is of another type. Move its documents one by one. Nothing was written.`,
    );
  const files = [...corpus.entries.map((entry) => entry.path), ...corpus.assets];
  const below = files.filter((file) => file.startsWith(`${from}/`));
  if (below.length === 0)
    throw new Refusal(
      statSync(join(root, from), { throwIfNoEntry: false })?.isFile()
        ? `${from} is no document. Move the file yourself, and then: ${program} fix`
        : `There is no document in ${from}. Nothing was written.`,
    );
  return new Map(below.map((file) => [file, to + file.slice(from.length)]));
}

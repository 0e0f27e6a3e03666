import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { program } from '../../domain/commands/define.ts';
import { init as definition } from '../../domain/commands/init.ts';
import { emptyWorkspace } from '../../workspace/read-corpus.ts';
import { isSystemError } from '../../workspace/walk.ts';
import { writeFolderAtomically } from '../../workspace/write.ts';
import type { Command } from '../command.ts';
import { firstEditorFiles } from '../draft/editor.ts';
import { factsOf } from '../draft/facts.ts';
import { firstFiles } from '../draft/first-files.ts';
import { refuseErrors } from '../draft/verify.ts';
import type { Io } from '../io.ts';
import { shownPath } from '../open.ts';
import { Refusal } from '../refusal.ts';

export const init: Command = {
  ...definition,
  run: async (invocation) => {
    const { io, positionals } = invocation;
    const [named] = positionals;
    if (named === undefined) throw new Refusal(`Name the folder to start: ${program} init content`);
    const folder = resolve(io.cwd, named);
    refuseUnfit(folder, named, io);
    const files = firstFiles(await factsOf(invocation, named), io.today);
    refuseErrors(emptyWorkspace(folder), files);
    write(folder, named, new Map([...files, ...firstEditorFiles(folder, files)]));
    for (const path of files.keys()) io.stdout(`${shownPath(io, folder, path)}\n`);
    io.stderr(nextSteps(folder, named, io));
    return 0;
  },
};

function refuseUnfit(folder: string, named: string, { cwd }: Io): void {
  const fromHere = relative(folder, cwd);
  if (!isAbsolute(fromHere) && fromHere.split(sep)[0] !== '..') {
    throw new Refusal(
      `${named} is the folder you are in, or one above it. Name one below: ${program} init content`,
    );
  }
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found && !found.isDirectory())
    throw new Refusal(`${named} is a file. Name a folder: ${program} init content`);
  const inside = found ? readdirSync(folder) : [];
  if (inside.includes('.git'))
    throw new Refusal(
      `${named} is a git repository; the content goes into a folder of it. Write: ${program} init ${quoted(`${named.replace(/\/$/, '')}/content`)}`,
    );
  if (inside.length > 0) throw notEmpty(named, inside);
}

function notEmpty(named: string, inside: readonly string[]): Refusal {
  const some = inside.slice(0, 3).join(', ');
  return new Refusal(
    `${named} is not empty (it holds ${some}${inside.length > 3 ? ', ...' : ''}), and nothing is overwritten. Name a new folder.`,
  );
}

function write(folder: string, named: string, files: ReadonlyMap<string, string>): void {
  try {
    writeFolderAtomically(folder, files);
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOTEMPTY')
      throw notEmpty(named, readdirSync(folder));
    throw error;
  }
}

const quoted = (path: string): string => (/^[\w./-]+$/.test(path) ? path : `"${path}"`);

function nextSteps(folder: string, named: string, { home }: Io): string {
  const isDefault = folder === resolve(home, 'content');
  const option = isDefault ? '' : ` --content ${quoted(named)}`;
  return [
    '',
    `${basename(folder)} is the content folder of a handbook now, and passes the check. Next:`,
    ...(isInGit(folder) ? [] : [`  git init ${quoted(dirname(named))}`]),
    `  git -C ${quoted(named)} add . && git -C ${quoted(named)} commit -m "Begin the handbook"`,
    `  ${program} check${option}`,
    `  ${program} readiness${option}`,
    `  ${program} new system "The first system" --tier 1${option}`,
    `  ${program} list${option}`,
    `  ${isDefault ? '' : `HANDBOOK_CONTENT=${quoted(named)} `}npm start`,
    'Read what was written, and replace what begins with "To write". Readiness judges from the day of the last',
    'commit, and says what is due next; git also tells when and by whom a page was last changed.',
    '',
  ].join('\n');
}

/** Whether a folder, or one above it, is a git repository. */
const isInGit = (folder: string): boolean =>
  existsSync(join(folder, '.git')) || (dirname(folder) !== folder && isInGit(dirname(folder)));

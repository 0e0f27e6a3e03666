import { chmodSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { program } from '../../domain/commands/define.ts';
import { init as definition } from '../../domain/commands/init.ts';
import { emptyWorkspace } from '../../workspace/read-corpus.ts';
import { isSystemError } from '../../workspace/walk.ts';
import { writeAtomically, writeFolderAtomically } from '../../workspace/write.ts';
import type { Command } from '../command.ts';
import { type CiFiles, ciFiles, hookPath } from '../draft/ci-files.ts';
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
    const ci = ciFiles(folder, io.home);
    const isOwn = ci.top === folder;
    // An editor opens the top of a repository; that of the program has the files of its own content.
    const opened = resolve(io.home) === ci.top ? folder : ci.top;
    const editor = firstEditorFiles(folder, files, opened);
    const inside = opened === folder ? editor : new Map();
    write(folder, named, new Map([...files, ...inside, ...(isOwn ? ci.files : [])]));
    if (!isOwn) for (const [path, text] of ci.files) writeNew(join(ci.top, path), text);
    if (opened !== folder)
      for (const [path, text] of editor) writeAtomically(join(opened, path), text);
    if (ci.files.has(hookPath)) chmodSync(join(ci.top, hookPath), 0o755);
    for (const path of files.keys()) io.stdout(`${shownPath(io, folder, path)}\n`);
    for (const path of ci.files.keys()) io.stdout(`${shownPath(io, ci.top, path)}\n`);
    io.stderr(nextSteps(folder, named, io, ci));
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

/** Writes a file that nobody has written meanwhile. */
function writeNew(file: string, text: string): void {
  try {
    writeAtomically(file, text, { create: true });
  } catch (error) {
    if (!isSystemError(error) || error.code !== 'EEXIST') throw error;
  }
}

const quoted = (path: string): string => (/^[\w./-]+$/.test(path) ? path : `"${path}"`);

function nextSteps(folder: string, named: string, io: Io, ci: CiFiles): string {
  const { home } = io;
  const isDefault = folder === resolve(home, 'content');
  const isOwn = ci.top === folder;
  const option = isDefault ? '' : ` --content ${quoted(named)}`;
  return [
    '',
    `${basename(folder)} is the content folder of a handbook now, and passes the check. Next:`,
    ...(isOwn ? [`  git init -b main ${quoted(named)}`] : []),
    ...hookSteps(named, io, ci),
    `  git -C ${quoted(named)} add . && git -C ${quoted(named)} commit -m "Begin the handbook"`,
    `  ${program} check${option}`,
    `  ${program} readiness${option}`,
    `  ${program} new system "The first system" --tier 1${option}`,
    `  ${program} list${option}`,
    `  ${isDefault ? '' : `HANDBOOK_CONTENT=${quoted(named)} `}npm start -- --audience engineering`,
    'Read what was written, and replace what begins with "To write". Readiness judges from the day of the last',
    'commit, and says what is due next; git also tells when and by whom a page was last changed.',
    ...(ci.files.size === 0
      ? []
      : [
          'The workflow and the pipeline check every change. They fetch this program: see in them from where, and at which',
          'commit, which has to be there. Delete the one of the two that you do not need.',
        ]),
    '',
  ].join('\n');
}

/** How the hook is installed, and what was left as it was. */
function hookSteps(named: string, { home }: Io, { top, files, kept }: CiFiles): string[] {
  const path = relative(top, home).replaceAll('\\', '/');
  return [
    ...kept.map((file) => `  ${file} is there already and was left as it is.`),
    ...(files.has(hookPath)
      ? [
          `  git -C ${quoted(named)} config core.hooksPath ${dirname(hookPath)}`,
          `  git -C ${quoted(named)} config handbook.checker ${quoted(path)}`,
        ]
      : []),
  ];
}

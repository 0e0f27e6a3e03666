import { readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { program } from '../../domain/commands/define.ts';
import { NotOwn } from '../../workspace/import/own-path.ts';
import { undoKilled } from '../../workspace/import/write.ts';
import { emptyWorkspace, type Workspace, withText } from '../../workspace/read-corpus.ts';
import { type Invocation, optionValue } from '../command.ts';
import { firstImportFiles } from '../draft/first-import-files.ts';
import { openWorkspace } from '../open.ts';
import { Refusal } from '../refusal.ts';

/** The handbook that an import goes into. */
export interface ImportTarget {
  readonly root: string;
  /** As it is, or as it begins. */
  readonly workspace: Workspace;
  /** The files that a new handbook begins with, by path; none where it is there already. */
  readonly first: ReadonlyMap<string, string>;
}

/** Opens the handbook that an import was given or finds; a folder that is new or empty becomes one. */
export function importTarget(invocation: Invocation): ImportTarget {
  const { io } = invocation;
  const named = folderNamed(invocation);
  const root = named === undefined ? null : resolve(io.cwd, named);
  if (named !== undefined && root !== null && isNew(named, root)) return started(root, io.today);
  const asked = named === undefined ? invocation : withContent(invocation, named);
  const workspace = openWorkspace(asked);
  if (!invocation.given.has('dry-run') && isUndone(workspace.root)) return importTarget(invocation);
  return { root: workspace.root, workspace, first: new Map() };
}

function isUndone(root: string): boolean {
  try {
    return undoKilled(root);
  } catch (error) {
    if (error instanceof NotOwn) throw new Refusal(`${error.message} Nothing was written.`);
    throw error;
  }
}

function folderNamed(invocation: Invocation): string | undefined {
  const [into, content] = [optionValue(invocation, 'into'), optionValue(invocation, 'content')];
  if (into !== undefined && content !== undefined && into !== content)
    throw new Refusal(
      `--into ${into} and --content ${content} name two folders. Keep one: they mean the same.`,
    );
  return into ?? content;
}

function isNew(named: string, root: string): boolean {
  const found = statSync(root, { throwIfNoEntry: false });
  if (!found) return true;
  if (!found.isDirectory())
    throw new Refusal(`${named} is a file. Name a folder: ${program} import ... --into content`);
  const inside = readdirSync(root).filter((name) => !name.startsWith('.'));
  if (inside.length === 0) return true;
  if (!inside.includes('engagement.yaml'))
    throw new Refusal(
      `${named} holds files and is no handbook: it has no engagement.yaml. Name a new or empty folder, and the import begins a handbook there. Nothing was written.`,
    );
  return false;
}

function started(root: string, today: string): ImportTarget {
  const first = firstImportFiles(titleFor(root), today);
  const workspace = [...first].reduce(
    (sum, [path, text]) => withText(sum, path, text),
    emptyWorkspace(root),
  );
  return { root, workspace, first };
}

/** What a handbook is called that nobody has named yet. */
function titleFor(root: string): string {
  const name = basename(root) === 'content' ? basename(dirname(root)) : basename(root);
  const words = name.replaceAll(/[-_.\s]+/g, ' ').trim();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} handbook`.trim();
}

const withContent = (invocation: Invocation, folder: string): Invocation => ({
  ...invocation,
  given: new Map([...invocation.given, ['content', [folder]]]),
});

/** The real path of a folder, of its nearest parent that is there where it is new. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const above = dirname(path);
    return above === path ? path : resolve(realPath(above), basename(path));
  }
}

import { readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from '../../workspace/lock.ts';
import { type Workspace, withAsset } from '../../workspace/read-corpus.ts';
import { isSystemError } from '../../workspace/system-error.ts';
import { writeAtomically } from '../../workspace/write.ts';
import type { Invocation } from '../command.ts';
import { refuseErrors } from '../draft/verify.ts';
import { shownPath } from '../open.ts';
import { Refusal } from '../refusal.ts';
import { cell } from '../table.ts';

/** A file that a command is about to write. */
export interface PlannedFile {
  /** Path inside the content folder. */
  readonly path: string;
  readonly content: string | Uint8Array;
  /** What is shown of it, one line each. */
  readonly lines: readonly string[];
}

/**
 * Shows what is about to be written, and writes it unless `--dry-run` was given: every file as a whole, new
 * ones without replacing anything. What the check would refuse throws a Refusal, and nothing is written.
 */
export function carryOut(
  invocation: Invocation,
  workspace: Workspace,
  files: readonly PlannedFile[],
): void {
  const { io, given } = invocation;
  verify(workspace, files);
  const isDry = given.has('dry-run');
  const show = isDry ? io.stdout : io.stderr;
  const shown = (path: string) => shownPath(io, workspace.root, path);
  for (const { path, lines } of files)
    show([shown(path), ...lines.map((line) => `  ${line}`), ''].join('\n'));
  if (isDry) {
    io.stderr('Not written.\n');
    return;
  }
  withLock(join(workspace.root, '.new.lock'), () => writeAll(workspace, files));
  for (const { path } of files) io.stdout(`${shown(path)}\n`);
}

function verify(workspace: Workspace, files: readonly PlannedFile[]): void {
  const texts = files.flatMap(({ path, content }) =>
    typeof content === 'string' ? [[path, content] as const] : [],
  );
  const assets = files.filter(({ content }) => typeof content !== 'string');
  const before = assets.reduce((sum, { path }) => withAsset(sum, path), workspace);
  refuseErrors(before, new Map(texts));
}

function writeAll({ root, texts, corpus }: Workspace, files: readonly PlannedFile[]): void {
  const isThere = (path: string) => texts.has(path);
  for (const { path } of files) {
    if (isThere(path) && readFileSync(join(root, path), 'utf8') !== texts.get(path))
      throw different(
        path,
        corpus.problems.some((one) => one.path === path),
      );
  }
  const written: string[] = [];
  try {
    for (const { path, content } of files) {
      const file = join(root, path);
      // A link stays a link: what it leads to is written.
      if (isThere(path)) writeAtomically(realpathSync(file), content);
      else writeAtomically(file, content, { create: true });
      written.push(path);
    }
  } catch (error) {
    const created = written.filter((path) => !isThere(path));
    for (const path of created) rmSync(join(root, path), { force: true });
    const kept = written.filter(isThere);
    if (isSystemError(error) && error.code === 'EEXIST')
      throw new Refusal(
        'Somebody wrote a file of that name a moment ago. Nothing was written; run the command again.',
      );
    if (kept.length === 0) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Refusal(`Written: ${kept.join(', ')}. Then it broke off: ${reason}`);
  }
}

const different = (path: string, hasProblems: boolean): Refusal =>
  new Refusal(
    hasProblems
      ? `${path} holds bytes that would be lost, such as Windows line ends. See what check says of it. Nothing was written.`
      : `${path} was changed a moment ago by somebody else. Nothing was written; run the command again.`,
  );

/** Fields as they are shown before they are written. */
export const linesOf = (
  fields: Readonly<Record<string, string | number | readonly string[] | null | undefined>>,
): string[] =>
  Object.entries(fields).flatMap(([name, value]) =>
    value === null || value === undefined
      ? []
      : [`${name}: ${cell([value].flat().join(', '), 200)}`],
  );

import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkCorpus } from '../../domain/checks/run.ts';
import type { Problem } from '../../domain/problems/problem.ts';
import { withLock } from '../../workspace/lock.ts';
import type { Workspace } from '../../workspace/read-corpus.ts';
import { type FileChange, withChanges } from '../../workspace/refactor/change-set.ts';
import { PartlyWritten, writeTogether } from '../../workspace/refactor/write-together.ts';
import { isSystemError } from '../../workspace/system-error.ts';
import type { Invocation } from '../command.ts';
import { shownPath } from '../open.ts';
import { Refusal } from '../refusal.ts';
import { count } from '../reporters/report.ts';
import { cell } from '../table.ts';

/** How a plan is carried out, and what is said with it. */
export interface CarryOut {
  /** Shows the plan only. */
  readonly isDry: boolean;
  /** Whether bytes that are no part of the text as it was read may go: line ends and marks. */
  readonly mayNormalise?: boolean;
  /** Sentences that are shown below the plan. */
  readonly notes: (after: Workspace) => readonly string[];
}

/**
 * Shows what is about to be changed, and changes it unless it is to be shown only: all files or none. A
 * change that brings a problem which was not there throws a Refusal.
 */
export function carryOut(
  { io }: Pick<Invocation, 'io'>,
  workspace: Workspace,
  changes: readonly FileChange[],
  { isDry, mayNormalise = false, notes }: CarryOut,
): void {
  const after = withChanges(workspace, changes);
  refuseProblems(workspace, after, changes);
  const show = isDry ? io.stdout : io.stderr;
  const shown = (path: string) => shownPath(io, workspace.root, path);
  for (const change of changes) show(planOf(change, shown));
  for (const note of notes(after)) io.stderr(`${note}\n`);
  if (isDry) {
    io.stderr('Not written.\n');
    return;
  }
  withLock(join(workspace.root, '.new.lock'), () => write(workspace, changes, mayNormalise));
  for (const { to } of changes) io.stdout(`${shown(to)}\n`);
}

function planOf({ from, to, lines }: FileChange, shown: (path: string) => string): string {
  const title = from === null || from === to ? shown(to) : `${shown(from)} -> ${shown(to)}`;
  return [title, ...lines.map((line) => `  ${cell(line, 240)}`), ''].join('\n');
}

/** Throws a Refusal where something is wrong afterwards that was not before; places may have moved. */
function refuseProblems(before: Workspace, after: Workspace, changes: readonly FileChange[]): void {
  const nowAt = new Map(changes.map(({ from, to }) => [from, to]));
  const kind = ({ ruleId, messageId, path }: Problem) => JSON.stringify([ruleId, messageId, path]);
  const were = Map.groupBy(checkCorpus(before.corpus), (one) =>
    kind({ ...one, path: nowAt.get(one.path) ?? one.path }),
  );
  const fresh = [...Map.groupBy(checkCorpus(after.corpus), kind)].flatMap(([key, all]) =>
    all.length > (were.get(key)?.length ?? 0) ? all.filter((one) => !isAsked(one)) : [],
  );
  if (fresh.length === 0) return;
  const reasons = fresh
    .slice(0, SHOWN)
    .map(({ path, message, fix }) => `  ${path}: ${message}\n    ${fix}`);
  const more = fresh.length > SHOWN ? [`  and ${fresh.length - SHOWN} more`] : [];
  throw new Refusal(
    `Nothing was written, because the check would then find:\n${[...reasons, ...more].join('\n')}`,
  );
}

/** What an imported document lacks, and lacks more of as another type: the check asks for it, and it may move. */
const isAsked = ({ ruleId, severity }: Problem): boolean =>
  severity === 'warning' && (ruleId === 'schema' || ruleId === 'sections');

/** How many problems are listed. */
const SHOWN = 20;

function write(
  { root, texts }: Workspace,
  changes: readonly FileChange[],
  mayNormalise: boolean,
): void {
  for (const { from, to, text, was } of changes) {
    if (from !== null && text !== null)
      refuseOther(root, from, was ?? texts.get(from), mayNormalise);
    if (from !== null && from !== to && lstatSync(join(root, from)).isSymbolicLink())
      throw new Refusal(
        `${from} is a symbolic link. Move what it leads to, or replace it by the file. Nothing was written.`,
      );
  }
  try {
    writeTogether(root, changes);
  } catch (error) {
    if (error instanceof PartlyWritten)
      throw new Refusal(
        `It broke off, and could not be undone: ${reasonOf(error.cause)}. Changed and left so: ${error.changed.join(', ')}. To go back to the last commit: git checkout -- ${root}`,
      );
    if (isSystemError(error))
      throw new Refusal(
        `It broke off: ${reasonOf(error)}. Everything is as it was (${count(changes.length, 'file')}).`,
      );
    throw error;
  }
}

/** Throws where a file is not what was read: changed since, or with bytes that the text does not hold. */
function refuseOther(
  root: string,
  path: string,
  text: string | undefined,
  mayNormalise: boolean,
): void {
  const raw = readFileSync(join(root, path), 'utf8');
  if (raw === text) return;
  const isSame = raw.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n') === text;
  if (isSame && mayNormalise) return;
  throw new Refusal(
    isSame
      ? `${path} has Windows line ends or a byte order mark, which would be lost. Put that right first: npm run handbook -- fix ${path} --write. Nothing was written.`
      : `${path} was changed a moment ago by somebody else, or holds bytes that are no text. Nothing was written; see what check says of it.`,
  );
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

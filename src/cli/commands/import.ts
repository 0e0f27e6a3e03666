import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { importDocuments as definition } from '../../domain/commands/import.ts';
import { refusedDocuments } from '../../workspace/import/after.ts';
import { PathTaken } from '../../workspace/import/assign.ts';
import { type ImportPlan, planImport } from '../../workspace/import/pipeline.ts';
import { SourceError } from '../../workspace/import/sources/source.ts';
import { type Command, type Invocation, optionValue } from '../command.ts';
import { carryOutImport, holdingImport } from '../import/carry-out.ts';
import { conflictsSettled } from '../import/conflicts.ts';
import { type Decisions, decisions } from '../import/decisions.ts';
import { withOrigins } from '../import/origins.ts';
import { progressBar } from '../import/progress.ts';
import { type ImportReport, needsSomebody, reportOf } from '../import/report.ts';
import { reportJson } from '../import/report-json.ts';
import { reportText } from '../import/report-text.ts';
import { sourcesAsked } from '../import/sources.ts';
import { type ImportTarget, importTarget } from '../import/target.ts';
import { namesIn, wishesAsked } from '../import/wishes.ts';
import { shownPath } from '../open.ts';
import { Refusal } from '../refusal.ts';

export const importDocuments: Command = {
  ...definition,
  run: async (invocation) => {
    const target = importTarget(invocation);
    if (invocation.given.has('dry-run')) return runImport(invocation, target);
    return holdingImport(target.root, () => runImport(invocation, target));
  },
};

async function runImport(invocation: Invocation, target: ImportTarget): Promise<number> {
  const { io } = invocation;
  const { workspace } = target;
  const sources = sourcesAsked(invocation, target.root);
  const wishes = wishesAsked(invocation, workspace.corpus);
  const decided = decisions(wishes, io);
  const bar = progressBar(io);
  const decide: typeof decided.decide = (...about) => {
    bar.clear();
    return decided.decide(...about);
  };
  const plan = await planned(() =>
    planImport({ sources, workspace, decide, progress: bar.tell, names: namesIn(wishes, io) }),
  ).finally(bar.clear);
  try {
    return await finished(invocation, target, await conflictsSettled(plan, io), decided);
  } finally {
    plan.close();
  }
}

async function finished(
  invocation: Invocation,
  target: ImportTarget,
  plan: ImportPlan,
  decided: Decisions,
): Promise<number> {
  const { given } = invocation;
  const { workspace, first } = target;
  refuseEmpty(plan, invocation);
  const isDry = given.has('dry-run');
  const report = reportOf(plan, {
    isDry,
    started: [...first.keys()],
    refused: await withOrigins(refusedDocuments(workspace, plan), plan),
    undone: decided.undone(),
    notes: decided.notes(),
    isGiven: decided.isGiven,
  });
  if (!isDry) await carryOutImport(target, plan);
  tell(invocation, target, report);
  return needsSomebody(report) ? 1 : 0;
}

async function planned(work: () => Promise<ImportPlan>): Promise<ImportPlan> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SourceError || error instanceof PathTaken)
      throw new Refusal(`${error.message} Nothing was written.`);
    throw error;
  }
}

/** Throws where the sources hold no document at all, so that the wrong folder is not taken for a success. */
function refuseEmpty({ documents, skipped, gone }: ImportPlan, { positionals }: Invocation): void {
  if (documents.length > 0 || gone.length > 0) return;
  const reasons = skipped.map(({ from, reason }) => `\n  ${from}  ${reason}`);
  throw new Refusal(
    `There is no document to import in ${positionals.join(', ')}: no Markdown, AsciiDoc, HTML or Word file that can be read. Nothing was written.${reasons.join('')}`,
  );
}

function tell(invocation: Invocation, { root }: ImportTarget, report: ImportReport): void {
  const { io, given } = invocation;
  const show = (path: string) => shownPath(io, root, path);
  const prove = given.has('prove');
  const textOf = (isWhole: boolean) =>
    optionValue(invocation, 'format') === 'json'
      ? reportJson(report, show)
      : reportText(report, { show, near: (path) => shownPath(io, '', path), prove, isWhole });
  io.stdout(textOf(false));
  const file = optionValue(invocation, 'report');
  if (file === undefined) return;
  const path = resolve(io.cwd, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, textOf(true));
  io.stderr(`The whole report is in ${file}.\n`);
}

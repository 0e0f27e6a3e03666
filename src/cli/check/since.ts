import { compareFindings, type Findings } from '../../domain/changes/findings.ts';
import { discretionOf } from '../../domain/checks/discretion.ts';
import { sightedValues } from '../../domain/checks/sighted-values.ts';
import type { Baseline } from '../../domain/problems/baseline.ts';
import type { LocatedProblem } from '../../domain/problems/problem.ts';
import { RevisionError } from '../../workspace/git-run.ts';
import type { Workspace } from '../../workspace/read-corpus.ts';
import { type Compared, compareWith } from '../../workspace/revision.ts';
import { asOfAsked } from '../as-of.ts';
import { baselineOf } from '../baseline.ts';
import { type Invocation, optionValue } from '../command.ts';
import type { Io } from '../io.ts';
import { contentRoot } from '../open.ts';
import { Refusal } from '../refusal.ts';
import { writeReport } from '../reporters/registry.ts';
import { count, type Report } from '../reporters/report.ts';
import { scopeOf } from '../scope.ts';
import { exitCodeOf, inspect, unknownOf } from './inspect.ts';
import { summaryOf } from './summary.ts';

/**
 * Reports what a change touched or caused. Old findings in touched files are shown, for whoever edits a file
 * is the one who can mend it; they fail nothing, or a small correction would cost the debts of its file.
 */
export function checkSince(invocation: Invocation): number {
  const root = contentRoot(invocation);
  const revision = optionValue(invocation, 'changed-since') ?? '';
  try {
    return compareWith(root, revision, invocation.given.has('staged'), (compared) =>
      judge(invocation, root, revision, compared),
    );
  } catch (error) {
    throw error instanceof RevisionError ? new Refusal(error.message) : error;
  }
}

function judge(invocation: Invocation, root: string, revision: string, compared: Compared): number {
  const { io, positionals } = invocation;
  const workspace = { ...compared.now, root };
  const inScope = scopeOf(positionals, io, workspace);
  const found = inspect(io, workspace, inScope);
  const renamed = new Map(compared.changes.map(({ path, before }) => [path, before]));
  const back = new Map(compared.changes.map(({ path, before }) => [before, path]));
  const before = inspect(io, compared.before, (path) => inScope(back.get(path) ?? path));
  const wasAt = (path: string) => renamed.get(path) ?? path;
  const { fresh, fixed } = compareFindings(
    findingsOf(before, compared.before),
    findingsOf(found, workspace),
    wasAt,
  );
  // A change cannot excuse itself: its own baseline has to be one, and what counts is that of before.
  baselineOf(workspace, io);
  const unknown = unknownOf(io, baselineBefore(compared.before, io), found, inScope);
  const touched = new Set(
    compared.changes.filter(({ kind }) => kind !== 'removed').map(({ path }) => path),
  );
  const problems = found.problems.filter((one) => fresh.has(one) || touched.has(one.path));
  const report: Report = {
    ...found,
    problems,
    discretion: discretionOf(workspace.corpus, compared.before.corpus),
    isOlder: (one) => !fresh.has(one) || unknown?.has(one) === false,
    unlisted: unlistedWords(compared, revision, found.problems.length - problems.length),
  };
  const isSummary = optionValue(invocation, 'format') === 'markdown';
  const asked = asOfAsked(invocation);
  const change = isSummary ? summaryOf(compared, fixed, { root, revision, asked }) : undefined;
  writeReport(invocation, change === undefined ? report : { ...report, change });
  return exitCodeOf(report);
}

/** The baseline that a change began from; what was none excuses nothing, so that a change can mend it. */
function baselineBefore(before: Workspace, io: Io): Baseline | null {
  try {
    return baselineOf(before, io);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function findingsOf({ problems, textOf }: Report, { corpus }: Workspace): Findings {
  const files = new Map<string, readonly string[]>();
  const linesOf = (path: string) => {
    const lines = files.get(path) ?? (textOf(path) ?? '').split('\n');
    files.set(path, lines);
    return lines;
  };
  const lineOf = ({ path, line, position }: LocatedProblem) =>
    position.kind === 'file' ? '' : (linesOf(path)[line - 1]?.trim() ?? '');
  const valuesOf = sightedValues(corpus);
  const exactOf = (problem: LocatedProblem) => JSON.stringify([valuesOf(problem), lineOf(problem)]);
  return { problems, lineOf, exactOf };
}

function unlistedWords({ changes, existed, commit }: Compared, revision: string, left: number) {
  const since = `since ${revision} (${commit.slice(0, 12)})`;
  if (!existed) return `The content folder was empty at ${revision}, so everything in it is new.`;
  const changed = changes.length === 0 ? 'No file' : count(changes.length, 'file');
  const rest =
    left === 0
      ? ''
      : ` ${count(left, 'finding')} in other files ${left === 1 ? 'was' : 'were'} there before and ${left === 1 ? 'is' : 'are'} not listed.`;
  return `${changed} changed ${since}.${rest}`;
}

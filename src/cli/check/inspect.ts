import { discretionOf } from '../../domain/checks/discretion.ts';
import { type Baseline, compareCheck } from '../../domain/problems/baseline.ts';
import type { LocatedProblem } from '../../domain/problems/problem.ts';
import { problemsOf } from '../../workspace/problems.ts';
import type { Workspace } from '../../workspace/read-corpus.ts';
import { baselineWords } from '../baseline.ts';
import type { Io } from '../io.ts';
import { cacheIn, shownPath } from '../open.ts';
import type { Report } from '../reporters/report.ts';
import { cell } from '../table.ts';

/** Whether a path of the content folder was asked for. */
export type Scope = (path: string) => boolean;

/** All that is found in a content folder, as far as it was asked for. */
export function inspect(io: Io, workspace: Workspace, inScope: Scope): Report {
  const problems = problemsOf(workspace, cacheIn(io, workspace.root)).filter(({ path }) =>
    inScope(path),
  );
  const files = new Set([...workspace.texts.keys()].filter(inScope));
  for (const { path } of problems) files.add(path);
  return {
    problems,
    files: files.size,
    show: (path) => shownPath(io, workspace.root, path),
    textOf: (path) => workspace.texts.get(path) ?? null,
    discretion: discretionOf(workspace.corpus),
    showText: (path) => cell(shownPath(io, workspace.root, path), Infinity),
  };
}

/** The findings that no baseline knows, null without one; how the others stand is said on stderr. */
export function unknownOf(
  io: Io,
  baseline: Baseline | null,
  { problems, showText, discretion }: Report,
  inScope: Scope,
): ReadonlySet<LocatedProblem> | null {
  if (baseline === null) return null;
  const before = baseline.check.filter(({ path }) => inScope(path));
  const compared = compareCheck(before, problems);
  const show = ({ path, line, ruleId }: LocatedProblem) => `${showText(path)}:${line}  ${ruleId}`;
  const words = baselineWords(compared, 'check', show, discretion?.path);
  io.stderr(words);
  return new Set(compared.fresh);
}

/** The exit code: 1 where an error is new. */
export const exitCodeOf = ({ problems, isOlder }: Report): 0 | 1 =>
  problems.some((problem) => problem.severity === 'error' && !isOlder?.(problem)) ? 1 : 0;

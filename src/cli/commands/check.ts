import { check as definition } from '../../domain/commands/check.ts';
import { compareBaseline, knownOfCheck } from '../../domain/problems/baseline.ts';
import type { LocatedProblem } from '../../domain/problems/problem.ts';
import { problemsOf } from '../../workspace/problems.ts';
import type { Workspace } from '../../workspace/read-corpus.ts';
import { baselineOf, baselineWords, writeBaseline } from '../baseline.ts';
import type { Command, Invocation } from '../command.ts';
import { cacheIn, openWorkspace, shownPath } from '../open.ts';
import { Refusal } from '../refusal.ts';
import { writeReport } from '../reporters/registry.ts';
import type { Report } from '../reporters/report.ts';
import { scopeOf } from '../scope.ts';
import { cell } from '../table.ts';
import { watch } from '../watch.ts';

export const check: Command = {
  ...definition,
  run: (invocation) => {
    const { io, given, positionals } = invocation;
    if (given.has('write-baseline') && positionals.length > 0)
      throw new Refusal(
        'A baseline is of the whole handbook: name no files with --write-baseline.',
      );
    const workspace = openWorkspace(invocation);
    const inScope = scopeOf(positionals, io, workspace);
    if (given.has('watch'))
      return watch(invocation, workspace.root, (now) => inspect(invocation, now, inScope));
    const report = inspect(invocation, workspace, inScope);
    if (given.has('write-baseline')) {
      writeBaseline(workspace, 'check', report.problems.map(knownOfCheck), io);
      return 0;
    }
    const failing = unknownOf(invocation, workspace, report, inScope);
    writeReport(invocation, report);
    return failing.some(isError) ? 1 : 0;
  },
};

const isError = ({ severity }: LocatedProblem): boolean => severity === 'error';

/** The findings that no baseline knows; how the others stand is said on stderr. */
function unknownOf(
  { io }: Invocation,
  workspace: Workspace,
  { problems, showText }: Report,
  inScope: (path: string) => boolean,
): readonly LocatedProblem[] {
  const baseline = baselineOf(workspace, io);
  if (baseline === null) return problems;
  const before = baseline.check.filter(({ path }) => inScope(path));
  const compared = compareBaseline(before, problems, knownOfCheck, () => true);
  const show = ({ path, line, ruleId }: LocatedProblem) => `${showText(path)}:${line}  ${ruleId}`;
  io.stderr(baselineWords(compared, 'check', show));
  return compared.fresh;
}

function inspect(
  { io }: Invocation,
  workspace: Workspace,
  inScope: (path: string) => boolean,
): Report {
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
    showText: (path) => cell(shownPath(io, workspace.root, path), Infinity),
  };
}

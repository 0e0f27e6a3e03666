import { checkCorpus } from '../../domain/checks/run.ts';
import { check as definition } from '../../domain/commands/check.ts';
import { locate } from '../../workspace/locate.ts';
import { problemStyle } from '../colors.ts';
import { type Command, type Invocation, optionValue } from '../command.ts';
import { openWorkspace, shownPath } from '../open.ts';
import { type Report, reportJson, reportText } from '../reporters/report.ts';
import { scopeOf } from '../scope.ts';
import { cell } from '../table.ts';

export const check: Command = {
  ...definition,
  run: (invocation) => {
    const { io } = invocation;
    const report = inspect(invocation);
    const json = optionValue(invocation, 'format') === 'json';
    io.stdout(json ? reportJson(report) : reportText(report, problemStyle(io)));
    return report.problems.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};

function inspect(invocation: Invocation): Report {
  const { io, positionals } = invocation;
  const workspace = openWorkspace(invocation);
  const inScope = scopeOf(positionals, io, workspace);
  const problems = locate(checkCorpus(workspace.corpus), workspace).filter(({ path }) =>
    inScope(path),
  );
  const files = new Set([...workspace.texts.keys()].filter(inScope));
  for (const { path } of problems) files.add(path);
  return {
    problems,
    files: files.size,
    show: (path) => shownPath(io, workspace.root, path),
    showText: (path) => cell(shownPath(io, workspace.root, path), Infinity),
  };
}

import { checkCorpus } from '../../domain/checks/run.ts';
import { locate } from '../../workspace/locate.ts';
import { problemStyle } from '../colors.ts';
import { type Command, type Invocation, optionValue } from '../command.ts';
import { openWorkspace, shownPath } from '../open.ts';
import { type Report, reportJson, reportText } from '../reporters/report.ts';
import { scopeOf } from '../scope.ts';
import { cell } from '../table.ts';

export const check: Command = {
  name: 'check',
  summary: 'Check the handbook: fields, sections, references, links, pictures, addresses.',
  usage: ['check', 'check runbooks', 'check content/adrs/0001-a-decision.mdx --format json'],
  positionals: [
    {
      name: 'paths',
      description:
        'Files or folders to report on; everything is read all the same. From here or from the content folder.',
      many: true,
    },
  ],
  options: [
    {
      name: 'format',
      value: 'FORMAT',
      description: 'How findings are written.',
      choices: ['text', 'json'],
    },
  ],
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

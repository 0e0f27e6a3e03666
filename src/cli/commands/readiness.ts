import { discretionOf } from '../../domain/checks/discretion.ts';
import { readiness as definition } from '../../domain/commands/readiness.ts';
import { compareBaseline } from '../../domain/problems/baseline.ts';
import { isReady } from '../../domain/readiness/readiness.ts';
import { type GateName, gateNames, gateWords } from '../../domain/standard/gates.ts';
import { dayOf, judge } from '../../workspace/judge.ts';
import { problemsOf } from '../../workspace/problems.ts';
import { standardContext } from '../../workspace/witness.ts';
import { asOfAsked } from '../as-of.ts';
import { baselineOf, baselineWords, writeBaseline } from '../baseline.ts';
import { problemStyle } from '../colors.ts';
import { type Command, type Invocation, optionValue } from '../command.ts';
import { demandsOf, demandWords } from '../demands.ts';
import { cacheIn, openWorkspace, shownPath } from '../open.ts';
import { Refusal } from '../refusal.ts';
import { discreetly } from '../reporters/discreet.ts';
import { readinessJson } from '../reporters/readiness-json.ts';
import { readinessMarkdown } from '../reporters/readiness-markdown.ts';
import { readinessText } from '../reporters/readiness-text.ts';

export const readiness: Command = {
  ...definition,
  run: (invocation) => {
    const { io, given } = invocation;
    const workspace = openWorkspace(invocation);
    const asOf = dayOf(workspace, asOfAsked(invocation));
    if (asOf === null) throw new Refusal(NO_DAY);
    const problems = problemsOf(workspace, cacheIn(io, workspace.root));
    const context = standardContext(workspace, asOf, { problems });
    const result = judge(workspace, context, gateAsked(invocation));
    const show = (path: string) => shownPath(io, workspace.root, path);
    if (given.has('write-baseline')) {
      const open = demandsOf(result).filter(({ isOpen }) => isOpen);
      writeBaseline(
        workspace,
        'readiness',
        open.map(({ known }) => known),
        io,
      );
      return 0;
    }
    const baseline = baselineOf(workspace, io);
    const format = optionValue(invocation, 'format') ?? 'text';
    const discretion = discretionOf(workspace.corpus);
    const print = (written: string) =>
      io.stdout(discreetly(written, format === 'json', discretion));
    if (format === 'json') print(readinessJson(result, show));
    else if (format === 'markdown') print(readinessMarkdown(result, show));
    else print(readinessText(result, show, problemStyle(io)));
    if (baseline === null) return isReady(result) ? 0 : 1;
    const compared = compareBaseline(
      baseline.readiness,
      demandsOf(result),
      ({ known }) => known,
      ({ isOpen }) => isOpen,
    );
    io.stderr(baselineWords(compared, 'readiness', demandWords(show), discretion.path));
    io.stderr('The baseline changes the exit code alone: a gate that failed stays failed.\n');
    return compared.fresh.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};

const NO_DAY =
  'There is no day to judge from: the content folder has no commit, and engagement.yaml pins none. Give one: --as-of YYYY-MM-DD';

function gateAsked(invocation: Invocation): GateName | null {
  const asked = optionValue(invocation, 'gate');
  return gateNames.find((name) => gateWords[name] === asked) ?? null;
}

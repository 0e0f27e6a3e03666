import { check as definition } from '../../domain/commands/check.ts';
import { knownOfCheck } from '../../domain/problems/baseline.ts';
import { writeBaseline } from '../baseline.ts';
import { exitCodeOf, inspect, unknownOf } from '../check/inspect.ts';
import { checkSince } from '../check/since.ts';
import type { Command, Invocation } from '../command.ts';
import { openWorkspace } from '../open.ts';
import { Refusal } from '../refusal.ts';
import { writeReport } from '../reporters/registry.ts';
import { scopeOf } from '../scope.ts';

export const check: Command = {
  ...definition,
  run: (invocation) => {
    const { io, given, positionals } = invocation;
    refuseMixed(invocation);
    if (given.has('changed-since')) return checkSince(invocation);
    const workspace = openWorkspace(invocation);
    const inScope = scopeOf(positionals, io, workspace);
    const report = inspect(io, workspace, inScope);
    if (given.has('write-baseline')) {
      writeBaseline(workspace, 'check', report.problems.map(knownOfCheck), io);
      return 0;
    }
    const unknown = unknownOf(io, workspace, report, inScope);
    const judged = unknown === null ? report : { ...report, isOlder: isNotIn(unknown) };
    writeReport(invocation, judged);
    return exitCodeOf(judged);
  },
};

const isNotIn =
  <T>(all: ReadonlySet<T>) =>
  (one: T): boolean =>
    !all.has(one);

function refuseMixed({ given, positionals }: Invocation): void {
  if (given.has('write-baseline') && positionals.length > 0)
    throw new Refusal('A baseline is of the whole handbook: name no files with --write-baseline.');
  if (given.has('write-baseline') && given.has('changed-since'))
    throw new Refusal('A baseline is of the whole handbook: leave out --changed-since.');
  if (given.has('changed-since')) return;
  for (const name of ['staged', 'as-of'])
    if (given.has(name))
      throw new Refusal(`--${name} needs a revision to compare with. Add: --changed-since REV`);
}

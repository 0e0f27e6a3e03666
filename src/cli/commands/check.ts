import { check as definition } from '../../domain/commands/check.ts';
import { knownOfCheck, mayBeKnown } from '../../domain/problems/baseline.ts';
import { baselineOf, writeBaseline } from '../baseline.ts';
import { exitCodeOf, inspect, unknownOf } from '../check/inspect.ts';
import { checkSince } from '../check/since.ts';
import type { Command, Invocation } from '../command.ts';
import { openWorkspace } from '../open.ts';
import { Refusal } from '../refusal.ts';
import { writeReport } from '../reporters/registry.ts';
import { count } from '../reporters/report.ts';
import { scopeOf } from '../scope.ts';
import { watch } from '../watch.ts';

export const check: Command = {
  ...definition,
  run: (invocation) => {
    const { io, given, positionals } = invocation;
    refuseMixed(invocation);
    if (given.has('changed-since')) return checkSince(invocation);
    const workspace = openWorkspace(invocation);
    const inScope = scopeOf(positionals, io, workspace);
    if (given.has('watch'))
      return watch(invocation, workspace.root, (now) => inspect(io, now, inScope));
    const report = inspect(io, workspace, inScope);
    if (given.has('write-baseline')) {
      const known = report.problems.filter(mayBeKnown);
      writeBaseline(workspace, 'check', known.map(knownOfCheck), io);
      const left = report.problems.length - known.length;
      if (left > 0) io.stderr(`${count(left, 'finding')} ${NEVER}\n`);
      return 0;
    }
    const unknown = unknownOf(io, baselineOf(workspace, io), report, inScope);
    const judged = unknown === null ? report : { ...report, isOlder: isNotIn(unknown) };
    writeReport(invocation, judged);
    return exitCodeOf(judged);
  },
};

const NEVER =
  'of identifiers, secrets or code cannot wait in a baseline: "check" exits with 1 until they are mended.';

const isNotIn =
  <T>(all: ReadonlySet<T>) =>
  (one: T): boolean =>
    !all.has(one);

function refuseMixed({ given, positionals }: Invocation): void {
  if (given.has('write-baseline') && positionals.length > 0)
    throw new Refusal('A baseline is of the whole handbook: name no files with --write-baseline.');
  if (given.has('write-baseline') && given.has('changed-since'))
    throw new Refusal('A baseline is of the whole handbook: leave out --changed-since.');
  if (given.has('watch') && given.has('changed-since'))
    throw new Refusal('--watch answers for the whole handbook: leave out --changed-since.');
  if (given.has('changed-since')) return;
  for (const name of ['staged', 'as-of'])
    if (given.has(name))
      throw new Refusal(`--${name} needs a revision to compare with. Add: --changed-since REV`);
}

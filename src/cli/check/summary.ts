import type { LocatedProblem } from '../../domain/problems/problem.ts';
import type { Compared } from '../../workspace/revision.ts';
import type { Invocation } from '../command.ts';

export function summaryOf(_i: Invocation, _r: string, _c: Compared, _f: readonly LocatedProblem[]) {
  return undefined;
}

import type { LocatedProblem } from '../../domain/problems/problem.ts';
import { isOlder, type Report } from './report.ts';

/** What many imported documents lack, told once for all of them. */
export interface Kind {
  readonly problems: readonly [LocatedProblem, ...LocatedProblem[]];
  /** Whether what to write is the same for all. */
  readonly isAlike: boolean;
  /** The first finding in each of the first few documents. */
  readonly examples: readonly LocatedProblem[];
  readonly documents: number;
}

/** Documents that are named of a kind; what no more of them lack is told of each. */
const NAMED = 3;

/** Findings to tell one by one, and those of imported documents that are told by kind, the most frequent first. */
export function byKind(
  problems: readonly LocatedProblem[],
  report: Pick<Report, 'isOlder'> = {},
): { readonly single: readonly LocatedProblem[]; readonly kinds: readonly Kind[] } {
  const lacking = problems.filter(({ unfinished }) => unfinished);
  const kindOf = (one: LocatedProblem) => [
    one.ruleId,
    one.messageId,
    one.severity,
    isOlder(report, one),
  ];
  const alike = kindsOf(lacking, true, (one) => [...kindOf(one), one.message, one.fix]);
  const told = new Set(alike.flatMap((kind) => kind.problems));
  const others = lacking.filter((one) => !told.has(one));
  const akin = kindsOf(others, false, kindOf);
  for (const one of akin.flatMap((kind) => kind.problems)) told.add(one);
  return {
    single: problems.filter((one) => !told.has(one)),
    kinds: [...alike, ...akin].toSorted((a, b) => b.problems.length - a.problems.length),
  };
}

function kindsOf(
  problems: readonly LocatedProblem[],
  isAlike: boolean,
  keyOf: (problem: LocatedProblem) => unknown[],
): Kind[] {
  const groups = Map.groupBy(problems, (problem) => JSON.stringify(keyOf(problem)));
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const all: Kind['problems'] = [first, ...others];
    const firsts = [...Map.groupBy(all, ({ path }) => path).values()].flatMap(([one]) => one ?? []);
    if (firsts.length <= NAMED) return [];
    const examples = firsts.slice(0, NAMED);
    return [{ problems: all, isAlike, examples, documents: firsts.length }];
  });
}

import type { LocatedProblem } from '../../domain/problems/problem.ts';

/** What many imported documents lack, told once for all of them. */
export interface Kind<P extends LocatedProblem = LocatedProblem> {
  readonly problems: readonly [P, ...P[]];
  /** Whether what to write is the same for all. */
  readonly isAlike: boolean;
  /** The first finding in each of the first few documents. */
  readonly examples: readonly P[];
  readonly documents: number;
}

/** Documents that are named of a kind; what no more of them lack is told of each. */
const NAMED = 3;

/**
 * Findings to tell one by one, and those of imported documents that are told by kind, the most frequent first.
 * Findings whose `apart` differs are never of one kind.
 */
export function byKind<P extends LocatedProblem>(
  problems: readonly P[],
  apart: (problem: P) => unknown = () => null,
): { readonly single: readonly P[]; readonly kinds: readonly Kind<P>[] } {
  const lacking = problems.filter(({ unfinished }) => unfinished);
  const kindOf = (one: P) => [one.ruleId, one.messageId, one.severity, apart(one)];
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

/** What a kind says in one line; where the words differ, the first of them are an example. */
export const kindMessage = ({ problems, isAlike }: Kind): string =>
  isAlike
    ? problems[0].message
    : `${problems.length} findings of this kind, such as: ${problems[0].message}`;

/** How many findings are told by kind. */
export const toldByKind = (kinds: readonly Kind[]): number =>
  kinds.reduce((sum, { problems }) => sum + problems.length, 0);

function kindsOf<P extends LocatedProblem>(
  problems: readonly P[],
  isAlike: boolean,
  keyOf: (problem: P) => unknown[],
): Kind<P>[] {
  const groups = Map.groupBy(problems, (problem) => JSON.stringify(keyOf(problem)));
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const all: Kind<P>['problems'] = [first, ...others];
    const firsts = [...Map.groupBy(all, ({ path }) => path).values()].flatMap(([one]) => one ?? []);
    if (firsts.length <= NAMED) return [];
    const examples = firsts.slice(0, NAMED);
    return [{ problems: all, isAlike, examples, documents: firsts.length }];
  });
}

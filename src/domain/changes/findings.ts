import { knownOfCheck } from '../problems/baseline.ts';
import type { LocatedProblem } from '../problems/problem.ts';

/** Findings at one time, and the source of the line that each is about. */
export interface Findings {
  readonly problems: readonly LocatedProblem[];
  readonly lineOf: (problem: LocatedProblem) => string;
}

/** What a change did to the findings. */
export interface FindingChanges {
  /** Were not there before, wherever they are: the change caused them. */
  readonly fresh: ReadonlySet<LocatedProblem>;
  /** Were there before and are gone; places are those of that time. */
  readonly fixed: readonly LocatedProblem[];
}

/**
 * Compares findings with those of before. A finding is the same when its file says the same of it with the
 * same words, numbers left aside, on whatever line; of several like it those on lines that were not
 * there before are the new ones. `wasAt` gives the path that a file had before.
 */
export function compareFindings(
  before: Findings,
  now: Findings,
  wasAt: (path: string) => string,
): FindingChanges {
  const were = Map.groupBy(before.problems, (problem) => keyOf(problem, problem.path));
  const are = Map.groupBy(now.problems, (problem) => keyOf(problem, wasAt(problem.path)));
  const fresh = [...are].flatMap(([key, group]) =>
    surplus(group, now.lineOf, were.get(key) ?? [], before.lineOf),
  );
  const fixed = [...were].flatMap(([key, group]) =>
    surplus(group, before.lineOf, are.get(key) ?? [], now.lineOf),
  );
  return { fresh: new Set(fresh), fixed };
}

function keyOf(problem: LocatedProblem, path: string): string {
  const { rule, key } = knownOfCheck(problem);
  return JSON.stringify([path, rule, key]);
}

/** The findings of a group that have no counterpart in another one, those on unknown lines first. */
function surplus(
  group: readonly LocatedProblem[],
  lineOf: Findings['lineOf'],
  others: readonly LocatedProblem[],
  otherLine: Findings['lineOf'],
): LocatedProblem[] {
  const many = group.length - others.length;
  if (many <= 0) return [];
  const lines = new Map<string, number>();
  for (const other of others) {
    const line = otherLine(other);
    lines.set(line, (lines.get(line) ?? 0) + 1);
  }
  const isKnown = (problem: LocatedProblem) => {
    const left = lines.get(lineOf(problem)) ?? 0;
    lines.set(lineOf(problem), left - 1);
    return left > 0;
  };
  const known = new Map(group.map((problem) => [problem, isKnown(problem)]));
  return group.toSorted((a, b) => Number(known.get(a)) - Number(known.get(b))).slice(0, many);
}

import { knownOfCheck } from '../problems/baseline.ts';
import type { LocatedProblem } from '../problems/problem.ts';

/** Findings at one time, and the source of the line that each is about. */
export interface Findings {
  readonly problems: readonly LocatedProblem[];
  readonly lineOf: (problem: LocatedProblem) => string;
  /** What stands at the place of a finding that may not be shown, unmasked; never for output. */
  readonly exactOf: (problem: LocatedProblem) => string;
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
 * same words, numbers left aside, on whatever line; or when the same rule has something to say of the same
 * line or field, in other words because something else changed. What may not be shown is the same only where
 * it stood in the same file with the same values: under a mask all values are alike. `wasAt` gives the path a file had before.
 */
export function compareFindings(
  before: Findings,
  now: Findings,
  wasAt: (path: string) => string,
): FindingChanges {
  const rename = (problem: LocatedProblem) => wasAt(problem.path);
  const stay = (problem: LocatedProblem) => problem.path;
  const words = difference(
    before,
    now,
    exactly(before, keyOfWords(stay)),
    exactly(now, keyOfWords(rename)),
  );
  const places = difference(
    { ...before, problems: words.fixed },
    { ...now, problems: words.fresh },
    exactly(before, keyOfPlace(stay, before.lineOf)),
    exactly(now, keyOfPlace(rename, now.lineOf)),
  );
  return { fresh: new Set(places.fresh), fixed: places.fixed };
}

type Key = (problem: LocatedProblem) => string;

/** A key that tells findings that may not be shown apart by their values. */
const exactly =
  ({ exactOf }: Findings, keyOf: Key): Key =>
  (problem) =>
    problem.sensitive === undefined
      ? keyOf(problem)
      : JSON.stringify([problem.path, problem.ruleId, exactOf(problem)]);

const keyOfWords =
  (pathOf: Key): Key =>
  (problem) => {
    const { rule, key } = knownOfCheck(problem);
    return JSON.stringify([pathOf(problem), rule, key]);
  };

const keyOfPlace =
  (pathOf: Key, lineOf: Key): Key =>
  (problem) => {
    const { ruleId, position } = problem;
    if (position.kind === 'file') return keyOfWords(pathOf)(problem);
    // A field that is missing stands where its neighbours do, so its line alone says nothing.
    const field = position.kind === 'field' ? position.path : null;
    return JSON.stringify([pathOf(problem), ruleId, field, lineOf(problem)]);
  };

function difference(before: Findings, now: Findings, keyBefore: Key, keyNow: Key) {
  const were = Map.groupBy(before.problems, keyBefore);
  const are = Map.groupBy(now.problems, keyNow);
  const fresh = [...are].flatMap(([key, group]) =>
    surplus(group, now.lineOf, were.get(key) ?? [], before.lineOf),
  );
  const fixed = [...were].flatMap(([key, group]) =>
    surplus(group, before.lineOf, are.get(key) ?? [], now.lineOf),
  );
  return { fresh, fixed };
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

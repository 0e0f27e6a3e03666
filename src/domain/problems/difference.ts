import type { LocatedProblem, Problem } from './problem.ts';

/** What two checks of the same handbook found one after the other. */
export interface Difference<P> {
  readonly added: readonly P[];
  /** Problems that are gone, as they were. */
  readonly fixed: readonly P[];
  /** Problems that were there before, as they are told now, in other words. */
  readonly reworded: readonly P[];
  /** Problems of files that cannot be read now: whether they are fixed is seen when they can. */
  readonly unseen: readonly P[];
}

/** Compares problems before and after an edit; one that only moved to another line is the same. */
export function differenceOf<P extends LocatedProblem>(
  before: readonly P[],
  after: readonly P[],
): Difference<P> {
  const come = beyond(before, after, identityOf);
  const gone = beyond(after, before, identityOf);
  const added = beyond(gone, come, placeOf);
  const vanished = beyond(come, gone, placeOf);
  const unread = new Set(after.filter(isOfReading).map(({ path }) => path));
  const isUnseen = (problem: P) => unread.has(problem.path) && !isOfReading(problem);
  return {
    added,
    fixed: vanished.filter((problem) => !isUnseen(problem)),
    reworded: come.filter((problem) => !added.includes(problem)),
    unseen: vanished.filter(isUnseen),
  };
}

/** Those of `these` for which `those` hold none that is the same by a key. */
function beyond<P>(those: readonly P[], these: readonly P[], keyOf: (problem: P) => string): P[] {
  const others = Map.groupBy(those, keyOf);
  return [...Map.groupBy(these, keyOf)].flatMap(([key, all]) =>
    all.slice(others.get(key)?.length ?? 0),
  );
}

/** Words without their numbers, which are lines and counts that change with any edit. */
const identityOf = ({ path, ruleId, messageId, message }: Problem): string =>
  [path, ruleId, messageId, message.replaceAll(/\d+/g, '#')].join('\n');

/** Rules that list in one message all places of a file, and stand at the first of them. */
const oncePerFile: ReadonlySet<string> = new Set(['template-words']);

/** A message of a rule at its place: the file, a field, or a line and column. */
const placeOf = ({ path, ruleId, messageId, position, line, column }: LocatedProblem): string => {
  const point = position.kind === 'field' ? position.path : [line, column];
  return JSON.stringify([path, ruleId, messageId, oncePerFile.has(ruleId) || point]);
};

/** Rules whose errors leave the rest of a file unread. */
const reading: ReadonlySet<string> = new Set([
  'file-readable',
  'text-encoding',
  'yaml-syntax',
  'mdx-syntax',
]);

const isOfReading = ({ ruleId, severity }: Problem): boolean =>
  severity === 'error' && reading.has(ruleId);

import type { Problem } from './problem.ts';

/** What two checks of the same handbook found one after the other. */
export interface Difference<P> {
  readonly added: readonly P[];
  /** Problems that are gone, as they were. */
  readonly fixed: readonly P[];
}

/** Compares problems before and after an edit; one that only moved to another line is the same. */
export function differenceOf<P extends Problem>(
  before: readonly P[],
  after: readonly P[],
): Difference<P> {
  const were = Map.groupBy(before, identityOf);
  const are = Map.groupBy(after, identityOf);
  const beyond = (these: Map<string, P[]>, those: Map<string, P[]>) =>
    [...these].flatMap(([id, all]) => all.slice(those.get(id)?.length ?? 0));
  return { added: beyond(are, were), fixed: beyond(were, are) };
}

/** Words without their numbers, which are lines and counts that change with any edit. */
const identityOf = ({ path, ruleId, messageId, message }: Problem): string =>
  [path, ruleId, messageId, message.replaceAll(/\d+/g, '#')].join('\n');

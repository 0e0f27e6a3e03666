import type { Corpus, Entry } from '../../domain/graph/corpus.ts';
import { type DrillFacts, drillsOf, drillTrouble } from '../../domain/standard/facts/drills.ts';
import type { StandardContext } from '../../domain/standard/rule.ts';

/** The drill that speaks best for a runbook. */
export interface DrillState {
  readonly drill: DrillFacts;
  /** Why the standard does not count it, as the end of "it ..."; null where it counts. */
  readonly trouble: string | null;
  /** The day of a later drill that failed; null where this is the newest, or none failed since. */
  readonly failedSince: string | null;
}

const drilled = new WeakMap<Corpus, ReadonlyMap<string, readonly DrillFacts[]>>();

/** The drill that proves a runbook, else the newest; null where there is none. */
export function drillStateOf(runbook: Entry, context: StandardContext): DrillState | null {
  const { corpus } = context;
  const all = drilled.get(corpus) ?? Map.groupBy(drillsOf(context), ({ runbook: slug }) => slug);
  drilled.set(corpus, all);
  const own = all.get(runbook.id.replace('runbooks/', '')) ?? [];
  const states = own.map((drill, index) => ({
    drill,
    trouble: drillTrouble(drill, runbook, context),
    failedSince: own.slice(0, index).find(({ passed }) => !passed)?.on ?? null,
  }));
  return states.find(({ trouble }) => trouble === null) ?? states[0] ?? null;
}

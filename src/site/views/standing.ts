import type { Corpus, Entry } from '../../domain/graph/corpus.ts';
import { addDays } from '../../domain/graph/days.ts';
import { numberAt } from '../../domain/graph/fields.ts';
import type { DrillFacts } from '../../domain/standard/facts/drills.ts';
import { drillsOf } from '../../domain/standard/facts/drills.ts';
import type { StandardContext } from '../../domain/standard/rule.ts';

/** What the newest drill of a runbook is worth today. */
export interface DrillState {
  /** `proves` is one that the standard counts; the others say why it does not, the weightiest first. */
  readonly state: 'none' | 'failed' | 'changed' | 'vendor' | 'old' | 'slow' | 'proves';
  readonly drill: DrillFacts | null;
}

const LIFE = 90;

const drilled = new WeakMap<Corpus, ReadonlyMap<string, readonly DrillFacts[]>>();

/** The drill that speaks best for a runbook: one that proves it, else the newest. */
export function drillStateOf(runbook: Entry, context: StandardContext): DrillState {
  const { corpus } = context;
  const all = drilled.get(corpus) ?? Map.groupBy(drillsOf(context), ({ runbook: slug }) => slug);
  drilled.set(corpus, all);
  const own = all.get(runbook.id.replace('runbooks/', '')) ?? [];
  const states = own.map((drill) => ({ drill, state: worthOf(drill, runbook, context) }));
  return (
    states.find(({ state }) => state === 'proves') ?? states[0] ?? { state: 'none', drill: null }
  );
}

function worthOf(
  drill: DrillFacts,
  runbook: Entry,
  { asOf, hashOf }: StandardContext,
): DrillState['state'] {
  const target = numberAt(runbook.data, 'target_minutes');
  if (!drill.passed) return 'failed';
  if (drill.entry.data['drilled_hash'] !== hashOf(runbook)) return 'changed';
  if (drill.vendorPresent) return 'vendor';
  if (addDays(drill.on, LIFE) < asOf) return 'old';
  return drill.minutes === null || target === null || drill.minutes > target ? 'slow' : 'proves';
}

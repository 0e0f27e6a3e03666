import { type Corpus, type Entry, entriesOf } from '../../domain/graph/corpus.ts';
import { addDays, isDay } from '../../domain/graph/days.ts';
import { numberAt, textAt } from '../../domain/graph/fields.ts';
import type { DrillFacts } from '../../domain/standard/facts/drills.ts';
import { drillsOf } from '../../domain/standard/facts/drills.ts';
import type { StandardContext } from '../../domain/standard/rule.ts';

/** What the acceptance of a document is worth today. */
export interface AcceptanceState {
  readonly state: 'none' | 'changed' | 'current';
  /** The newest acceptance, or null. */
  readonly entry: Entry | null;
  readonly by: string | null;
  readonly on: string | null;
}

const NONE: AcceptanceState = { state: 'none', entry: null, by: null, on: null };

const accepted = new WeakMap<Corpus, ReadonlyMap<string, readonly Entry[]>>();

/** The newest acceptance of a document up to today; one of another text is voided. */
export function acceptanceOf(
  entry: Entry,
  { corpus, asOf, hashOf }: Pick<StandardContext, 'corpus' | 'asOf' | 'hashOf'>,
): AcceptanceState {
  const all =
    accepted.get(corpus) ??
    Map.groupBy(entriesOf(corpus, 'acceptance'), ({ data }) => textAt(data, 'document') ?? '');
  accepted.set(corpus, all);
  const past = (all.get(entry.id) ?? []).filter(({ data }) => isPast(data['accepted_on'], asOf));
  const newest = past.toSorted((a, b) => (dayIn(a) < dayIn(b) ? 1 : -1));
  const [last] = newest;
  if (!last) return NONE;
  const current = newest.find(({ data }) => data['accepted_hash'] === hashOf(entry));
  const shown = current ?? last;
  return {
    state: current ? 'current' : 'changed',
    entry: shown,
    by: textAt(shown.data, 'accepted_by'),
    on: dayIn(shown),
  };
}

const dayIn = ({ data }: Entry): string => String(data['accepted_on']);

const isPast = (day: unknown, asOf: string): boolean => isDay(day) && day <= asOf;

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

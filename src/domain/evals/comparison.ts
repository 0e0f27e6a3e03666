import type { Decision, SliceDecision } from './decision.ts';

/** How a slice stands against the run that it is compared with. */
export interface SliceChange {
  readonly title: string;
  readonly before: SliceDecision;
  readonly now: SliceDecision;
  /** More cases that count, or fewer. */
  readonly hits: number;
  /** Change of the share, from -1 to 1. */
  readonly rate: number;
  /** Whether it got worse: fewer right ones, or more of what must not happen. */
  readonly worse: boolean;
}

/** Two runs side by side. */
export interface Comparison {
  readonly changes: readonly SliceChange[];
  /** Slices of the earlier run that this one lacks, with the one that looks like it under a new name. */
  readonly vanished: readonly {
    readonly before: SliceDecision;
    readonly likely: SliceDecision | null;
  }[];
  /** Ids of cases that only one of the runs has. */
  readonly dropped: readonly string[];
  readonly added: readonly string[];
}

interface Run {
  readonly decision: Decision;
  /** Ids of its cases. */
  readonly ids: readonly string[];
}

/** Compares a run with an earlier one, slice by slice; a slice is found by its name or its `formerly`. */
export function compareRuns(now: Run, before: Run): Comparison {
  const byName = new Map<string, SliceDecision>();
  for (const slice of now.decision.slices) {
    byName.set(slice.line.slice, slice);
    if (slice.line.formerly !== undefined) byName.set(slice.line.formerly, slice);
  }
  const pairs = before.decision.slices.map((slice) => ({
    before: slice,
    now: byName.get(slice.line.slice),
  }));
  const kept = new Set(pairs.map((pair) => pair.now));
  const fresh = now.decision.slices.filter((slice) => !kept.has(slice));
  return {
    changes: pairs.flatMap((pair) => (pair.now ? [changeOf(pair.before, pair.now)] : [])),
    vanished: pairs
      .filter((pair) => !pair.now)
      .map((pair) => ({ before: pair.before, likely: fresh.find(likeness(pair.before)) ?? null })),
    dropped: idsMissing(before.ids, now.ids),
    added: idsMissing(now.ids, before.ids),
  };
}

function changeOf(before: SliceDecision, now: SliceDecision): SliceChange {
  const rate = (now.rate ?? 0) - (before.rate ?? 0);
  const wanted = now.line.lower_bound_at_least !== undefined;
  return {
    title: now.title,
    before,
    now,
    hits: now.hits - before.hits,
    rate,
    worse: wanted ? rate < 0 : rate > 0,
  };
}

/** The same cases by another name. */
const likeness =
  ({ line }: SliceDecision) =>
  (other: SliceDecision): boolean =>
    JSON.stringify([line.where, line.metric.success]) ===
    JSON.stringify([other.line.where, other.line.metric.success]);

function idsMissing(from: readonly string[], among: readonly string[]): string[] {
  const known = new Set(among);
  return from.filter((id) => !known.has(id));
}

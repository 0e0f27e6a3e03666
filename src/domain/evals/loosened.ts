import type { Gate, GateSlice } from './gate.ts';

/** What makes a gate easier than the one before it, as ends of sentences; none where nothing does. */
export function loosened(gate: Gate, before: Gate): string[] {
  return before.slices.flatMap((line) => {
    const now = gate.slices.find(
      ({ slice, formerly }) => slice === line.slice || formerly === line.slice,
    );
    if (!now) return [`slice ${line.slice} is gone`];
    return looserLine(now, line).map((what) => `slice ${line.slice}: ${what}`);
  });
}

function looserLine(now: GateSlice, before: GateSlice): string[] {
  const found: string[] = [];
  if (now.min_n < before.min_n) found.push(`min_n ${before.min_n} became ${now.min_n}`);
  if (below(now.lower_bound_at_least, before.lower_bound_at_least))
    found.push(
      `the lower bound ${before.lower_bound_at_least} became ${now.lower_bound_at_least ?? 'none'}`,
    );
  for (const key of ['upper_bound_at_most', 'count_at_most'] as const) {
    if (before[key] !== undefined && (now[key] ?? Number.POSITIVE_INFINITY) > before[key])
      found.push(`${key} ${before[key]} became ${now[key] ?? 'none'}`);
  }
  const counted = ({ where, metric }: GateSlice) => JSON.stringify([where, metric.success]);
  if (counted(now) !== counted(before))
    found.push('it counts other cases, or counts them otherwise');
  if (before.safety_critical === true && now.safety_critical !== true)
    found.push('it is not safety critical any more');
  return found;
}

const below = (now: number | undefined, before: number | undefined): boolean =>
  before !== undefined && (now ?? 0) < before;

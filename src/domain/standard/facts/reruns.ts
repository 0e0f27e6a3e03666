import { type EvalRun, runOf } from '../../evals/run.ts';
import { numberAt } from '../../graph/fields.ts';
import type { StandardContext } from '../rule.ts';

/** Why the second run of a report is another result, as whole sentences; null within its tolerance. */
export function distance(
  { entry, decision, ids }: EvalRun,
  { fileOf }: StandardContext,
): string | null {
  const again = { ...entry, data: { ...entry.data, results_ref: entry.data['reproduced_ref'] } };
  const second = runOf(again, (path) => fileOf(path)?.text ?? null);
  if (second.resultsProblem !== null) return second.resultsProblem;
  if (second.ids.length !== ids.length)
    return `It has ${second.ids.length} cases, and the first ${ids.length}.`;
  if (second.decision.state !== decision.state) return 'Its gate decision is another one.';
  const tolerance = numberAt(entry.data, 'tolerance') ?? 0;
  for (const [at, { title, hits, line }] of decision.slices.entries()) {
    const other = second.decision.slices[at]?.hits ?? 0;
    const allowed = line.safety_critical === true ? 0 : tolerance;
    if (Math.abs(other - hits) > allowed)
      return `Slice ${title} counts ${other}, and ${hits} in the first; ${allowed} may differ.`;
  }
  return null;
}

import { actionsOf } from './actions.ts';
import { momentOf } from './dates.ts';
import { type Draft, put, type Said, type Taken, take } from './draft.ts';
import { readSeverity } from './severity.ts';

const times = {
  started_at:
    /^(?:started(?: at)?|start(?: time| date)?|incident start(?:ed)?(?: time| at)?|began(?: at)?|impact start(?: time)?|time of incident)$/,
  detected_at:
    /^(?:detected(?: at)?|detection time|time detected|noticed(?: at)?|alerted(?: at)?)$/,
  mitigated_at: /^(?:mitigated(?: at)?|mitigation time|time mitigated|impact end(?: time)?)$/,
  resolved_at:
    /^(?:resolved(?: at)?|resolution time|time resolved|end(?: time| date)?|ended(?: at)?|incident end(?:ed)?(?: time| at)?)$/,
} as const;

/** Reads a postmortem: severity, the moments that are said with their zone, and its actions. */
export function readPostmortem(draft: Draft): void {
  readSeverity(draft);
  for (const [field, words] of Object.entries(times)) take(draft, field, words, moment);
  const actions = actionsOf(draft);
  if (actions.length > 0) put(draft, 'actions', actions);
}

function moment({ value, text }: Said): Taken | undefined {
  const found = momentOf(value);
  return found === undefined
    ? undefined
    : { value: found, whole: value instanceof Date || text === found };
}

import type { GateResult, Readiness } from '../../../domain/readiness/readiness.ts';
import { gateTitles } from '../../../domain/standard/gates.ts';
import { counted } from '../days.ts';
import { dayOf, type Mark } from '../words.ts';

/** A gate on the way to the exit. */
export interface GateView {
  readonly id: string;
  readonly title: string;
  readonly day: { readonly iso: string; readonly text: string } | null;
  readonly mark: Mark;
  /** What fails, in words. */
  readonly counts: string;
  /** The gate up to which things are due. */
  readonly here: boolean;
}

export const gateViews = ({ gates, reached }: Readiness): GateView[] =>
  gates.map((gate) => ({
    id: gate.id,
    title: gateTitles[gate.id],
    day: gate.date === null ? null : { iso: gate.date, text: dayOf(gate.date) },
    mark: marks[gate.state],
    counts: countsOf(gate),
    here: gate.id === reached,
  }));

const marks: Readonly<Record<GateResult['state'], Mark>> = {
  passed: { text: 'met', tone: 'good' },
  failed: { text: 'not met', tone: 'bad' },
  'cannot-tell': { text: 'cannot tell', tone: 'attention' },
  ahead: { text: 'to come', tone: 'quiet' },
};

function countsOf({ errors, warnings, unknown, state }: GateResult): string {
  const found = [
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
    ...(unknown > 0 ? [`${unknown} undecided`] : []),
  ].join(', ');
  if (found === '') return 'Nothing open';
  return state === 'ahead' ? `${found} if it were today` : found;
}

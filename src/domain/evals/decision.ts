import { lowerBound, upperBound } from './bounds.ts';
import type { Case } from './cases.ts';
import { type Gate, type GateSlice, percent, sliceTitle, thresholdWords } from './gate.ts';
import type { Results } from './results.ts';

/** How one line of a gate came out. */
export interface SliceDecision {
  readonly line: GateSlice;
  readonly title: string;
  /** Cases that count by the metric, of `n` that belong to the slice. */
  readonly hits: number;
  readonly n: number;
  /** Null without cases. */
  readonly rate: number | null;
  /** The one-sided bound that is held against the threshold; null for counts and without cases. */
  readonly bound: number | null;
  /** Null where nobody can tell. */
  readonly met: boolean | null;
  /** A whole sentence. */
  readonly why: string;
}

/** What a gate says of a run; computed, never typed. */
export interface Decision {
  readonly state: 'met' | 'missed' | 'cannot-tell';
  readonly slices: readonly SliceDecision[];
  /** Why nothing can be told, as whole sentences. */
  readonly problems: readonly string[];
}

/** Holds the results of a run against a gate. */
export function decisionOf({ cases, problems }: Results, gate: Gate): Decision {
  if (problems.length > 0) return { state: 'cannot-tell', slices: [], problems };
  const slices = gate.slices.map((line) => sliceDecision(line, cases));
  const unknown = slices.filter(({ met }) => met === null);
  if (slices.some(({ met }) => met === false)) return { state: 'missed', slices, problems: [] };
  return {
    state: unknown.length > 0 ? 'cannot-tell' : 'met',
    slices,
    problems: unknown.map(({ title, why }) => `Slice ${title}: ${why}`),
  };
}

function sliceDecision(line: GateSlice, cases: readonly Case[]): SliceDecision {
  const title = sliceTitle(line);
  const nothing = { line, title, hits: 0, n: 0, rate: null, bound: null };
  const missing = columnsOf(line).find((column) => cases.some(({ values }) => !values.get(column)));
  if (missing !== undefined) {
    const without = cases.filter(({ values }) => !values.get(missing)).length;
    const why = `${without} of ${cases.length} cases have nothing under \`${missing}\`, which it is computed from.`;
    return { ...nothing, met: null, why };
  }
  const own = cases.filter(({ values }) => belongs(line, values));
  const n = own.length;
  if (n === 0) return { ...nothing, met: false, why: 'No case of the results belongs to it.' };
  const hits = own.filter(({ values }) => counts(line, values)).length;
  return { line, title, hits, n, rate: hits / n, ...verdictOf(line, hits, n) };
}

const columnsOf = ({ where, metric: { success } }: GateSlice): string[] => [
  ...Object.keys(where),
  success.column,
  ...('equals_column' in success ? [success.equals_column] : []),
  ...('by_column' in success ? [success.by_column] : []),
];

type Values = Case['values'];

const belongs = ({ where }: GateSlice, values: Values): boolean =>
  Object.entries(where).every(([column, wanted]) => isOneOf(values.get(column), wanted));

function counts({ metric: { success } }: GateSlice, values: Values): boolean {
  const value = values.get(success.column);
  if ('equals_column' in success) return value === values.get(success.equals_column);
  if (!('by_column' in success)) return isOneOf(value, success.equals);
  const wanted = success.equals[values.get(success.by_column) ?? ''];
  return wanted !== undefined && isOneOf(value, wanted);
}

const isOneOf = (value: string | undefined, wanted: unknown): boolean =>
  Array.isArray(wanted) ? wanted.some((one) => String(one) === value) : String(wanted) === value;

function verdictOf(line: GateSlice, hits: number, n: number) {
  const { min_n: least, count_at_most: most } = line;
  const enough = n >= least;
  const few = `It has ${n} cases, and the gate asks for at least ${least}.`;
  if (most !== undefined) {
    const met = hits <= most && enough;
    if (hits > most)
      return { bound: null, met, why: `It counts ${hits}, and the most is ${most}.` };
    return { bound: null, met, why: enough ? `It counts ${hits} of ${n} cases.` : few };
  }
  const lower = line.lower_bound_at_least;
  const bound = lower === undefined ? upperBound(hits, n) : lowerBound(hits, n);
  if (bound === null) return { bound, met: null, why: 'Its bound cannot be computed.' };
  const holds = lower === undefined ? bound <= (line.upper_bound_at_most ?? -1) : bound >= lower;
  const why = `${hits} of ${n} are ${percent(hits / n)}; the ${lower === undefined ? 'upper' : 'lower'} bound is ${percent(bound)}, and the gate asks for ${thresholdWords(line)}.`;
  return { bound, met: holds && enough, why: holds && !enough ? few : why };
}

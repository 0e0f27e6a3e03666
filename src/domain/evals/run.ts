import { resolvePath } from '../body/target.ts';
import { type Corpus, type Entry, entriesOf } from '../graph/corpus.ts';
import { isDay } from '../graph/days.ts';
import { textAt } from '../graph/fields.ts';
import { compareText } from '../problems/problem.ts';
import { type Comparison, compareRuns } from './comparison.ts';
import { type Decision, decisionOf } from './decision.ts';
import { type Gate, readGate } from './gate.ts';
import { readResults } from './results.ts';

/** The text of a file of the content folder, null where there is none. */
export type TextOf = (path: string) => string | null;

/** An eval report with what its files say. */
export interface EvalRun {
  readonly entry: Entry;
  /** The day of the run; empty where it has none. */
  readonly on: string;
  /** Data set and version in one. */
  readonly version: string;
  /** Paths inside the content folder; null where the report names none. */
  readonly resultsPath: string | null;
  readonly gatePath: string | null;
  readonly gate: Gate | null;
  /** What is wrong with either file, as whole sentences. */
  readonly resultsProblem: string | null;
  readonly gateProblem: string | null;
  readonly decision: Decision;
  /** Ids of the cases; none where the results cannot be read. */
  readonly ids: readonly string[];
}

/** Reads the files of an eval report and holds them against each other. */
export function runOf(entry: Entry, textOf: TextOf): EvalRun {
  const resultsPath = fileAt(entry, 'results_ref');
  const gatePath = fileAt(entry, 'gate_ref');
  const gateText = gatePath === null ? null : textOf(gatePath);
  const read = gateText === null ? null : readGate(gateText);
  const gate = read && 'gate' in read ? read.gate : null;
  const text = resultsPath === null ? null : textOf(resultsPath);
  const results = text === null ? null : readResults(text);
  const resultsProblem =
    results === null ? absent('results', resultsPath) : (results.problems[0] ?? null);
  const gateProblem =
    (read === null ? absent('gate', gatePath) : 'problem' in read ? read.problem : null) ??
    otherData(entry, gate);
  const problems = [resultsProblem, gateProblem].filter((problem) => problem !== null);
  const known = results !== null && gate !== null && problems.length === 0;
  return {
    entry,
    on: isDay(entry.data['run_on']) ? entry.data['run_on'] : '',
    version: JSON.stringify([
      textAt(entry.data, 'dataset.id'),
      textAt(entry.data, 'dataset.version'),
    ]),
    resultsPath,
    gatePath,
    gate,
    resultsProblem,
    gateProblem,
    decision: known ? decisionOf(results, gate) : { state: 'cannot-tell', slices: [], problems },
    ids: results?.cases.map(({ id }) => id) ?? [],
  };
}

/** The path of the file that a field names, or null. */
export function fileAt(entry: Entry, field: string): string | null {
  const name = textAt(entry.data, field);
  return name === null ? null : resolvePath(entry.path, name);
}

const absent = (what: string, path: string | null): string =>
  path === null ? `The report names no file of its ${what}.` : `There is no text in ${path}.`;

const versions = new Intl.Collator('en', { numeric: true });

/** A gate decides about the data that it was written for only. */
function otherData({ data }: Entry, gate: Gate | null): string | null {
  const id = textAt(data, 'dataset.id');
  const version = textAt(data, 'dataset.version');
  if (gate === null || id === null || version === null) return null;
  const { dataset } = gate;
  const later = dataset.later_versions === true && versions.compare(version, dataset.version) > 0;
  if (id === dataset.id && (version === dataset.version || later)) return null;
  return `The gate decides about ${dataset.id} ${dataset.version}, and the run was on ${id} ${version}.`;
}

/** All eval reports with what their files say, oldest first. */
export const runsOf = (corpus: Corpus, textOf: TextOf): EvalRun[] =>
  entriesOf(corpus, 'eval-report')
    .filter(({ readable }) => readable)
    .map((entry) => runOf(entry, textOf))
    .sort((a, b) => compareText(a.on, b.on) || compareText(a.entry.id, b.entry.id));

/** Whether a run was good enough to go live with, and nobody decided against it. */
export const isAccepted = ({ entry, decision }: EvalRun): boolean =>
  decision.state === 'met' && entry.data['accepted'] !== false;

/** What a run is compared with. */
export type Baseline =
  /** No run before it can be compared. */
  | { readonly kind: 'first' }
  /** The last run on another version of the data: nothing but the names of its slices can be compared. */
  | { readonly kind: 'reset'; readonly before: EvalRun }
  | { readonly kind: 'same'; readonly before: EvalRun; readonly comparison: Comparison };

/** The last accepted run before `run` of its workflow on the same version of the data; null without one. */
export const lastAccepted = (run: EvalRun, runs: readonly EvalRun[]): EvalRun | null =>
  lastBefore(run, runs, (one) => one.version === run.version && isAccepted(one));

/** The last run of the same workflow before `run` that is wanted; those without a day left aside. */
function lastBefore(
  run: EvalRun,
  runs: readonly EvalRun[],
  isWanted: (one: EvalRun) => boolean,
): EvalRun | null {
  if (run.on === '') return null;
  for (let at = runs.indexOf(run) - 1; at >= 0; at--) {
    const one = runs[at];
    if (one && one.on !== '' && sameWorkflow(one, run) && isWanted(one)) return one;
  }
  return null;
}

const sameWorkflow = (one: EvalRun, other: EvalRun): boolean =>
  one.entry.data['workflow'] === other.entry.data['workflow'];

/**
 * The run that `run` is held against: the last accepted one on the same version of the data, else the one
 * that its `baseline_ref` names on that version. Another version begins anew.
 */
export function baselineOf(run: EvalRun, runs: readonly EvalRun[]): Baseline {
  const named = `evals/${textAt(run.entry.data, 'baseline_ref')}`;
  const before =
    lastAccepted(run, runs) ??
    lastBefore(run, runs, (one) => one.version === run.version && one.entry.id === named);
  if (before) return { kind: 'same', before, comparison: compareRuns(run, before) };
  const data = textAt(run.entry.data, 'dataset.id');
  const other = lastBefore(
    run,
    runs,
    (one) => one.version !== run.version && textAt(one.entry.data, 'dataset.id') === data,
  );
  return other ? { kind: 'reset', before: other } : { kind: 'first' };
}

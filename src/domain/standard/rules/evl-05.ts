import { type Comparison, compareRuns } from '../../evals/comparison.ts';
import { type Baseline, baselineOf, type EvalRun, lastAccepted } from '../../evals/run.ts';
import { slugOf } from '../../graph/corpus.ts';
import { textAt } from '../../graph/fields.ts';
import { field } from '../../problems/problem.ts';
import { evalRuns } from '../facts/evals.ts';
import { defineStandardRule } from '../rule.ts';

export const evl05 = defineStandardRule({
  id: 'EVL-05',
  title: 'A run is compared with the last accepted one',
  statement:
    'Every run is held, slice by slice, against the last accepted run of its workflow on the same version of the data, whose cases are the same. A new version of the data begins anew and says so. No slice disappears: one that is renamed keeps its history.',
  why: 'A model gets better on average and worse for the group that nobody looks at. Whoever renames the slice, or swaps the data set, makes that drop disappear.',
  sources: [{ source: 'readers', clause: 'runs that nobody can compare (promptfoo#1395)' }],
  appliesTo: ['eval-report'],
  stages: [{ from: '-60', severity: 'error' }],
  waivable: 'yes',
  satisfy: [
    'Write the last accepted run after `baseline_ref:`. The page shows what changed in each slice.',
    'If a slice has to be renamed, write `formerly:` with its old name in the gate file. If it has to go, say so in a decision and keep its line until that run.',
    'Give a changed data set another version; leave `baseline_ref:` out, as nothing can be compared.',
  ],
  limits: 'Whether a change is more than chance; with few cases most changes are.',
  messages: {
    otherBaseline: {
      message: 'It is compared with {named}, and the last accepted run on the same data is {last}.',
      fix: 'Write: baseline_ref: {last}',
    },
    otherVersion: {
      message:
        'Its baseline {named} ran on another version of the data, so they cannot be compared.',
      fix: 'Leave baseline_ref out: this version begins anew.',
    },
    vanished: {
      message: 'Slice {slice} of {before} is gone{likely}, and its history with it.',
      fix: 'Put the slice back into the gate. If it only has another name now, add formerly: "{slice}" to its line.',
    },
    otherCases: {
      message:
        'Its cases are not those of {before}, though the version of the data is the same: {count} differ, such as {example}.',
      fix: 'Run it on the same cases, or give the changed data set another version.',
    },
    dropped: {
      message:
        'Its version of the data drops {count} cases of the one before, such as {example}, and the gate allows later versions only without that.',
      fix: 'Put the cases back, or set thresholds for this version in a gate of its own.',
    },
  },
  examples: {
    ok: { path: 'evals/triage-2026-09-25.mdx', text: 'baseline_ref: triage-2026-09-11\n' },
    notOk: { path: 'evals/triage-2026-09-25.mdx', text: 'baseline_ref: triage-2026-08-14\n' },
  },
  *check(context) {
    const runs = evalRuns(context);
    for (const run of runs) {
      const { decision, entry } = run;
      if (decision.slices.length === 0) {
        const cannotTell = `${entry.path}: it cannot be compared with a run before it. ${decision.problems.join(' ')}`;
        yield { cannotTell, path: entry.path };
        continue;
      }
      const baseline = baselineOf(run, runs);
      const findings = [...findingsOf(run, baseline, lastAccepted(run, runs))];
      yield* findings;
      if (findings.length === 0) yield { evidence: summaryOf(baseline), path: entry.path };
    }
  },
});

function* findingsOf(run: EvalRun, baseline: Baseline, last: EvalRun | null) {
  const { path, data } = run.entry;
  const named = textAt(data, 'baseline_ref');
  const position = field([named === null ? 'title' : 'baseline_ref']);
  if (last !== null && named !== slugOf(last.entry)) {
    const args = { named: named ?? 'no run', last: slugOf(last.entry) };
    yield { messageId: 'otherBaseline', path, position, args } as const;
  } else if (named !== null && baseline.kind !== 'same')
    yield { messageId: 'otherVersion', path, position, args: { named } } as const;
  if (baseline.kind === 'first') return;
  const before = slugOf(baseline.before.entry);
  const comparison =
    baseline.kind === 'same' ? baseline.comparison : compareRuns(run, baseline.before);
  yield* vanished(run, before, comparison);
  const { dropped, added } = comparison;
  const other = baseline.kind === 'same' ? [...dropped, ...added] : dropped;
  const matters = baseline.kind === 'same' || run.gate?.dataset.later_versions === true;
  if (other.length === 0 || !matters) return;
  const messageId = baseline.kind === 'same' ? 'otherCases' : 'dropped';
  const args = { before, count: other.length, example: other[0] ?? '' };
  yield { messageId, path, position: field(['results_ref']), args } as const;
}

function* vanished({ entry }: EvalRun, before: string, comparison: Comparison) {
  for (const { before: slice, likely } of comparison.vanished) {
    const now = likely === null ? '' : ` (it looks like ${likely.line.slice} now)`;
    const args = { slice: slice.line.slice, before, likely: now };
    yield { messageId: 'vanished', path: entry.path, position: field(['gate_ref']), args } as const;
  }
}

/** What changed, as the end of a sentence. */
function summaryOf(baseline: Baseline): string {
  if (baseline.kind === 'first') return 'no run before it was accepted on this version of the data';
  const before = slugOf(baseline.before.entry);
  if (baseline.kind === 'reset')
    return `it begins anew: ${before} ran on another version of the data`;
  const worse = baseline.comparison.changes.filter((change) => change.worse);
  const listed = worse.map(({ title, hits }) => `${title} ${hits > 0 ? '+' : ''}${hits}`);
  const fell = listed.length === 0 ? 'no slice fell' : `worse: ${listed.join(', ')}`;
  return `compared with ${before} slice by slice; ${fell}`;
}

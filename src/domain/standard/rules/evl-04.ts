import type { SliceDecision } from '../../evals/decision.ts';
import type { EvalRun } from '../../evals/run.ts';
import { field } from '../../problems/problem.ts';
import { evalRuns } from '../facts/evals.ts';
import { defineStandardRule } from '../rule.ts';

export const evl04 = defineStandardRule({
  id: 'EVL-04',
  title: 'A pass is proved by its bound',
  statement:
    'A slice passes when its one-sided 95 % bound meets the threshold with enough cases. Slices on which safety hangs tolerate none, on a stated number of cases. A slice without cases fails, and a run that misses any line is not accepted.',
  why: '19 of 20 look like 95 percent and may as well be 80. The patients in the missing 15 percent are real, and nobody finds them by looking at an average.',
  sources: [{ source: 'chai', clause: 'metric goal and interpretation' }],
  appliesTo: ['eval-report'],
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'yes',
  satisfy: [
    'Ask for bounds: `lower_bound_at_least:` or `upper_bound_at_most:`, and for as many cases as the bound needs after `min_n:`.',
    'Mark the slices on which safety hangs with `safety_critical: true` and give them `count_at_most: 0`.',
    'If a run missed its gate, write `accepted: false` and say under Gate decision what follows.',
  ],
  limits: 'That the slices are the ones that matter, and that the cases are like those that come.',
  messages: {
    missed: {
      message:
        'Slice {slice} misses the gate, and nothing says that the run was not accepted. {why}',
      fix: 'Do not use it. Write: accepted: false. Then say under Gate decision what follows, or run again with more cases.',
    },
    accepted: {
      message: 'It was accepted although slice {slice} misses the gate. {why}',
      fix: 'Take it out of use and write: accepted: false',
    },
    tolerant: {
      message: 'Its gate tolerates mistakes in slice {slice}, on which safety hangs.',
      fix: 'In {file}, give that slice count_at_most: 0 in place of its bound.',
    },
    noneCritical: {
      message: 'It is about clinical use, and its gate has no slice that tolerates none.',
      fix: 'In {file}, add the mistake that may never happen as a slice with count_at_most: 0 and the number of cases that shows it after min_n.',
    },
  },
  examples: {
    ok: { path: 'evals/triage-2026-08-14.mdx', text: 'accepted: false\n' },
    notOk: { path: 'evals/triage-2026-08-14.mdx', text: 'accepted: true\n' },
  },
  *check(context) {
    const runs = evalRuns(context);
    for (const run of runs) yield* outcomesOf(run);
    const lastOfGate = new Map(runs.map((run) => [run.gatePath, run]));
    for (const run of lastOfGate.values()) yield* weakLines(run);
  },
});

function* outcomesOf({ entry, gate, decision }: EvalRun) {
  const { path, data } = entry;
  if (decision.state === 'cannot-tell') {
    const cannotTell = `${path}: whether its slices pass cannot be computed. ${decision.problems.join(' ')}`;
    yield { cannotTell, path };
    return;
  }
  const lines = gate?.slices.length ?? 0;
  if (decision.state === 'met')
    yield {
      evidence: `all ${lines} lines hold on their bounds, ${smallest(decision.slices)}`,
      path,
    };
  else if (data['accepted'] === false)
    yield { evidence: 'it missed its gate, and was not accepted', path };
  else {
    const accepted = data['accepted'] === true;
    for (const { title, why, met } of decision.slices) {
      if (met === true) continue;
      const position = field([accepted ? 'accepted' : 'title']);
      const args = { slice: title, why };
      yield { messageId: accepted ? 'accepted' : 'missed', path, position, args } as const;
    }
  }
}

function smallest(slices: readonly SliceDecision[]): string {
  const least = slices.reduce((a, b) => (b.n < a.n ? b : a));
  return `the smallest slice (${least.title}) with ${least.n} cases`;
}

function* weakLines({ entry, gate, gatePath }: EvalRun) {
  if (gate === null) return;
  const at = { path: entry.path, position: field(['gate_ref']) };
  const file = gatePath ?? '';
  for (const { slice, count_at_most: most, safety_critical: critical } of gate.slices) {
    if (critical === true && most !== 0)
      yield { messageId: 'tolerant', ...at, args: { slice, file } } as const;
  }
  if (entry.data['clinical_use'] === true && !gate.slices.some((line) => line.count_at_most === 0))
    yield { messageId: 'noneCritical', ...at, args: { file } } as const;
}

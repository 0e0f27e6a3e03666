import { claimsOfWords, falseClaims } from '../../evals/claims.ts';
import { baselineOf, type EvalRun } from '../../evals/run.ts';
import { textAt } from '../../graph/fields.ts';
import { at, field } from '../../problems/problem.ts';
import { evalRuns } from '../facts/evals.ts';
import { defineStandardRule, type StandardContext } from '../rule.ts';

export const evl02 = defineStandardRule({
  id: 'EVL-02',
  title: 'The gate decision is computed',
  statement:
    'Whether a run met its gate is computed from the results and the gate file. Every table of slices and every sentence of the report about the decision agrees with it.',
  why: 'A hand-typed "passed" is what people remember of a run. If a threshold or a number in the report may differ from the files, a model goes live on a typing mistake, or on a wish.',
  sources: [{ source: 'engagement', clause: 'release gate' }],
  appliesTo: ['eval-report'],
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'no',
  satisfy: [
    'Name the thresholds with `gate_ref:`. In the gate file say for each slice which cases belong to it, which column makes one count, the fewest cases and one bound.',
    'Leave the decision to the page. Where a table of slices helps to read the text, copy the numbers that the page shows.',
  ],
  limits:
    'What other sentences of the report say, such as those under Question or in another document: tables of slices, the summary and the section Gate decision are read.',
  messages: {
    none: {
      message: 'It names no gate, so nothing decides about the run.',
      fix: 'Commit the thresholds before the run and write: gate_ref: ./gate-NAME.json',
    },
    badGate: {
      message: 'Its gate cannot be read. {why}',
      fix: 'Correct {file}. It has gate, version, decision_record, dataset (id, version), bound and slices; each slice has slice, where, metric (name, success), min_n and one of lower_bound_at_least, upper_bound_at_most, count_at_most.',
    },
    differs: {
      message: 'It says "{said}", and the data say: {computed}.',
      fix: 'Write what the data say. If the data are wrong, correct them in another run.',
    },
  },
  examples: {
    ok: {
      path: 'evals/triage-2026-09-11.mdx',
      text: '## Gate decision\n\nAll three lines hold. What follows: the tag may be deployed.\n',
    },
    notOk: {
      path: 'evals/triage-2026-09-11.mdx',
      text: '## Gate decision\n\nOne of three lines misses, and nothing follows from it.\n',
    },
  },
  *check(context) {
    const runs = evalRuns(context);
    for (const run of runs) yield* outcomesOf(run, runs, context);
  },
});

function* outcomesOf(run: EvalRun, runs: readonly EvalRun[], context: StandardContext) {
  const { entry, gatePath, gateProblem, decision, ids } = run;
  const { path } = entry;
  if (gatePath === null) {
    yield { messageId: 'none', path, position: field(['title']) } as const;
    return;
  }
  if (gateProblem !== null) {
    const args = { why: gateProblem, file: gatePath };
    yield { messageId: 'badGate', path, position: field(['gate_ref']), args } as const;
    return;
  }
  if (decision.state === 'cannot-tell' && decision.slices.length === 0) {
    yield {
      cannotTell: `${path}: no decision can be computed. ${decision.problems.join(' ')}`,
      path,
    };
    return;
  }
  const claims = [...claimsOf(run, runs, context)];
  yield* claims;
  if (decision.state === 'cannot-tell')
    yield { cannotTell: `${path}: ${decision.problems.join(' ')}`, path };
  else if (claims.length === 0)
    yield {
      evidence: `${decision.state}, computed from ${ids.length} cases and ${decision.slices.length} lines; the text agrees`,
      path,
    };
}

function* claimsOf(run: EvalRun, runs: readonly EvalRun[], { treeOf }: StandardContext) {
  const { entry, decision } = run;
  const baseline = baselineOf(run, runs);
  const changes = baseline.kind === 'same' ? baseline.comparison.changes : null;
  const tree = treeOf(entry);
  const inText = tree === null ? [] : falseClaims(tree, { decision, changes });
  for (const { said, computed, ...point } of inText)
    yield {
      messageId: 'differs',
      path: entry.path,
      position: at(point),
      args: { said, computed },
    } as const;
  const summary = textAt(entry.data, 'summary') ?? '';
  for (const { said, computed } of claimsOfWords(summary, decision, { line: 1, column: 1 }))
    yield {
      messageId: 'differs',
      path: entry.path,
      position: field(['summary']),
      args: { said, computed },
    } as const;
}

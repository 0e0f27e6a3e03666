import type { EvalRun } from '../../evals/run.ts';
import { numberAt, textAt } from '../../graph/fields.ts';
import { field } from '../../problems/problem.ts';
import { evalRuns } from '../facts/evals.ts';
import { noWitness, wasExchanged, wasRewritten } from '../facts/history.ts';
import { defineStandardRule, type StandardContext } from '../rule.ts';

/** What a run consists of, by field, in words. */
const facts = {
  run_on: 'the day of the run',
  'model.id_pinned': 'the exact model id',
  'model.params': 'the parameters of the model',
  prompt_version: 'the version of the prompt',
  tools_version: 'the version of the tools (or that there are none)',
  code_commit: 'the commit of the code',
  'dataset.id': 'the name of the data set',
  'dataset.version': 'the version of the data set',
  'dataset.digest': 'the digest of the data set',
  'dataset.class': 'the most sensitive class of data in it',
  results_ref: 'the file of results',
  results_digest: 'the digest of the results',
};

export const evl01 = defineStandardRule({
  id: 'EVL-01',
  title: 'An eval report is tied to its data',
  statement:
    'Every eval report names what was run, to the letter: results file and its digest, data set with version, digest and class, pinned model id and parameters, versions of prompt and tools, commit of the code, day of the run; and the number of cases is that of the file.',
  why: 'Half a year later somebody asks which prompt the 97 percent belong to. Without the exact names the run cannot be repeated, and a number that cannot be repeated is an opinion.',
  sources: [
    { source: 'hti-1' },
    { source: 'chai' },
    { source: 'readers', clause: 'results without the versions that gave them (promptfoo#10323)' },
  ],
  appliesTo: ['eval-report'],
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'yes',
  satisfy: [
    'Let the harness write the facts of the run; copy them from its log, never from memory.',
    'Put the results file beside the report, one line for each case, and write its SHA-256 after `results_digest:`.',
    'If results change, it was another run: write another report.',
  ],
  limits:
    'That the file is what the model answered: only that it has not changed since it was recorded.',
  messages: {
    missing: {
      message: 'It does not say {what}.',
      fix: 'Write it after `{field}:`, as the log of the run has it.',
    },
    alias: {
      message: 'Its model id {id} is an alias, which is another model next month.',
      fix: 'Write the exact id that the provider answered with, with its date or number.',
    },
    absent: {
      message: 'Its results file {file} is not there.',
      fix: 'Put the file beside the report, or correct `results_ref:`.',
    },
    unreadable: {
      message: 'Its results cannot be counted. {why}',
      fix: 'Correct the file, or export it again; then write its digest after `results_digest:`.',
    },
    changed: {
      message: 'Its results file changed after the report was written: its digest is {actual} now.',
      fix: 'Put the recorded file back. If the new one is right, it is another run: write a report of its own.',
    },
    exchanged: {
      message: 'Its results are not the ones that were committed first.',
      fix: 'Put those back, with their digest: git log --follow {file}. If the new ones are right, it is another run: write a report of its own.',
    },
    count: {
      message: 'It says {said} cases, and its results have {actual}.',
      fix: 'Write n: {actual}, or find out where the others are.',
    },
    future: {
      message: 'It says that the run was on {on}, which is still to come.',
      fix: 'Write the day on which it ran.',
    },
  },
  examples: {
    ok: { path: 'evals/triage-2026-09-11.mdx', text: 'tools_version: none\n' },
    notOk: { path: 'evals/triage-2026-09-11.mdx', text: 'code_commit: null\n' },
  },
  *check(context) {
    for (const run of evalRuns(context)) {
      const findings = [...findingsOf(run, context)];
      yield* findings;
      const { entry, ids } = run;
      if (findings.length === 0)
        yield {
          evidence: `${ids.length} cases in a file that has not changed, of one exact model, prompt and commit`,
          path: entry.path,
        };
    }
  },
});

function* findingsOf(
  { entry, on, resultsPath, resultsProblem, ids }: EvalRun,
  context: StandardContext,
) {
  const { path, data } = entry;
  for (const [name, what] of Object.entries(facts)) {
    if (name === 'run_on' ? on !== '' : textAt(data, name) !== null) continue;
    const position = field(['title']);
    yield { messageId: 'missing', path, position, args: { what, field: name } } as const;
  }
  const id = textAt(data, 'model.id_pinned');
  if (id !== null && isAlias(id))
    yield {
      messageId: 'alias',
      path,
      position: field(['model', 'id_pinned']),
      args: { id },
    } as const;
  if (on > context.asOf)
    yield { messageId: 'future', path, position: field(['run_on']), args: { on } } as const;
  const file = resultsPath === null ? null : context.fileOf(resultsPath);
  if (resultsPath === null) return;
  const position = field(['results_ref']);
  if (file === null) {
    yield { messageId: 'absent', path, position, args: { file: resultsPath } } as const;
    return;
  }
  const recorded = textAt(data, 'results_digest');
  if (recorded !== null && recorded !== file.digest) {
    const args = { actual: file.digest };
    yield { messageId: 'changed', path, position: field(['results_digest']), args } as const;
  } else if (
    noWitness(context, on) === null &&
    (wasExchanged(resultsPath, context) || wasRewritten(entry, 'results_digest', context))
  )
    yield { messageId: 'exchanged', path, position, args: { file: resultsPath } } as const;
  const said = numberAt(data, 'dataset.n');
  if (resultsProblem !== null)
    yield { messageId: 'unreadable', path, position, args: { why: resultsProblem } } as const;
  else if (said !== null && said !== ids.length) {
    const args = { said, actual: ids.length };
    yield { messageId: 'count', path, position: field(['dataset', 'n']), args } as const;
  } else if (said === null) {
    const args = { what: 'the number of cases', field: 'dataset.n' };
    yield { messageId: 'missing', path, position: field(['title']), args } as const;
  }
}

/** Ids that a provider moves on to the next model; one without any number names no version. */
const isAlias = (id: string): boolean =>
  /(?:^|[-:@/.])(?:latest|default|stable|current|preview)$/i.test(id) || !/\d/.test(id);

import { type Gate, readGate } from '../../evals/gate.ts';
import { loosened } from '../../evals/loosened.ts';
import type { EvalRun } from '../../evals/run.ts';
import { field } from '../../problems/problem.ts';
import { evalRuns } from '../facts/evals.ts';
import { firstCommit, noWitness } from '../facts/history.ts';
import { defineStandardRule, type StandardContext } from '../rule.ts';
import type { Commit } from '../witness.ts';

export const evl03 = defineStandardRule({
  id: 'EVL-03',
  title: 'Thresholds were there before the run',
  statement:
    'The gate file of a run was committed before its results, has not changed since, and names the accepted decision that set it. Thresholds are loosened only by a new decision.',
  why: 'Whoever sees the results first can always find thresholds that they meet. Only an order that nobody can turn round afterwards makes a pass worth something.',
  sources: [
    { source: 'readers', clause: 'thresholds registered before a run' },
    { source: 'soc-2', clause: 'CC8.1' },
  ],
  appliesTo: ['eval-report', 'adr'],
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'yes',
  satisfy: [
    'Commit the gate file alone, then run, then commit results and report.',
    'Never change a gate file that a run was held against: copy it to a new one with the next `version`.',
    'For easier thresholds write a decision record first, and name it after `decision_record` in the new file.',
  ],
  limits:
    'When the run really was: it goes by the commit of its results, in the order of commits and not by their dates, which anybody can set.',
  messages: {
    after: {
      message:
        'Its gate {file} was committed after its results, or was changed after them: commit {gate} does not come before {results}.',
      fix: 'Restore the thresholds that were there before the run, commit new ones as a file of their own, and run again against those.',
    },
    uncommitted: {
      message: 'Its gate {file} has changes that were never committed.',
      fix: 'Restore the committed file; new thresholds get a file of their own, committed before the next run.',
    },
    noDecision: {
      message: 'Its gate names the decision {record}, which is no accepted decision record.',
      fix: 'In {file}, write after decision_record the path of the accepted decision that set the thresholds, such as adrs/0005-thresholds.',
    },
    loosened: {
      message:
        'Its gate {file}, version {version}, is easier than version {before} by the same decision {record}: {what}.',
      fix: 'Write a decision record for the easier thresholds and name it after decision_record, or put the old ones back.',
    },
  },
  examples: {
    ok: { path: 'evals/triage-2026-09-11.mdx', text: 'gate_ref: ./gate-triage.json\n' },
    notOk: { path: 'evals/triage-2026-09-11.mdx', text: 'gate_ref: ./gate-triage-late.json\n' },
  },
  *check(context) {
    const runs = evalRuns(context).filter(({ gate }) => gate !== null);
    const unseen = new Set(runs.filter(({ on }) => noWitness(context, on) !== null));
    yield* unseenRuns([...unseen], context);
    for (const run of runs) if (!unseen.has(run)) yield* orderOf(run, context);
    const users = new Map<string, EvalRun>();
    for (const run of runs) if (run.gatePath !== null) users.set(run.gatePath, run);
    for (const run of users.values()) yield* decisionOfGate(run, context);
    yield* loosenedGates([...users.values()], context);
  },
});

function* unseenRuns(runs: readonly EvalRun[], context: StandardContext) {
  const [first] = runs;
  if (!first) return;
  const more = runs.length === 1 ? '' : ` and ${runs.length - 1} more`;
  const cannotTell = `Whether thresholds came before the run cannot be told for ${first.entry.path}${more}. ${noWitness(context, first.on)}`;
  yield { cannotTell };
}

/** Whether the gate came before the results, by ancestry. */
function* orderOf({ entry, gatePath, resultsPath }: EvalRun, context: StandardContext) {
  const { path } = entry;
  if (gatePath === null || resultsPath === null) return;
  const { git } = context;
  const [gate] = git.versions(gatePath);
  const results = firstCommit(context, resultsPath);
  if (!gate || !results) {
    const cannotTell = `${path}: whether its thresholds came before the run cannot be told. Git does not know ${gate ? resultsPath : gatePath}: commit it.`;
    yield { cannotTell, path };
    return;
  }
  const position = field(['gate_ref']);
  const text = git.textOf(gate);
  if (text !== null && text !== context.fileOf(gatePath)?.text)
    yield { messageId: 'uncommitted', path, position, args: { file: gatePath } } as const;
  else if (gate.commit.id === results.id) {
    const cannotTell = `${path}: its gate and its results came in one commit, ${short(results)}, so git cannot say which was first. Commit the gate alone, before the run.`;
    yield { cannotTell, path };
  } else if (git.precedes(gate.commit, results)) {
    const evidence = `its thresholds were last changed in ${short(gate.commit)}, before its results came in ${short(results)}`;
    yield { evidence, path, commit: gate.commit.id };
  } else {
    const args = { file: gatePath, gate: short(gate.commit), results: short(results) };
    yield { messageId: 'after', path, position, args } as const;
  }
}

const short = ({ id }: Commit): string => id.slice(0, 10);

function* decisionOfGate({ entry, gate, gatePath }: EvalRun, { corpus }: StandardContext) {
  if (gate === null) return;
  const record = corpus.byId.get(gate.decision_record);
  const status = record?.data['status'];
  if (record?.type.name === 'adr' && (status === 'accepted' || status === 'superseded')) return;
  const args = { record: gate.decision_record, file: gatePath ?? '' };
  yield { messageId: 'noDecision', path: entry.path, position: field(['gate_ref']), args } as const;
}

interface Known {
  readonly gate: Gate;
  readonly run: EvalRun;
}

/** Every gate with what it was before: earlier versions of its file, and files of the same gate. */
function* loosenedGates(runs: readonly EvalRun[], { git }: StandardContext) {
  const known = runs.flatMap((run): Known[] => {
    const past = run.gatePath === null ? [] : git.versions(run.gatePath).slice(1).toReversed();
    const texts = past.map((version) => git.textOf(version)).filter((text) => text !== null);
    const gates = texts.map(readGate).flatMap((read) => ('gate' in read ? [read.gate] : []));
    return [...gates, ...(run.gate ? [run.gate] : [])].map((gate) => ({ gate, run }));
  });
  for (const same of Map.groupBy(known, ({ gate }) => gate.gate).values()) {
    const inOrder = same.toSorted((a, b) => a.gate.version - b.gate.version);
    for (const [at, { gate, run }] of inOrder.entries()) {
      const before = inOrder[at - 1]?.gate;
      if (!before || before.decision_record !== gate.decision_record) continue;
      const [what] = loosened(gate, before);
      if (what === undefined) continue;
      const { decision_record: record, version } = gate;
      const args = { file: run.gatePath ?? '', record, version, before: before.version, what };
      yield {
        messageId: 'loosened',
        path: run.entry.path,
        position: field(['gate_ref']),
        args,
      } as const;
    }
  }
}

import { type Gate, readGate } from '../../evals/gate.ts';
import { loosened } from '../../evals/loosened.ts';
import type { EvalRun } from '../../evals/run.ts';
import { entryNamed } from '../../graph/graph.ts';
import { compareText, field } from '../../problems/problem.ts';
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
        'Its gate {file}, version {version}, is easier than version {before} before it, without a decision of its own ({record} is older): {what}.',
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
  const results = birthOf(resultsPath, context);
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

/** The commit that first had a file, or its bytes under another name: a copy is no later run. */
function birthOf(path: string, context: StandardContext): Commit | null {
  const { git } = context;
  const first = firstCommit(context, path);
  const same = git.firstWith(git.versions(path)[0]?.blob ?? '');
  return first && same && git.precedes(same, first) ? same : first;
}

const short = ({ id }: Commit): string => id.slice(0, 10);

function* decisionOfGate({ entry, gate, gatePath }: EvalRun, { corpus }: StandardContext) {
  if (gate === null) return;
  const record = entryNamed(corpus, gate.decision_record);
  const status = record?.data['status'];
  if (record?.type.name === 'adr' && (status === 'accepted' || status === 'superseded')) return;
  const args = { record: gate.decision_record, file: gatePath ?? '' };
  yield { messageId: 'noDecision', path: entry.path, position: field(['gate_ref']), args } as const;
}

interface Known {
  readonly gate: Gate;
  readonly run: EvalRun;
  readonly commit: Commit | null;
}

/** Every gate with what it was before: earlier versions of its file, and others for the same workflow and data. */
function* loosenedGates(runs: readonly EvalRun[], context: StandardContext) {
  const { git } = context;
  const known = runs.flatMap((run): Known[] => {
    const [now, ...past] = run.gatePath === null ? [] : git.versions(run.gatePath);
    const gates = past.toReversed().flatMap((version): Known[] => {
      const read = readGate(git.textOf(version) ?? '');
      return 'gate' in read ? [{ gate: read.gate, run, commit: version.commit }] : [];
    });
    return run.gate ? [...gates, { gate: run.gate, run, commit: now?.commit ?? null }] : gates;
  });
  const purpose = ({ gate, run }: Known) =>
    JSON.stringify([run.entry.data['workflow'], gate.dataset.id]);
  for (const same of Map.groupBy(known, purpose).values()) {
    const inOrder = same.toSorted(
      (a, b) => compareText(dayOf(a), dayOf(b)) || a.gate.version - b.gate.version,
    );
    for (const [at, { gate, run }] of inOrder.entries()) {
      const before = inOrder[at - 1];
      if (!before || isDecidedAnew(gate, before, context)) continue;
      const [what] = loosened(gate, before.gate);
      if (what === undefined) continue;
      const { decision_record: record, version } = gate;
      const args = { file: run.gatePath ?? '', record, version, before: before.gate.version, what };
      yield {
        messageId: 'loosened',
        path: run.entry.path,
        position: field(['gate_ref']),
        args,
      } as const;
    }
  }
}

/** When a gate was committed; what is in no commit yet comes last. */
const dayOf = ({ commit }: Known): string => commit?.at ?? '9999-12-31T23:59:59Z';

/** Whether a gate names another decision than the one before it, and one that is not older than that gate. */
function isDecidedAnew(gate: Gate, before: Known, context: StandardContext): boolean {
  const record = gate.decision_record;
  const decided = firstCommit(context, entryNamed(context.corpus, record)?.path ?? '');
  const isOlder = decided && before.commit && context.git.precedes(decided, before.commit);
  return record !== before.gate.decision_record && !isOlder;
}

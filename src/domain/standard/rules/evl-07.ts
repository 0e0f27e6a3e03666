import { type EvalRun, fileAt, isAccepted } from '../../evals/run.ts';
import { isDay } from '../../graph/days.ts';
import { entryAt, numberAt, textAt, textsOf } from '../../graph/fields.ts';
import { field } from '../../problems/problem.ts';
import { evalRuns } from '../facts/evals.ts';
import { firstCommit } from '../facts/history.ts';
import { nameOf, personNamed, sideNamed } from '../facts/people.ts';
import { distance } from '../facts/reruns.ts';
import { defineStandardRule, type StandardContext } from '../rule.ts';

export const evl07 = defineStandardRule({
  id: 'EVL-07',
  title: 'The customer can run its evaluations alone',
  statement:
    'The last accepted run of every workflow was run again by somebody of the customer: from an own commit, in an own environment, with results of its own within the stated tolerance. It names what watches it, the runbook that switches it off, how it is retired, and the inventory of its data and its harness.',
  why: 'The provider will retire the model a year after the vendor has left. Then somebody has to say within a week whether the next one is good enough, with a harness that nobody of theirs has ever started.',
  sources: [
    { source: 'engagement', clause: 'evaluations live with the customer' },
    { source: 'nist-ai-rmf', clause: 'MANAGE 4.1, GOVERN 1.7' },
    { source: 'omb-m-25-22' },
  ],
  appliesTo: ['eval-report', 'ip-asset'],
  stages: [{ from: '-30', severity: 'error' }],
  waivable: 'yes',
  satisfy: [
    'Have somebody of the customer follow How to re-run from a clean checkout, alone, and commit the results file themselves.',
    'Write `reproduced_by`, `reproduced_on`, `reproduced_commit`, `reproduced_environment`, `reproduced_ref` and `reproduced_digest`, and the `tolerance` in cases.',
    'Link `monitoring_ref`, `rollback_runbook`, `retire_plan` and `ip_assets` (a data set, and the harness or its repository).',
  ],
  limits: 'That nobody of the vendor sat beside them.',
  messages: {
    missing: {
      message: 'It is in use, and does not say {what}.',
      fix: 'Write {fields}.',
    },
    noRunbook: {
      message: 'The runbook {runbook} that switches it off is not there.',
      fix: 'Write runbooks/{runbook}.mdx, or correct `rollback_runbook:`.',
    },
    notCustomer: {
      message: '{name}, who ran it again, is not known to be of the customer.',
      fix: 'Have somebody of the customer run it.',
    },
    sameResults: {
      message:
        'The results of the second run are those of the first, byte by byte or but for white space.',
      fix: 'Run it again. A copied file proves nothing: even at temperature 0 the times differ.',
    },
    changed: {
      message:
        'The file of the second run is missing, or is not the one with the recorded digest: {why}.',
      fix: 'Put that file back, or record the digest of the run that was made.',
    },
    day: {
      message: 'It was run again on {on}, which is before the run itself or still to come.',
      fix: 'Write the day of the second run.',
    },
    apart: {
      message: 'The second run is too far from the first. {why}',
      fix: 'Find out what differs: model, prompt, code or data. Then correct How to re-run and run it again.',
    },
    otherHands: {
      message: 'The results of the second run were committed by {author}, not by {name}.',
      fix: 'Have {name} commit the results of their own run.',
    },
    notOwned: {
      message: 'The inventory of what is handed over has no {what} of it.',
      fix: 'Write the IP asset, and name it under `ip_assets:`.',
    },
  },
  examples: {
    ok: { path: 'evals/triage-2026-09-11.mdx', text: 'tolerance: 3\n' },
    notOk: { path: 'evals/triage-2026-09-11.mdx', text: 'reproduced_by: leo-marsh\n' },
  },
  *check(context) {
    const accepted = evalRuns(context).filter(isAccepted);
    const last = new Map(accepted.map((run) => [run.entry.data['workflow'], run]));
    for (const run of last.values()) {
      const outcomes = [...linksOf(run, context), ...secondRun(run, context)];
      yield* outcomes;
      if (outcomes.length > 0) continue;
      const { entry } = run;
      const who = nameOf(context.corpus, textAt(entry.data, 'reproduced_by') ?? '');
      yield {
        evidence: `run again by ${who} within the tolerance; watched, and ready to be switched off and retired`,
        path: entry.path,
      };
    }
  },
});

const needed = {
  reproduced_by: 'who of the customer ran it again',
  reproduced_on: 'on which day it was run again',
  reproduced_commit: 'from which commit it was run again',
  reproduced_environment: 'where it was run again',
  reproduced_ref: 'where the results of the second run are',
  reproduced_digest: 'the digest of the results of the second run',
  tolerance: 'by how many cases two runs may differ',
  monitoring_ref: 'what watches it',
  rollback_runbook: 'which runbook switches it off',
  retire_plan: 'how it is retired',
};

function* linksOf({ entry }: EvalRun, { corpus }: StandardContext) {
  const { path, data } = entry;
  const title = field(['title']);
  const again = textAt(data, 'reproduced_by') !== null;
  const open = Object.entries(needed).filter(
    ([name]) =>
      !saysSo(textAt(data, name)) &&
      numberAt(data, name) === null &&
      (again || name === 'reproduced_by' || !name.startsWith('reproduced_')),
  );
  if (open.length > 0) {
    const what = open.map(([, words]) => words).join('; ');
    const fields = open.map(([name]) => `${name}:`).join(', ');
    yield { messageId: 'missing', path, position: title, args: { what, fields } } as const;
  }
  const runbook = textAt(data, 'rollback_runbook');
  if (runbook !== null && entryAt(data, 'rollback_runbook', 'runbooks', corpus) === null) {
    const position = field(['rollback_runbook']);
    yield { messageId: 'noRunbook', path, position, args: { runbook } } as const;
  }
  const kinds = textsOf(data, 'ip_assets').map(
    (slug) => corpus.byId.get(`ip-assets/${slug}`)?.data['kind'],
  );
  const lacking = Object.entries(owned)
    .filter(([, wanted]) => !kinds.some((kind) => wanted.some((one) => one === kind)))
    .map(([what]) => what);
  if (lacking.length > 0) {
    const args = { what: lacking.join(' and no ') };
    yield { messageId: 'notOwned', path, position: title, args } as const;
  }
}

/** What the inventory has to hold, and the kinds that it may have there. */
const owned = { 'data set': ['dataset'], harness: ['eval-harness', 'repository'] };

const saysSo = (text: string | null): boolean => text !== null && !/^none\b/i.test(text);

function* secondRun(run: EvalRun, context: StandardContext) {
  const { entry, on } = run;
  const { path, data } = entry;
  const { corpus, asOf } = context;
  const by = textAt(data, 'reproduced_by');
  const at = (name: string) => ({ path, position: field([name]) });
  if (by !== null && sideNamed(corpus, by) !== 'customer')
    yield {
      messageId: 'notCustomer',
      ...at('reproduced_by'),
      args: { name: nameOf(corpus, by) },
    } as const;
  const day = textAt(data, 'reproduced_on');
  if (day !== null && (!isDay(day) || day < on || day > asOf))
    yield { messageId: 'day', ...at('reproduced_on'), args: { on: day } } as const;
  const recorded = textAt(data, 'reproduced_digest');
  if (recorded !== null && recorded === textAt(data, 'results_digest')) {
    yield { messageId: 'sameResults', ...at('reproduced_digest') } as const;
    return;
  }
  const file = fileAt(entry, 'reproduced_ref');
  if (file === null) return;
  const digest = context.fileOf(file)?.digest;
  if (digest === undefined || digest !== recorded) {
    const why = digest === undefined ? `${file} is not there` : `it has ${digest}`;
    yield { messageId: 'changed', ...at('reproduced_ref'), args: { why } } as const;
    return;
  }
  if (run.resultsPath !== null && isCopy(file, run.resultsPath, context))
    yield { messageId: 'sameResults', ...at('reproduced_ref') } as const;
  const apart = distance(run, context);
  if (apart !== null)
    yield { messageId: 'apart', ...at('reproduced_ref'), args: { why: apart } } as const;
  if (by !== null) yield* ownCommit(path, file, by, context);
}

/** Whether two files are equal but for white space. */
function isCopy(one: string, other: string, { fileOf }: StandardContext): boolean {
  const [first, second] = [one, other].map((path) => fileOf(path)?.text?.replaceAll(/\s+/g, ''));
  return first !== undefined && first === second;
}

function* ownCommit(path: string, file: string, by: string, context: StandardContext) {
  const { corpus, git } = context;
  const name = nameOf(corpus, by);
  const first = firstCommit(context, file);
  if (git.state !== 'full' || first === null) {
    const why =
      git.state === 'full'
        ? `Git does not know ${file}: commit it.`
        : 'The whole git history is needed.';
    const cannotTell = `${path}: whether ${name} made the second run cannot be told. ${why}`;
    yield { cannotTell, path };
    return;
  }
  const email = textAt(personNamed(corpus, by)?.data ?? {}, 'email')?.toLowerCase();
  if (first.author === email) return;
  const args = { author: first.author, name };
  yield { messageId: 'otherHands', path, position: field(['reproduced_ref']), args } as const;
}

import { type Entry, entriesOf } from '../../graph/corpus.ts';
import { numberAt } from '../../graph/fields.ts';
import { field } from '../../problems/problem.ts';
import { type DrillFacts, drillsOf, drillTrouble, logOf } from '../facts/drills.ts';
import { nameOf } from '../facts/people.ts';
import { tierOf } from '../facts/tiers.ts';
import { defineStandardRule, type StandardContext } from '../rule.ts';

export const rbk06 = defineStandardRule({
  id: 'RBK-06',
  title: 'Runbooks are drilled by the customer alone',
  statement:
    'Every tier 1 runbook, and half of tier 2 from 60 days before the exit and all of them from 30 days before it, has a drill within 90 days: carried out by somebody of the customer with nobody of the vendor taking part, passed, within the stated minutes, on the present text, with a log of its own.',
  why: 'A runbook that only its author has carried out is a note to himself. After the exit day nobody is there to say which step he left out.',
  sources: [
    { source: 'hipaa-164.308', clause: '(a)(7)(ii)(D)' },
    { source: 'dora' },
    { source: 'nist-800-34', clause: '§3.5' },
    { source: 'engagement' },
  ],
  appliesTo: ['runbook', 'drill'],
  stages: [{ from: '-60', severity: 'error' }],
  waivable: 'until-exit',
  satisfy: [
    'Give the runbook `target_minutes`, then have somebody of the customer carry it out with nobody of the vendor in the room.',
    'Record it with the `drill` command, with the log. The command writes the digests of the text and of the log.',
    'After an edit of the runbook, drill it again: the digests of a record stay as they were first committed.',
  ],
  limits:
    'That the person understood what they did, and that the log is genuine: only that it is there, is not used twice and has not changed.',
  messages: {
    none: {
      message: 'Nobody has drilled it in the 90 days before {asOf}: {last}.',
      fix: 'Have somebody of the customer carry it out alone, and record it: npm run handbook -- drill {runbook} --by PERSON --started … --finished … --result pass --log FILE',
    },
    noneOfTier2: {
      message: 'Nobody has drilled it in the 90 days before {asOf}: {last}.',
      fix: 'Have somebody of the customer carry it out alone, and record it: npm run handbook -- drill {runbook} --by PERSON --started … --finished … --result pass --log FILE',
      from: '-30',
    },
    half: {
      message: 'Of {all} runbooks of tier 2 only {drilled} are drilled, and half must be.',
      fix: 'Drill this one next, then as many more as are missing to half.',
    },
    noTarget: {
      message: 'It states no `target_minutes`, so no drill can meet it.',
      fix: 'Write: target_minutes: the minutes in which a trained person restores service.',
    },
    otherDay: {
      message: 'Its clock began at {started}, which is not its day, {on}.',
      fix: 'Write the day and the moments that the log has, `started_at:` and `finished_at:` in UTC.',
    },
    logChanged: {
      message: 'Its log {log} is not the one that was recorded: the digest differs.',
      fix: 'Put the log back as it was (git log shows the change). If this is the right one, write: log_digest: {digest}',
    },
    logReused: {
      message: 'Its log is the log of {other} as well.',
      fix: 'Record each drill with its own log, or take out the one that did not happen.',
    },
  },
  examples: {
    ok: {
      path: 'runbooks/queue-stalled.mdx',
      text: 'target_minutes: 30\n',
    },
    notOk: {
      path: 'runbooks/queue-stalled.mdx',
      text: 'target_minutes: 5\n',
    },
  },
  *check(context) {
    const { corpus } = context;
    const drills = drillsOf(context);
    yield* reusedLogs(drills, context);
    for (const drill of drills) {
      yield* otherDay(drill);
      yield* changedLog(drill, context);
    }
    const tier2: { entry: Entry; good: boolean }[] = [];
    for (const entry of entriesOf(corpus, 'runbook')) {
      const tier = tierOf(entry, corpus);
      if (tier === null || tier > 2) continue;
      const own = drills.filter(({ runbook }) => `runbooks/${runbook}` === entry.id);
      const good = own.find((drill) => drillTrouble(drill, entry, context) === null);
      if (tier === 2) tier2.push({ entry, good: good !== undefined });
      if (good) yield passing(good, context);
      else yield missing(entry, own[0], tier, context);
    }
    yield* half(tier2);
  },
});

const passing = ({ entry, minutes, executor }: DrillFacts, { corpus }: StandardContext) => ({
  evidence: `drilled in ${Math.round(minutes ?? 0)} minutes by ${nameOf(corpus, executor)} with nobody of the vendor`,
  path: entry.path,
});

function missing(
  entry: Entry,
  last: DrillFacts | undefined,
  tier: number,
  context: StandardContext,
) {
  const at = { path: entry.path, position: field(['title']) };
  if (numberAt(entry.data, 'target_minutes') === null)
    return { messageId: 'noTarget', ...at } as const;
  const why = last
    ? `the drill of ${last.on} ${drillTrouble(last, entry, context)}`
    : 'there is no drill';
  return {
    messageId: tier === 1 ? 'none' : 'noneOfTier2',
    ...at,
    args: { asOf: context.asOf, last: why, runbook: entry.id },
  } as const;
}

function* otherDay({ entry: { path, data }, on, isOtherDay }: DrillFacts) {
  if (!isOtherDay) return;
  const args = { started: String(data['started_at']), on };
  yield { messageId: 'otherDay', path, position: field(['started_at']), args } as const;
}

function* changedLog(drill: DrillFacts, context: StandardContext) {
  const log = logOf(drill, context);
  if (log === null || log.actual === null || log.recorded === log.actual) return;
  const { path } = drill.entry;
  const args = { log: log.path, digest: log.actual };
  yield { messageId: 'logChanged', path, position: field(['log_digest']), args } as const;
}

function* reusedLogs(drills: readonly DrillFacts[], context: StandardContext) {
  const byLog = Map.groupBy(drills, (drill) => logOf(drill, context)?.actual ?? null);
  for (const [digest, same] of byLog) {
    const [first, ...others] = same.toSorted((a, b) => (a.entry.id < b.entry.id ? -1 : 1));
    if (digest === null || !first) continue;
    for (const { entry } of others) {
      const args = { other: first.entry.id };
      yield {
        messageId: 'logReused',
        path: entry.path,
        position: field(['log_ref']),
        args,
      } as const;
    }
  }
}

function* half(tier2: readonly { entry: Entry; good: boolean }[]) {
  const drilled = tier2.filter(({ good }) => good).length;
  const next = tier2.find(({ good }) => !good);
  if (!next || drilled * 2 >= tier2.length) return;
  yield {
    messageId: 'half',
    path: next.entry.path,
    position: field(['title']),
    args: { all: tier2.length, drilled },
  } as const;
}

import { type Entry, engagementData } from '../../graph/corpus.ts';
import { daysBetween, isDay } from '../../graph/days.ts';
import { textAt } from '../../graph/fields.ts';
import { field, wholeFile } from '../../problems/problem.ts';
import { chartersOf } from '../facts/charters.ts';
import { exitDayOf } from '../facts/exit-day.ts';
import { planOutcomes } from '../facts/exit-plans.ts';
import { isPlaceholder } from '../facts/words.ts';
import { defineStandardRule, type StandardContext } from '../rule.ts';

export const eng01 = defineStandardRule({
  id: 'ENG-01',
  title: 'The engagement begins with its end',
  statement:
    'One charter is in force. It names the master agreement, the statement of work, the quarter, the kickoff and the exit day; the exit day moves only with a record. An exit plan is outlined at kickoff, complete within 90 days of it, and reviewed each quarter.',
  why: 'An exit that nobody wrote down at the start is negotiated at the end, when one side knows the systems and the other depends on them. A day that moves without a word moves again.',
  sources: [
    { source: 'engagement', clause: 'the exit ramp is written into the engagement at the start' },
    { source: 'uk-exit-schedule', clause: 'exit plan within three months, reviewed yearly' },
  ],
  appliesTo: ['engagement-charter', 'exit-plan'],
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'no',
  satisfy: [
    'Write the charter and set it to `status: current` when both sides have signed; retire the one before.',
    'Name the contract numbers, the quarter and both days in it; the days are those of engagement.yaml.',
    'Outline the exit plan in the first month, finish it within 90 days, and review it each quarter with the `review` command.',
    'To move the exit day, change engagement.yaml and the charter, and name the new day under "Changes to this charter".',
  ],
  limits:
    'That the contract exists and says the same, and that a plan which is complete would work.',
  messages: {
    noCharter: {
      message: 'No charter is in force, so nobody can look up what was agreed.',
      fix: 'Add one: npm run handbook -- new engagement-charter "Engagement charter". Once both sides have signed it, write: status: current',
    },
    draft: {
      message: 'It is the only charter, and its status is {status}: nobody has put it in force.',
      fix: 'Once both sides have signed it, write: status: current',
    },
    second: {
      message: 'It is in force beside {other}: which of the two counts?',
      fix: 'If the newer one replaces it, write here: status: retired',
    },
    missing: {
      message: 'It does not say {what}.',
      fix: 'Write: {name}: {example}',
    },
    noDates: {
      message: '`{name}` is no day, and every gate is counted from it.',
      fix: 'Write: {name}: YYYY-MM-DD, the day of the contract.',
    },
    backwards: {
      message: 'The exit day {exit} does not come after the kickoff on {kickoff}.',
      fix: 'Correct exit_on or kickoff_on: both stand in the charter.',
    },
    disagrees: {
      message: '`{name}` is {found} here and {expected} in engagement.yaml.',
      fix: 'Find out which day was signed, and write it in both. A day that was moved also stands under "Changes to this charter".',
    },
    moved: {
      message: 'The exit day was {before} and is {exit} now, and nothing says who agreed to that.',
      fix: 'Write under "Changes to this charter": The exit day moves from {before} to {exit}, by annex N of DAY, signed by NAME and NAME.',
    },
    beforeKickoff: {
      message: 'The handbook is judged as of {asOf}, before its kickoff on {kickoff}.',
      fix: 'Correct kickoff_on, or take out as_of, which pins the day.',
    },
    afterExit: {
      message:
        'The handbook is judged as of {asOf}, {days} days after the exit day {exit}: no gate is ahead any more.',
      fix: 'If the engagement goes on, agree on a new exit_on. If it has ended, pin the copy that was signed: as_of: {exit}',
      severity: 'warning',
    },
    noPlan: {
      message: 'There is no exit plan, not even an outline.',
      fix: 'Add one while everybody is friendly: npm run handbook -- new exit-plan "Exit plan"',
    },
    lateOutline: {
      message: 'It was first written on {created}, {days} days after kickoff.',
      fix: 'Nothing can change that now. Tell the sponsor which gate is short of time because of it.',
      severity: 'warning',
    },
    planDraft: {
      message: 'It is a draft, {days} days after kickoff; it had to be complete after 90.',
      fix: 'Write what is missing, walk through it with both exit leads, then write: status: current',
    },
    planSection: {
      message: 'The plan had to be complete by {by}, and "{title}" says nothing yet.',
      fix: 'Write it. The template asks for {hint}',
    },
    planUnreviewed: {
      message: 'Nobody has reviewed it in the quarter before {day}: {last}.',
      fix: 'Walk through it with both exit leads, then record it: npm run handbook -- review {id} --by PERSON',
    },
    planStamp: {
      message: 'Its review proves nothing: {why}.',
      fix: 'Review it again and let the command write the stamp: npm run handbook -- review {id} --by PERSON',
    },
    planChanged: {
      message: 'It was changed after its review of {on}.',
      fix: 'Review what changed: npm run handbook -- review {id} --by PERSON',
      severity: 'warning',
    },
  },
  examples: {
    ok: { path: 'charters/brookside-2026.mdx', text: 'msa_ref: MSA-2026-11\n' },
    notOk: { path: 'charters/brookside-2026.mdx', text: 'msa_ref: TBD\n' },
  },
  *check(context) {
    const { kickoffOn, exitOn } = context;
    yield* clock(context);
    yield* charterInForce(context);
    for (const charter of chartersOf(context.corpus)) yield* terms(charter, context);
    if (kickoffOn !== null && exitOn !== null && kickoffOn < exitOn)
      yield* exitDay(context, kickoffOn, exitOn);
    yield* planOutcomes(context);
  },
});

function* clock({ corpus, asOf, kickoffOn, exitOn }: StandardContext) {
  const at = (name: string) => ({ path: 'engagement.yaml', position: field([name]) });
  const data = engagementData(corpus);
  for (const name of ['kickoff_on', 'exit_on'])
    if (!isDay(data[name])) yield { messageId: 'noDates', ...at(name), args: { name } } as const;
  if (kickoffOn !== null && asOf < kickoffOn) {
    const args = { asOf, kickoff: kickoffOn };
    yield { messageId: 'beforeKickoff', ...at('kickoff_on'), args } as const;
  }
  if (exitOn === null) return;
  if (kickoffOn !== null && exitOn <= kickoffOn) {
    const args = { exit: exitOn, kickoff: kickoffOn };
    yield { messageId: 'backwards', ...at('exit_on'), args } as const;
  } else if (asOf > exitOn) {
    const args = { asOf, exit: exitOn, days: daysBetween(exitOn, asOf) };
    yield { messageId: 'afterExit', ...at('exit_on'), args } as const;
  }
}

function* charterInForce({ corpus }: StandardContext) {
  const [charter, ...others] = chartersOf(corpus);
  for (const { path } of others) {
    const args = { other: charter?.id ?? '' };
    yield { messageId: 'second', path, position: field(['status']), args } as const;
  }
  if (!charter)
    yield { messageId: 'noCharter', path: 'engagement.yaml', position: wholeFile } as const;
  else if (charter.data['status'] !== 'current') {
    const args = { status: textAt(charter.data, 'status') ?? 'unknown' };
    yield { messageId: 'draft', path: charter.path, position: field(['status']), args } as const;
  }
}

const TERMS = {
  msa_ref: ['which master services agreement it belongs to', 'MSA-NUMBER'],
  sow_ref: ['which statement of work it belongs to', 'SOW-NUMBER'],
  quarter: ['which quarter it covers', 'YYYY-QN'],
  kickoff_on: ['on which day the engagement began', 'YYYY-MM-DD'],
  exit_on: ['on which day the engagement ends', 'YYYY-MM-DD'],
} as const;

function* terms({ path, data }: Entry, { corpus }: StandardContext) {
  const engagement = engagementData(corpus);
  let complete = true;
  for (const [name, [what, example]] of Object.entries(TERMS)) {
    const at = { path, position: field([name]) };
    const found = data[name];
    const expected = engagement[name];
    if (!isTerm(name, found)) {
      complete = false;
      yield { messageId: 'missing', ...at, args: { what, name, example } } as const;
    } else if (isDay(found) && isDay(expected) && found !== expected) {
      complete = false;
      yield { messageId: 'disagrees', ...at, args: { name, found, expected } } as const;
    }
  }
  if (complete)
    yield {
      evidence: `the charter names ${data['msa_ref']}, ${data['sow_ref']} and both days`,
      path,
    };
}

function isTerm(name: string, value: unknown): boolean {
  if (name.endsWith('_on')) return isDay(value);
  if (typeof value !== 'string') return false;
  return name === 'quarter' ? /^\d{4}-Q[1-4]$/.test(value) : !isPlaceholder(value);
}

function* exitDay(context: StandardContext, kickoff: string, exit: string) {
  const found = exitDayOf(context, kickoff, exit);
  if (found.state === 'moved') {
    const args = { before: found.before, exit };
    const position = field(['exit_on']);
    yield { messageId: 'moved', path: 'engagement.yaml', position, args } as const;
  } else if (found.state === 'unknown') {
    const cannotTell = `Whether the exit day was moved since kickoff cannot be told. ${found.why} Name the day under "Changes to this charter": The exit day is ${exit} and has not moved; or when it moved, and who signed.`;
    yield { cannotTell, path: 'engagement.yaml' };
  } else yield { evidence: found.words, ...(found.path ? { path: found.path } : {}) };
}

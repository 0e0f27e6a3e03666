import type { Entry } from '../../graph/corpus.ts';
import { addDays, isDay, isoWeekOf } from '../../graph/days.ts';
import { entryAt, textAt } from '../../graph/fields.ts';
import { field, wholeFile } from '../../problems/problem.ts';
import { sponsorOf } from '../facts/people.ts';
import {
  eventsByWeek,
  metricsOf,
  runInWords,
  signatureTrouble,
  type Week,
  weeksOf,
} from '../facts/summaries.ts';
import { mondayOf, mondayOfWeek, mondaysBetween } from '../facts/weeks.ts';
import { defineStandardRule, type StandardContext } from '../rule.ts';

export const eng04 = defineStandardRule({
  id: 'ENG-04',
  title: 'Each week has a summary that the sponsor signed',
  statement:
    'Each ISO week from kickoff on has one summary. The sponsor signs its present text within 7 days of its Sunday. It states a metric of the operator with value, source and value of the week before, and links the decisions, evaluations and postmortems of the week.',
  why: 'A sponsor who reads three minutes each week knows before the exit whether it will hold. Weeks that are filled in later say what everybody remembers, and that is the good part.',
  sources: [
    { source: 'engagement', clause: 'the weekly summary that the executive sponsor signs' },
    { source: 'engagement', clause: 'metrics that the operator already reads' },
  ],
  appliesTo: ['weekly-summary', 'adr', 'eval-report', 'postmortem'],
  stages: [
    { from: 'K', severity: 'warning' },
    { from: '-30', severity: 'error' },
  ],
  waivable: 'yes',
  satisfy: [
    'Write it on Friday, also in a week with nothing to tell, with a metric of engagement.yaml as it was read that week.',
    'Link what was decided, evaluated and broken under `decisions`, `evals` and `incidents`.',
    'Have the sponsor sign it within 7 days of the Sunday. An edit voids the signature.',
    'A week that was left out stays missing: record a waiver that says why, do not invent it.',
  ],
  limits: 'That the sponsor read it, and that the number is the one in the report.',
  messages: {
    missing: {
      message: 'There is no summary of {weeks} ({count}).',
      fix: 'If it was written elsewhere, add it with its date and signature. Else have the sponsor sign a waiver for ENG-04 that says why.',
    },
    noWeek: {
      message: 'It does not say which week it is about: {found} is no ISO week.',
      fix: 'Write: iso_week: YYYY-WNN, the week of its Monday.',
    },
    twice: {
      message: 'It is the second summary of {week}, after {other}.',
      fix: 'Keep one, and move what is only in the other.',
    },
    ahead: {
      message: 'It is about {week}, which has not begun on {asOf}.',
      fix: 'Correct iso_week, or write the summary when the week is over.',
    },
    signature: {
      message: 'The sponsor did not sign this text in time: {why}.',
      fix: 'Have it signed as it is: signed: { by: {sponsor}, on: DAY, hash: {hash} }. If the last day has passed, have a waiver signed that says why; do not date it back.',
    },
    late: {
      message: 'It was written on {created}, after the week could be signed ({signBy}).',
      fix: 'Leave the day as it is, and have the sponsor sign a waiver that says why it was late.',
    },
    noMetric: {
      message: 'It states no metric of the operator in full: {why}.',
      fix: 'Write under `metrics`: id, value, previous and source, of a metric of engagement.yaml.',
    },
    copied: {
      message: '{id} has the value and the previous value of {week}: {value} after {previous}.',
      fix: 'Read the number of this week in its report. `previous` is the value that {week} states.',
    },
    previous: {
      message: '{id} was {previous} the week before by this page, and {value} by {week}.',
      fix: 'Write: previous: {value}. If {week} was wrong, say so under "Metric".',
    },
    unlinked: {
      message: 'It does not link what happened in its week: {ids}.',
      fix: 'Add them: decisions under `decisions`, runs under `evals`, postmortems under `incidents`.',
    },
  },
  examples: {
    ok: {
      path: 'weekly-summaries/2026-w40.mdx',
      text: 'metrics:\n  - { id: same-day-faxes, value: 97.1, previous: 96.0, source: Fax room report of 2 October }\n',
    },
    notOk: {
      path: 'weekly-summaries/2026-w39.mdx',
      text: 'metrics:\n  - { id: same-day-faxes, value: 96.0, previous: 94.5 }\n',
    },
  },
  *check(context) {
    const { corpus, asOf, kickoffOn, exitOn } = context;
    yield* unnamed(context);
    const weeks = weeksOf(corpus);
    const first = kickoffOn === null ? (weeks[0]?.monday ?? asOf) : mondayOf(kickoffOn);
    const until = exitOn !== null && exitOn < asOf ? exitOn : asOf;
    const over = mondaysBetween(first, until).filter((monday) => addDays(monday, 6) < asOf);
    yield* missing(over, new Set(weeks.map(({ monday }) => monday)));
    const events = eventsByWeek(context);
    let good = 0;
    for (const [index, week] of weeks.entries()) {
      if (week.monday > asOf) {
        yield {
          messageId: 'ahead',
          ...at(week, 'iso_week'),
          args: { week: isoWeekOf(week.monday), asOf },
        };
        continue;
      }
      if (addDays(week.monday, 6) >= asOf) continue;
      const found = [...judge(week, weeks[index - 1], events.get(week.monday) ?? [], context)];
      yield* found;
      if (found.length === 0 && asOf > week.signBy) good++;
    }
    if (good > 0)
      yield {
        evidence: `${good} of ${over.length} weeks have a summary that the sponsor signed in time`,
      };
  },
});

const at = ({ entry }: Pick<Week, 'entry'>, name: string) => ({
  path: entry.path,
  position: field([name]),
});

function* unnamed({ corpus }: StandardContext) {
  for (const entry of corpus.entries) {
    if (entry.type.name !== 'weekly-summary' || !entry.readable) continue;
    const week = entry.data['iso_week'];
    if (mondayOfWeek(week) === null)
      yield {
        messageId: 'noWeek',
        ...at({ entry }, 'iso_week'),
        args: { found: String(week) },
      } as const;
  }
}

/** One finding for each run of weeks without a summary. */
function* missing(over: readonly string[], written: ReadonlySet<string>) {
  const runs: string[][] = [];
  for (const [index, monday] of over.entries()) {
    if (written.has(monday)) continue;
    const before = over[index - 1];
    if (before === undefined || written.has(before)) runs.push([]);
    runs.at(-1)?.push(monday);
  }
  for (const run of runs) {
    const count = run.length === 1 ? 'one week' : `${run.length} weeks`;
    const args = { weeks: runInWords(run), count };
    yield { messageId: 'missing', path: 'engagement.yaml', position: wholeFile, args } as const;
  }
}

function* judge(
  week: Week,
  before: Week | undefined,
  events: readonly Entry[],
  context: StandardContext,
) {
  const { entry, monday, signBy } = week;
  const { asOf, graph, corpus, hashOf } = context;
  if (before?.monday === monday) {
    const args = { week: isoWeekOf(monday), other: before.entry.id };
    yield { messageId: 'twice', ...at(week, 'iso_week'), args } as const;
    return;
  }
  const { created } = entry.data;
  const why =
    asOf > signBy || textAt(entry.data, 'signed.by') !== null
      ? signatureTrouble(week, context)
      : null;
  if (isDay(created) && created > signBy)
    yield { messageId: 'late', ...at(week, 'created'), args: { created, signBy } } as const;
  else if (why !== null) {
    const args = { why, sponsor: sponsorOf(corpus) ?? 'SPONSOR', hash: hashOf(entry) };
    yield { messageId: 'signature', ...at(week, 'signed'), args } as const;
  }
  yield* metrics(week, before, context);
  const linked = new Set(graph.outgoing(entry).map(({ to }) => to));
  const isLinked = (event: Entry) =>
    linked.has(event) ||
    linked.has(entryAt(event.data, 'incident_id', 'incidents', corpus) ?? event);
  const ids = events.filter((event) => !isLinked(event)).map(({ id }) => id);
  if (ids.length > 0)
    yield {
      messageId: 'unlinked',
      ...at(week, 'iso_week'),
      args: { ids: ids.join(', ') },
    } as const;
}

function* metrics(week: Week, before: Week | undefined, { corpus, kickoffOn }: StandardContext) {
  const stated = metricsOf(week.entry, corpus);
  const isFirst = before === undefined && kickoffOn !== null && week.monday === mondayOf(kickoffOn);
  const full = stated.filter(
    ({ previous, source }) => source !== null && (isFirst || Number.isFinite(previous)),
  );
  if (full.length === 0) {
    const why =
      stated.length === 0
        ? 'none of engagement.yaml has a number'
        : 'source or previous value is missing';
    yield { messageId: 'noMetric', ...at(week, 'metrics'), args: { why } } as const;
  }
  if (!before) return;
  const isNext = addDays(before.monday, 7) === week.monday;
  const last = new Map(metricsOf(before.entry, corpus).map((metric) => [metric.id, metric]));
  for (const { id, value, previous } of stated) {
    const old = last.get(id);
    if (!old || previous === null || previous === old.value) continue;
    const args = { id, previous, week: isoWeekOf(before.monday) };
    if (value === old.value && previous === old.previous)
      yield { messageId: 'copied', ...at(week, 'metrics'), args: { ...args, value } } as const;
    else if (isNext)
      yield {
        messageId: 'previous',
        ...at(week, 'metrics'),
        args: { ...args, value: old.value },
      } as const;
  }
}

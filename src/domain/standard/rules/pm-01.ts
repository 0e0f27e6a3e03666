import { type Entry, entriesOf, slugOf } from '../../graph/corpus.ts';
import { isDay } from '../../graph/days.ts';
import { numberAt, rowsAt, textAt } from '../../graph/fields.ts';
import { at, field, wholeFile } from '../../problems/problem.ts';
import { firstCommit, noWitness } from '../facts/history.ts';
import { isSaid, isWritten } from '../facts/said.ts';
import { type BodySection, sectionNamed, sectionsIn, wordsOf } from '../facts/sections.ts';
import {
  addWorkingDays,
  isSameMinute,
  momentOf,
  momentsIn,
  statedDurations,
} from '../facts/timelines.ts';
import { defineStandardRule, type StandardContext } from '../rule.ts';

/** Working days after the day of the incident. */
const DEADLINE = 5;

export const pm01 = defineStandardRule({
  id: 'PM-01',
  title: 'Each serious incident has a postmortem whose times agree',
  statement:
    'Each incident of severity 1 or 2 in the register has a postmortem within five working days, with all sections written, harm in numbers, a timeline in order and in UTC, and times of start, detection, mitigation and resolution that stand in that timeline.',
  why: 'What is not written in the first week is remembered wrongly. And a time to detect that nobody can find in the timeline hides how long patients waited before anybody knew.',
  sources: [
    { source: 'pagerduty', clause: 'postmortem within five business days' },
    { source: 'sre', clause: 'postmortem template' },
    { source: 'hipaa-164.308', clause: '(a)(6)(ii)' },
    { source: 'soc-2', clause: 'CC7.4 and CC7.5' },
  ],
  appliesTo: ['postmortem', 'incident'],
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'yes',
  satisfy: [
    'Begin the postmortem on the day after: `npm run handbook -- new postmortem "TITLE" --incident-id ID`.',
    'Write `started_at`, `detected_at`, `mitigated_at` and `resolved_at` as they stand in the timeline. Durations are computed from them.',
    'Write at least one row under `impact`, with a number and where it was counted.',
  ],
  limits:
    'Public holidays are not known. That an incident is in the register at all, nobody but those who were there can tell.',
  messages: {
    missing: {
      message: 'It is of severity {severity}, and has no postmortem; one was due by {due}.',
      fix: 'Write it: npm run handbook -- new postmortem "TITLE" --incident-id {incident}',
    },
    late: {
      message: 'It was written on {on}; it was due by {due}, five working days after the incident.',
      fix: 'A day that is gone does not come back: ask the sponsor for a waiver that says what was done so that the next one is in time.',
    },
    undated: {
      message: 'Nothing says when it was written.',
      fix: 'Write: created: the day it was first written',
    },
    unregistered: {
      message: 'It names no incident of the register.',
      fix: 'Add incidents/{incident}.yaml if it is not there, and write: incident_id: {incident}',
    },
    register: {
      message: 'The register says {name}: {there}, and this page says {here}.',
      fix: 'Find out which is right, and write it in both.',
    },
    sections: {
      message: 'It does not say anything yet under {titles}.',
      fix: 'Write those sections; where there is nothing to say, write why.',
    },
    impact: {
      message: 'It does not say in numbers who was harmed and how.',
      fix: 'Write under impact: measure, value and source, such as 38 visits booked twice.',
    },
    time: {
      message: 'It does not say {what}.',
      fix: 'Write: {name}: YYYY-MM-DDThh:mm:ssZ, in UTC',
    },
    order: {
      message: '{name} lies before {before}.',
      fix: 'Correct the one that is wrong; both must stand in the timeline.',
    },
    noTimeline: {
      message: 'It has no timeline with times.',
      fix: 'Write under "Timeline" one line for each event: - **11:04** What happened',
    },
    disorder: {
      message: 'In the timeline {words} stands after a later time.',
      fix: 'Move the line, or write its day before the time: 2026-06-18 00:10',
    },
    absent: {
      message: '{name} is {value}, and the timeline has no entry at that minute.',
      fix: 'Write the time that stands in the timeline, or add the line that is missing there.',
    },
    duration: {
      message: 'It says "{words}", and by its times it is {minutes} minutes.',
      fix: 'Take the duration out, since pages compute it, or correct it.',
    },
  },
  examples: {
    ok: { path: 'postmortems/2026-06-17-faxes-late.mdx', text: 'created: 2026-06-19\n' },
    notOk: {
      path: 'postmortems/2026-06-17-faxes-late.mdx',
      text: 'detected_at: 2026-06-17T12:40:00Z\n',
    },
  },
  *check(context) {
    const { corpus, asOf } = context;
    const postmortems = entriesOf(corpus, 'postmortem').filter(({ readable }) => readable);
    const byIncident = new Map(postmortems.map((one) => [textAt(one.data, 'incident_id'), one]));
    for (const incident of entriesOf(corpus, 'incident').filter(isSerious)) {
      const day = textAt(incident.data, 'started_at')?.slice(0, 10) ?? '';
      const due = isDay(day) ? addWorkingDays(day, DEADLINE) : asOf;
      const postmortem = byIncident.get(slugOf(incident));
      if (!postmortem && due < asOf) {
        const args = {
          severity: numberAt(incident.data, 'severity') ?? '',
          due,
          incident: slugOf(incident),
        };
        yield { messageId: 'missing', path: incident.path, position: field(['severity']), args };
      }
      if (!postmortem || due >= asOf) continue;
      const findings = [
        ...inTime(postmortem, due, context),
        ...register(postmortem, incident),
        ...content(postmortem, context),
      ];
      yield* findings;
      const evidence = `${incident.id} has a postmortem whose times stand in its timeline`;
      if (findings.length === 0) yield { evidence, path: postmortem.path };
    }
    for (const postmortem of postmortems.filter(isSerious)) {
      const incident = textAt(postmortem.data, 'incident_id');
      if (incident !== null && corpus.byId.has(`incidents/${incident}`)) continue;
      const args = { incident: incident ?? slugOf(postmortem) };
      const position = field([incident === null ? 'severity' : 'incident_id']);
      yield { messageId: 'unregistered', path: postmortem.path, position, args };
    }
  },
});

const isSerious = ({ readable, data }: Entry): boolean =>
  readable && (data['severity'] === 1 || data['severity'] === 2);

/** When it was written: git where it saw that time, else the page itself. */
function* inTime({ path, data }: Entry, due: string, context: StandardContext) {
  const created = isDay(data['created']) ? data['created'] : null;
  const committed = noWitness(context, due) === null ? firstCommit(context, path)?.on : undefined;
  const on = committed ?? created;
  if (on === null) yield { messageId: 'undated', path, position: field(['created']) } as const;
  else if (on > due)
    yield { messageId: 'late', path, position: field(['created']), args: { on, due } } as const;
}

function* register({ path, data }: Entry, incident: Entry) {
  for (const name of ['severity', 'started_at']) {
    const [there, here] = [incident.data[name], data[name]];
    const args = { name, there: String(there), here: String(here) };
    if (there !== here)
      yield { messageId: 'register', path, position: field([name]), args } as const;
  }
}

function* content(entry: Entry, { treeOf }: StandardContext) {
  const { path, data, type } = entry;
  const sections = sectionsIn(treeOf(entry));
  const silent = type.sections.filter(({ title }) => {
    const section = sectionNamed(sections, title);
    return section === null || !isWritten(wordsOf(section));
  });
  const titles = silent.map(({ title }) => `"${title}"`).join(', ');
  if (titles !== '')
    yield { messageId: 'sections', path, position: wholeFile, args: { titles } } as const;
  const counted = rowsAt(data, 'impact').some(
    ({ measure, value }) => isSaid(measure) && typeof value === 'number' && Number.isFinite(value),
  );
  if (!counted) yield { messageId: 'impact', path, position: field(['impact']) } as const;
  yield* times(entry, sections);
}

const fields = [
  ['started_at', 'when the first user was hit'],
  ['detected_at', 'when somebody noticed'],
  ['mitigated_at', 'when users could work again'],
  ['resolved_at', 'when nothing was left to repair'],
] as const;

function* times({ path, data }: Entry, sections: readonly BodySection[]) {
  const timeline = sectionNamed(sections, 'Timeline');
  const moments = timeline ? momentsIn(timeline, String(data['started_at']).slice(0, 10)) : [];
  if (moments.length < 2)
    yield { messageId: 'noTimeline', path, position: timeline ? at(timeline) : wholeFile } as const;
  for (const [index, moment] of moments.entries()) {
    const args = { words: moment.words };
    if (moment.at < (moments[index - 1]?.at ?? moment.at))
      yield { messageId: 'disorder', path, position: at(moment), args } as const;
  }
  let before: string | null = null;
  for (const [name, what] of fields) {
    const position = field([name]);
    const value = momentOf(data[name]);
    const earlier = before === null ? null : momentOf(data[before]);
    if (value === null) yield { messageId: 'time', path, position, args: { what, name } } as const;
    else if (earlier !== null && value < earlier)
      yield { messageId: 'order', path, position, args: { name, before: before ?? '' } } as const;
    else if (moments.length > 1 && !moments.some((moment) => isSameMinute(moment.at, value)))
      yield {
        messageId: 'absent',
        path,
        position,
        args: { name, value: String(data[name]) },
      } as const;
    if (value !== null) before = name;
  }
  yield* durations({ path, data }, sections);
}

function* durations(
  { path, data }: Pick<Entry, 'path' | 'data'>,
  sections: readonly BodySection[],
) {
  const start = momentOf(data['started_at']);
  for (const section of sections) {
    for (const { what, minutes, words } of statedDurations(wordsOf(section))) {
      const end = momentOf(data[`${what.replace(/e$/, '')}ed_at`]);
      if (start === null || end === null) continue;
      const real = Math.round((end - start) / 60_000);
      const args = { words, minutes: real };
      if (Math.abs(real - minutes) > 1)
        yield { messageId: 'duration', path, position: at(section), args } as const;
    }
  }
}

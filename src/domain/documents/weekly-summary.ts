import { z } from 'zod';
import { defineType } from './define.ts';
import {
  block,
  date,
  digest,
  documentFields,
  lifecycle,
  list,
  number,
  ref,
  refs,
  text,
  vocabulary,
} from './fields.ts';

export const weeklySummary = defineType({
  name: 'weekly-summary',
  folder: 'weekly-summaries',
  label: 'Week',
  plural: 'Weeks',
  section: 'engage',
  purpose:
    'Each Friday: what changed, what it did to the metric, and what is asked of the sponsor, who signs it.',
  guide: {
    when: 'Write one each Friday, also in a week with nothing to tell. The sponsor reads it in three minutes and signs it; twelve of them are the story of a quarter.',
    not: [
      { what: 'The story of one failure', instead: 'postmortem' },
      { what: 'A question that needs an answer from leadership', instead: 'founder-memo' },
    ],
    titles: {
      rule: 'The week, then the one thing that it was about.',
      good: [
        'Week 36: reminders run without us for the first time',
        'Week 37: faxes late on Tuesday',
      ],
      bad: 'Weekly status report',
      why: 'In the list fifty of them look the same.',
    },
    advice: [
      'A bad number comes first, with its likely reason and how you will know.',
      'An ask names a person, a thing and a day.',
      'One page. Everything else is a link.',
    ],
  },
  format: 'mdx',
  columns: ['iso_week', 'decisions', 'incidents', 'evals', 'owner', 'status'],
  start: { status: 'draft' },
  schema: z.strictObject({
    ...documentFields(lifecycle),
    iso_week: z
      .string()
      .regex(/^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/, 'must be an ISO week, such as 2026-W36')
      .meta({ description: 'The ISO week that it covers, such as `2026-W36`.' }),
    metrics: list(
      block(
        {
          id: vocabulary('metrics', 'A metric named in engagement.yaml.'),
          value: number('The value of this week.'),
          previous: number('The value of the week before.').optional(),
          source: text('The report or query that the value was read from.').optional(),
        },
        'One metric.',
      ),
      'The metrics of the operator, as read this week.',
    ).optional(),
    shipped: list(text('A change that users or operators notice.'), 'What went live.').optional(),
    decisions: refs(
      ['adr', 'founder-memo'],
      'Decided',
      'Reported in',
      'Decisions and memos of the week, such as `adrs/0004-one-interface-engine`.',
    ).optional(),
    incidents: refs(
      ['incident', 'postmortem'],
      'Incidents',
      'Reported in',
      'Incidents and postmortems of the week, such as `incidents/2026-09-01-feed`.',
    ).optional(),
    evals: refs(
      'eval-report',
      'Evaluated',
      'Reported in',
      'Evaluation runs of the week.',
    ).optional(),
    risks: list(text('A risk, and since when.'), 'What may go wrong next.').optional(),
    next: list(text('A piece of work, and whose.'), 'What comes next week.').optional(),
    signed: block(
      {
        by: ref('person', 'Signed by', 'Signed', 'The sponsor.'),
        on: date('The day of the signature.'),
        hash: digest('Digest of the text that was signed; an edit voids it.'),
      },
      'The signature of the sponsor.',
    ).optional(),
  }),
  sections: [
    {
      title: 'What changed',
      start:
        'To write: what staff can do since this week that they could not before, and what was taken away.',
    },
    {
      title: 'Metric',
      start:
        'To write: the value, the value of last week, and the most likely reason for the difference, even when it is bad.',
    },
    {
      title: 'Decisions',
      start: 'To write: what was decided, by whom, with links; or that nothing was.',
    },
    {
      title: 'Incidents',
      start: 'To write: what broke, for how long, and the postmortem; or that nothing did.',
    },
    {
      title: 'Asks',
      start: 'To write: what only the sponsor can do, by which day, and what waits for it.',
    },
    {
      title: 'Next week',
      start:
        'To write: the two or three things that will be done, and how the sponsor will see that they are.',
    },
  ],
});

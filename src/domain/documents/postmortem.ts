import { z } from 'zod';
import { defineType } from './define.ts';
import {
  block,
  date,
  documentFields,
  list,
  moment,
  number,
  oneOf,
  ref,
  refs,
  severity,
  text,
} from './fields.ts';

export const postmortem = defineType({
  name: 'postmortem',
  folder: 'postmortems',
  label: 'Postmortem',
  plural: 'Postmortems',
  section: 'operate',
  purpose: 'What an incident taught, without blame, within five working days of severity 1 and 2.',
  guide: {
    when: 'Write one within five working days of every incident of severity 1 or 2, and of any other that surprised you. Collect the timeline from logs and chat on the first day; conclusions can wait until everybody involved has read it.',
    not: [
      { what: 'The entry in the register', instead: 'incident' },
      { what: 'The steps that ended it', instead: 'runbook' },
      { what: 'A decision that follows from it', instead: 'adr' },
    ],
    titles: {
      rule: 'Say what failed, and for whom.',
      good: ['Faxes arrived three hours late in all clinics', 'Reminder texts were sent twice'],
      bad: 'Outage caused by human error',
      why: 'It blames and says nothing. People err every day; the page is about why this one got through.',
    },
    advice: [
      'Roles in the text, not names: the question is what made the step look right at the time.',
      'An action has an owner, a day, and a sentence that can be checked. "Improve monitoring" has none of them.',
      'Write down where you were lucky. It is the next incident.',
    ],
  },
  format: 'mdx',
  columns: ['severity', 'started_at', 'systems', 'phi_involved', 'owner', 'status'],
  start: { status: 'draft' },
  schema: z.strictObject({
    ...documentFields(['draft', 'reviewed', 'closed']),
    incident_id: ref(
      'incident',
      'Incident',
      'Postmortem',
      'The entry in the incident register.',
    ).optional(),
    severity,
    started_at: moment('When the first user was hit, in UTC.'),
    detected_at: moment('When somebody or something noticed, in UTC.').optional(),
    mitigated_at: moment('When users could work again, in UTC.').optional(),
    resolved_at: moment('When nothing was left to repair or reconcile, in UTC.').optional(),
    systems: refs(
      'system',
      'Systems hit',
      'Postmortems',
      'The systems that failed or were hit.',
    ).min(1),
    runbooks_used: refs(
      'runbook',
      'Runbooks used',
      'Used in',
      'The runbooks that were opened, or written because none was there.',
    ).optional(),
    phi_involved: oneOf(
      ['yes', 'no', 'unknown'],
      'Whether PHI was seen, changed or lost by somebody who should not.',
    ).optional(),
    phi_decision_ref: ref(
      ['evidence', 'adr', 'founder-memo'],
      'PHI decision in',
      'PHI decision for',
      'The risk assessment and decision by the privacy or security official.',
    ).optional(),
    impact: list(
      block(
        {
          measure: text('What was counted, such as `appointments not booked`.'),
          value: number('How many or how much.'),
          unit: text('The unit of the value.').optional(),
          source: text('The query, report or log that the number comes from.').optional(),
        },
        'One measure.',
      ),
      'Harm in numbers.',
    ).optional(),
    actions: list(
      block(
        {
          id: text('Short id, such as `A1`.'),
          title: text('What will be done, so that it can be checked.'),
          kind: oneOf(
            ['prevent', 'detect', 'mitigate', 'process'],
            'What it does to the next incident of this sort.',
          ).optional(),
          priority: oneOf(
            ['high', 'medium', 'low'],
            'How soon it must be done; high ones may not be overdue at the exit.',
          ).optional(),
          owner: ref('person', 'Actions owned by', 'Owns actions of', 'Who does it.').optional(),
          due: date('The day by which it is done.').optional(),
          tracker: text('The ticket: a web address or an id.').optional(),
          state: oneOf(['open', 'done', 'risk-accepted', 'dropped'], 'Where it stands.').optional(),
          closed_on: date('The day it was done, accepted or dropped.').optional(),
          accepted_by: ref(
            'person',
            'Risk accepted by',
            'Accepted the risk of',
            'The sponsor, who accepted the risk of not doing it.',
          ).optional(),
          expires_on: date('The last day on which an accepted risk is accepted.').optional(),
        },
        'One action.',
      ),
      'What will be changed.',
    ).optional(),
  }),
  sections: [
    {
      title: 'Summary',
      start:
        'To write: what broke, for whom, for how long and what ended it, in four sentences that a nurse manager understands.',
    },
    { title: 'Impact', start: 'To write: who could not do what, and how each number was counted.' },
    {
      title: 'Contributing conditions',
      start:
        'To write: what had to be true at the same time for this to happen; roles and systems, no names.',
    },
    {
      title: 'Trigger',
      start:
        'To write: the event that set it off, with the commit, change or message if there is one.',
    },
    { title: 'Detection', start: 'To write: who or what noticed first, and why not earlier.' },
    {
      title: 'Resolution',
      start:
        'To write: what restored service, what was reconciled afterwards, and what was tried in vain.',
    },
    {
      title: 'Timeline',
      start:
        'To write: one line for each event with its UTC time, from the first effect to the last repair, with a link to the log or chat.',
    },
    {
      title: 'What went well',
      start: 'To write: what worked and should be kept, such as an alert that rang in time.',
    },
    {
      title: 'What went wrong',
      start: 'To write: what slowed people down: access, a wrong dashboard, a missing step.',
    },
    {
      title: 'Where we got lucky',
      start: 'To write: what would have made it worse and happened not to be so that day.',
    },
    {
      title: 'Actions',
      start: 'To write: why these actions are enough, and which obvious one was left out and why.',
    },
    {
      title: 'Messages sent',
      start:
        'To write: what clinics, partners and leadership were told, when, in the words that were used.',
    },
  ],
});

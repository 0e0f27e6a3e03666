import { z } from 'zod';
import { defineType } from './define.ts';
import { date, documentFields, ref, refs, text } from './fields.ts';

export const adr = defineType({
  name: 'adr',
  folder: 'adrs',
  label: 'Decision',
  plural: 'Decisions',
  section: 'decide',
  purpose:
    'A decision that is costly to reverse, with the options that were on the table (MADR 4).',
  guide: {
    when: 'Write one when a choice is costly to reverse and somebody will ask why: stores, retries, what is bought, what a machine may do alone. Start it as proposed, before the choice. Options are described honestly only while they are open.',
    not: [
      { what: 'A decision about money or people, which leadership makes', instead: 'founder-memo' },
      { what: 'How something works today', instead: 'system' },
      { what: 'What has to be done, step by step', instead: 'runbook' },
    ],
    titles: {
      rule: 'State the decision as a sentence.',
      good: [
        'Reminders are sent from a queue, not from the booking request',
        'A fax that failed three times is printed',
      ],
      bad: 'Database choice',
      why: 'It stays true whatever is decided. A list of such titles cannot be read as a list of decisions.',
    },
    advice: [
      'Give each option its best argument. An option that nobody would take is no option.',
      'Write at least one consequence that begins with "Bad, because".',
      'Never rewrite an accepted decision: supersede it. The old one stays readable.',
      'A decision of the vendor is ratified by somebody of the customer, who has to live with it.',
    ],
  },
  format: 'mdx',
  columns: ['status', 'date', 'binds', 'decision_makers'],
  start: { status: 'proposed' },
  numbered: true,
  schema: z.strictObject({
    ...documentFields(['proposed', 'accepted', 'rejected', 'deprecated', 'superseded']),
    date: date(
      'The day the decision was last worked on; for an accepted one, the day it was accepted.',
    ),
    decision_makers: refs('person', 'Decided by', 'Decided', 'Who made the decision.').optional(),
    consulted: refs(
      'person',
      'Consulted',
      'Consulted on',
      'Who was asked for an opinion before.',
    ).optional(),
    informed: refs('person', 'Informed', 'Informed of', 'Who was told after.').optional(),
    ratified_by: ref(
      'person',
      'Ratified by',
      'Ratified',
      'The customer-side person who made a vendor decision their own.',
    ).optional(),
    supersedes: refs('adr', 'Supersedes', 'Superseded by', 'Decisions that this one replaces.', {
      acyclic: true,
    }).optional(),
    amends: refs(
      'adr',
      'Amends',
      'Amended by',
      'Decisions that stay in force and are changed in part.',
      { acyclic: true },
    ).optional(),
    binds: refs('system', 'Binds', 'Bound by', 'The systems that must follow it.').optional(),
    confirmation_ref: text(
      'The test, check or review that shows the decision holds: a path, a link or a rule.',
    ).optional(),
    revisit_on: date('When to look at it again.').optional(),
  }),
  sections: [
    {
      title: 'Context and problem',
      start: 'To write: what forces a decision now, in facts that can be checked.',
    },
    { title: 'Drivers', start: '- To write: what the decision must satisfy.' },
    {
      title: 'Considered options',
      start: '1. To write: the first option.\n2. To write: the second option.',
      about: 'the options that were on the table, each named so that it can be chosen.',
    },
    {
      title: 'Decision outcome',
      start: 'To write: the chosen option and the reason, in one paragraph.',
    },
    {
      title: 'Consequences',
      start: '- Good, because (to write).\n- Bad, because (to write).',
      about: 'what becomes easier and what becomes harder; at least one of each.',
    },
    {
      title: 'Confirmation',
      start: 'To write: the test, check or review that will show that the decision holds.',
    },
    {
      title: 'Pros and cons',
      start: 'To write: for each option, what speaks for it and against it.',
    },
    {
      title: 'More information',
      start: 'To write: links to the evidence, the people asked, and when to look again.',
    },
  ],
});

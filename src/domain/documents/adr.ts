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
    },
    {
      title: 'Decision outcome',
      start: 'To write: the chosen option and the reason, in one paragraph.',
    },
    { title: 'Consequences', start: '- Good, because (to write).\n- Bad, because (to write).' },
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

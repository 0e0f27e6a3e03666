import { z } from 'zod';
import { defineType } from './define.ts';
import { block, date, documentFields, lifecycle, list, ref, text } from './fields.ts';

export const exitPlan = defineType({
  name: 'exit-plan',
  folder: 'exit-plans',
  label: 'Exit plan',
  plural: 'Exit plans',
  section: 'engage',
  purpose:
    'How every system passes to the customer, outlined at kickoff and reviewed each quarter.',
  guide: {
    when: 'Outline it in the first month, while everybody is friendly, and review it each quarter. For each system it says who takes it over, how that person learns it, and on which day they first do the work alone.',
    not: [
      { what: 'The proof that somebody took a document over', instead: 'acceptance' },
      { what: 'A thing that changes its owner, such as an account', instead: 'ip-asset' },
      { what: 'A role that must be filled first', instead: 'hiring' },
    ],
    titles: {
      rule: 'One plan, one plain name.',
      good: ['Exit plan', 'Exit plan for the clinics that joined in May'],
      bad: 'Transition roadmap 2.0',
      why: 'A roadmap may slip. The exit day does not.',
    },
    advice: [
      'The order is: watch, do it while watched, do it alone. Without the third date nothing was handed over.',
      'Support after the exit ends with a measured state, not with a date.',
    ],
  },
  format: 'mdx',
  columns: ['tested_on', 'reviewed_on', 'owner', 'successor', 'status'],
  start: { status: 'draft' },
  schema: z.strictObject({
    ...documentFields(lifecycle),
    transfers: list(
      block(
        {
          system: ref('system', 'Transfers', 'Transferred in', 'The system that passes over.'),
          training_step: text('What the new owner is taught first, and how.').optional(),
          observed_on: date('The day the new owner watched the work being done.').optional(),
          reverse_shadow_on: date(
            'The day the new owner did the work while the vendor watched.',
          ).optional(),
          led_on: date(
            'The day the new owner first did the work with no vendor present; a day to come is planned.',
          ).optional(),
          from: ref('person', 'Handed over by', 'Hands over in', 'Who gives it up.').optional(),
          to: ref('person', 'Taken over by', 'Takes over in', 'Who receives it.').optional(),
        },
        'The transfer of one system.',
      ),
      'How and when each system passes to the customer.',
    ).optional(),
    not_transferred: list(
      block(
        {
          system: ref('system', 'Leaves as it is', 'Not transferred in', 'The system.'),
          reason: text('Why nothing passes over, such as that the vendor never ran it.'),
        },
        'A system that does not pass over.',
      ),
      'Systems that were the customer’s before and stay so.',
    ).optional(),
    alternatives: list(
      text('A way to keep the service going.'),
      'Who or what could run the systems if the plan fails.',
    ).optional(),
    triggers: list(
      text('An event, such as a missed gate or a notice of termination.'),
      'Events that start the exit before its date.',
    ).optional(),
    tested_on: date(
      'The day the plan was last walked through with the people named in it.',
    ).optional(),
    costs_ref: ref(
      'founder-memo',
      'Costs in',
      'Costs of',
      'The leadership memo that states what the transition costs.',
    ).optional(),
  }),
  sections: [
    {
      title: 'Management structure',
      start: 'To write: the exit manager of each side, how often they meet, and who breaks a tie.',
    },
    {
      title: 'Timetable',
      start:
        'To write: the dates of the 90, 60 and 30 day gates and of the exit, and what must be true on each.',
    },
    {
      title: 'Transfer of each system',
      start:
        'To write: one paragraph for each system: what is hard to learn about it, and in which order it is observed, shadowed and led.',
    },
    {
      title: 'Data transfer',
      start:
        'To write: what data the vendor holds, in which form it goes back, and how its deletion is proved.',
    },
    {
      title: 'Contracts',
      start:
        'To write: each third-party contract and licence, whose name is on it, and whether it is assigned, replaced by a new contract or ended.',
    },
    {
      title: 'Training',
      start: 'To write: who is trained on what, by which date, and the drill that shows it worked.',
    },
    {
      title: 'Early-life support and its exit criteria',
      start:
        'To write: what help remains after the exit, and the measured state (not the date) that ends it.',
    },
    {
      title: 'Contingency',
      start:
        'To write: what happens if a key person leaves, a hire is late, or the vendor is gone tomorrow.',
    },
  ],
});

import { z } from 'zod';
import { defineType } from './define.ts';
import {
  anyDocument,
  block,
  date,
  documentFields,
  lifecycle,
  list,
  oneOf,
  ref,
  refs,
  text,
  whole,
} from './fields.ts';

/** The parts of a plan, which its sections describe. */
const parts = ['before-day-1', 'week-1', 'month-1'] as const;

export const onboardingPath = defineType({
  name: 'onboarding-path',
  folder: 'onboarding',
  label: 'Onboarding path',
  plural: 'Onboarding paths',
  section: 'learn',
  purpose:
    'Somebody new takes a role: what to read and do, in order, until they can be left alone with it.',
  guide: {
    when: 'Write one for each role that somebody new will take, before the first of them starts. It is an order of reading and doing, with a way to tell that each step was understood.',
    not: [
      { what: 'What the customer looks for in a person', instead: 'hiring' },
      { what: 'How one system works', instead: 'system' },
    ],
    titles: {
      rule: 'The role, as the newcomer would say it.',
      good: ['On-call engineer', 'Interface engineer, the first month'],
      bad: 'Onboarding',
      why: 'Of whom? One role reads this one.',
    },
    advice: [
      'Ten documents at most in the first week. The rest is looked up.',
      'A real change goes live in the first week: it finds every access that is missing.',
      'A check is a question or a task, and the reader ticks it: “Where does a fax wait that the chart refuses?”, not “read and understood”. Without one the reader ticks only that nothing is left to ask.',
      'Say `when` of each step; then its reader sees every morning what is left of the week.',
      'The reader opens the path and sees one step before all others: why it is read and its minutes. Each document of the path shows its place in it, and at its end the check. Ticks are kept by the reader’s own browser and by nothing else; a document that changes after its tick says so.',
      'At the end the reader takes a file with the row for `completed`. Paste it, and `check` accepts it.',
      'Name only documents that the readers of the path may open; for the others the path says that their copy does not hold it.',
      'Each person who goes through it corrects it.',
    ],
  },
  format: 'mdx',
  columns: ['role', 'est_hours', 'systems', 'owner', 'status'],
  start: { status: 'draft' },
  schema: z.strictObject({
    ...documentFields(lifecycle),
    systems: refs(
      'system',
      'Teaches',
      'Taught in',
      'The systems that the role touches.',
    ).optional(),
    role: text('The role, as in the charter, such as `interface engineer`.'),
    est_hours: whole('Hours that the whole path takes.', 1, 1000).optional(),
    steps: list(
      block(
        {
          doc: ref(
            anyDocument,
            'Reads',
            'Read in',
            'The document to read, such as `systems/intake`.',
          ),
          why: text('What the reader can do afterwards.').optional(),
          minutes: whole('Minutes that it takes.', 1, 2400).optional(),
          check: text('A question or task that shows it was understood.').optional(),
          when: oneOf(parts, 'The part of the plan that it belongs to.').optional(),
        },
        'One step.',
      ),
      'What to read, in order.',
    ).optional(),
    first_change: text('A small real change to bring to production in the first week.').optional(),
    completed: list(
      block(
        {
          person: ref('person', 'Completed by', 'Completed', 'Who went through it.'),
          on: date('The day of the last step.'),
          feedback_ref: text('Where the feedback is: a pull request, an issue, a page.').optional(),
        },
        'One person.',
      ),
      'Who completed it.',
    ).optional(),
  }),
  sections: [
    {
      title: 'Before day 1',
      start:
        'To write: accounts, hardware, badges and trainings to order, from whom, and how many days ahead.',
    },
    {
      title: 'Week 1',
      start:
        'To write: whom to sit beside, what to watch on a real shift, and the first change with its reviewer.',
    },
    {
      title: 'Month 1',
      start:
        'To write: the first runbook to drill, the first on-call shift with a second person, and what to own by the end.',
    },
    {
      title: 'What good looks like',
      start:
        'To write: what the person does without asking after three months, so that both sides can tell.',
    },
  ],
});

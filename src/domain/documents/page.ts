import { z } from 'zod';
import { defineType } from './define.ts';
import { documentFields, lifecycle } from './fields.ts';

export const page = defineType({
  name: 'page',
  folder: 'pages',
  label: 'Page',
  plural: 'Pages',
  section: 'learn',
  purpose: 'What is worth keeping and is of no other kind: a how-to, a reference, a list of links.',
  guide: {
    when: 'Write one when no other type fits: how to set up a laptop, what a report column means, which ticket queue is whose. An import makes one of every document whose kind it cannot tell; many of them are a runbook or a decision, and become one when somebody moves them to its folder.',
    not: [
      {
        what: 'Steps to take when an alert rings or somebody reports a symptom',
        instead: 'runbook',
      },
      { what: 'How a system works', instead: 'system' },
      { what: 'Why it was done so', instead: 'adr' },
      { what: 'What a word means', instead: 'glossary' },
    ],
    titles: {
      rule: 'The question that it answers, or the task that it helps with.',
      good: ['Set up a laptop for the fax room', 'What the columns of the daily census mean'],
      bad: 'Misc notes',
      why: 'Nobody looks for miscellany.',
    },
    advice: [
      'Look at the other types first: they ask the questions that a page forgets.',
      'One topic a page. Folders below `pages/` keep together what belongs together.',
      'A page without an owner goes stale first. Name one, or retire the page.',
    ],
  },
  format: 'mdx',
  columns: ['systems', 'owner', 'status'],
  start: { status: 'draft' },
  schema: z.strictObject({ ...documentFields(lifecycle) }),
});

import { z } from 'zod';
import { defineType } from './define.ts';
import { date, digest, documentFields, lifecycle, ref, refs, text } from './fields.ts';

// `control` and `system` say it all here; the common lists would be a second place for the same links.
const { controls, systems, ...common } = documentFields(lifecycle);

export const evidence = defineType({
  name: 'evidence',
  folder: 'evidence',
  label: 'Evidence',
  plural: 'Evidence',
  section: 'comply',
  purpose: 'Something was collected that shows a control at work in a period.',
  guide: {
    when: 'Write one when something was collected that shows a control at work in a period: an export, a sample, a report. Write down how, so that the next person collects the same.',
    not: [
      { what: 'What the clause demands, and how it is met', instead: 'control' },
      { what: 'A runbook that was carried out: name the control in the drill', instead: 'drill' },
    ],
    titles: {
      rule: 'What was collected, and for which period.',
      good: ['Access review, first quarter 2026', 'Ten changes of March, with their reviews'],
      bad: 'Screenshots',
      why: 'Of what, and for which clause?',
    },
    advice: [
      'Whoever checks it is not who collected it.',
      'No PHI in the file. A query and its count say more than ten rows.',
    ],
  },
  format: 'mdx',
  columns: ['control', 'system', 'collected_on', 'collector', 'reviewer', 'status'],
  start: { status: 'draft' },
  schema: z.strictObject({
    ...common,
    control: refs('control', 'Evidence for', 'Evidence', 'The controls that it shows at work.').min(
      1,
    ),
    system: ref(
      'system',
      'Collected from',
      'Evidence',
      'The system that it was taken from.',
    ).optional(),
    period_from: date('First day that it speaks for.').optional(),
    period_to: date('Last day that it speaks for.').optional(),
    collected_on: date('The day it was collected.'),
    collector: ref('person', 'Collected by', 'Collected', 'Who collected it.').optional(),
    method: text(
      'How it was collected: the query, report or screen, so that it can be repeated.',
    ).optional(),
    location: text('Where the file is kept.').optional(),
    digest: digest('Digest of the file.').optional(),
    reviewer: ref(
      'person',
      'Checked by',
      'Checked',
      'Who looked at it and found it sufficient; not the collector.',
    ).optional(),
  }),
});

import { z } from 'zod';
import { defineType } from './define.ts';
import { documentFields, framework, lifecycle, oneOf, prose, text, whole } from './fields.ts';

export const control = defineType({
  name: 'control',
  folder: 'controls',
  label: 'Control',
  plural: 'Controls',
  section: 'comply',
  purpose:
    'A clause of a framework that applies here, or that somebody may think applies and does not.',
  guide: {
    when: 'Write one for each clause of a framework that applies to the engagement, and for each that somebody may think applies and does not, with the reason.',
    not: [
      { what: 'Proof that it was done in a period', instead: 'evidence' },
      { what: 'A rule that fails and is let pass', instead: 'waiver' },
    ],
    titles: {
      rule: 'The clause, by its short name.',
      good: ['Audit controls', 'Change management'],
      bad: 'HIPAA compliance',
      why: 'That is a law. An auditor asks for one clause at a time.',
    },
    advice: [
      'Write how a silent failure would show. Few controls fail loudly.',
      'Say what is not done, since when, and who accepted it. Auditors forgive exceptions, not surprises.',
    ],
  },
  format: 'mdx',
  columns: ['framework', 'clause', 'applicability', 'frequency_days', 'owner', 'status'],
  start: { status: 'draft' },
  schema: z.strictObject({
    ...documentFields(lifecycle),
    framework,
    clause: text('The clause as the framework numbers it, such as `164.312(b)` or `CC7.4`.'),
    statement: prose('What it demands, in our words.').optional(),
    frequency_days: whole('Days after which its evidence is too old.', 1, 3650).optional(),
    applicability: oneOf(
      ['applicable', 'not-applicable'],
      'Whether it applies to this engagement.',
    ).optional(),
    reason: text('Why it applies or does not; an auditor reads this first.').optional(),
  }),
  sections: [
    {
      title: 'How it works here',
      start:
        'To write: who does what, when and in which system, so that somebody new could do it next month.',
    },
    {
      title: 'How it is tested',
      start:
        'To write: what an auditor would ask to see, where it is, and how a silent failure would show.',
    },
    {
      title: 'Exceptions',
      start:
        'To write: where it is not done, since when, who accepted that and until when; or that there are none.',
    },
  ],
});

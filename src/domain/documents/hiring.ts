import { z } from 'zod';
import { defineType } from './define.ts';
import { block, date, documentFields, lifecycle, list, oneOf, ref, text, whole } from './fields.ts';

export const hiring = defineType({
  name: 'hiring',
  folder: 'hiring',
  label: 'Open role',
  plural: 'Hiring',
  section: 'engage',
  purpose:
    'The customer hires for a role: its scorecard and interview loop, for leadership, never data of candidates.',
  guide: {
    when: 'Write one for each role that the customer must have filled by the exit, as soon as the charter names it. The scorecard and the loop are agreed before the first interview.',
    not: [
      { what: 'What somebody reads after they started', instead: 'onboarding-path' },
      { what: 'Notes about candidates: they belong in no handbook', instead: null },
    ],
    titles: {
      rule: 'The role, as the advertisement calls it.',
      good: ['Interface engineer', 'On-call engineer, nights'],
      bad: 'Headcount 2',
      why: 'It does not say what goes wrong while the chair is empty.',
    },
    advice: [
      'Interviewers score before they talk to each other.',
      'Write the weak, the good and the strong answer before the first candidate comes.',
    ],
  },
  format: 'mdx',
  columns: ['role', 'state', 'start_target', 'owner', 'status'],
  start: { status: 'draft' },
  schema: z.strictObject({
    ...documentFields(lifecycle),
    role: text('The role, as in the charter, such as `interface engineer`.'),
    state: oneOf(
      ['planned', 'open', 'interviewing', 'offered', 'filled', 'dropped'],
      'How far the search is.',
    ).optional(),
    outcomes: list(
      text('Something that can be seen or measured.'),
      'What the person will have done after twelve months.',
    ).optional(),
    competencies: list(
      block(
        {
          name: text('A competency, such as `debugs across an interface`.'),
          levels: list(
            text('What an interviewer sees at this level.'),
            'Observable levels, lowest first.',
          ).optional(),
        },
        'One competency.',
      ),
      'What is scored.',
    ).optional(),
    stages: list(
      block(
        {
          name: text('The stage, such as `pairing on a stuck feed`.'),
          owner: ref(
            'person',
            'Stages run by',
            'Interviews for',
            'Who runs it and scores.',
          ).optional(),
          minutes: whole('Minutes that it takes.', 5, 1440).optional(),
          exercise: text('What the candidate is asked to do.').optional(),
          signals: list(text('A competency, or a sign of it.'), 'What is scored in it.').optional(),
        },
        'One stage.',
      ),
      'The interview loop, in order.',
    ).optional(),
    decision_rule: text('How scores become a decision, and who may overrule it.').optional(),
    start_target: date('The day by which somebody should have started.').optional(),
  }),
  sections: [
    {
      title: 'Mission of the role',
      start: 'To write: why the role exists and what gets worse each month that it is empty.',
    },
    {
      title: 'Outcomes in 12 months',
      start:
        'To write: three to five results, each with how it will be seen, that would make you hire the person again.',
    },
    {
      title: 'Loop',
      start:
        'To write: what each stage is for, who prepares it, and how long a candidate waits between stages.',
    },
    {
      title: 'Calibration',
      start:
        'To write: how interviewers were brought to score alike, with a made-up example of a weak, a good and a strong answer.',
    },
    {
      title: 'Offer and first 90 days',
      start:
        'To write: who makes the offer, the band it comes from, the onboarding path, and what is reviewed after 30, 60 and 90 days.',
    },
  ],
});

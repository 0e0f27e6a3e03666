import { z } from 'zod';
import { defineType } from './define.ts';
import {
  block,
  date,
  documentFields,
  flag,
  lifecycle,
  list,
  prose,
  ref,
  refs,
  text,
} from './fields.ts';

export const founderMemo = defineType({
  name: 'founder-memo',
  folder: 'memos',
  label: 'Memo',
  plural: 'Memos',
  section: 'decide',
  purpose:
    'A decision is needed from founders, executives or the board, and the code has something to say about it.',
  guide: {
    when: 'Write one when founders, executives or the board have to decide and the code has something to say: what it costs, what breaks, what it makes impossible later. One decision, one memo, two pages.',
    not: [
      { what: 'A decision that engineers can make', instead: 'adr' },
      { what: 'What happened this week', instead: 'weekly-summary' },
    ],
    titles: {
      rule: 'The decision that is asked for, as a question or a choice.',
      good: [
        'Which replies may a model sort by itself?',
        'Hire the interface engineer before building more',
      ],
      bad: 'AI strategy update',
      why: 'It asks for nothing, so nothing is decided.',
    },
    advice: [
      'The first three sentences must be enough to decide. Some readers stop there.',
      'Doing nothing is an option with a cost. It is listed like the others.',
      'Fill in the outcome on its day, also when it is not the one you recommended.',
    ],
  },
  format: 'mdx',
  columns: ['to', 'decision_asked', 'decision_needed_by', 'owner', 'status'],
  start: { status: 'draft' },
  schema: z.strictObject({
    ...documentFields(lifecycle),
    to: refs('person', 'Addressed to', 'Asked in', 'Who has to decide.').min(1),
    decision_needed_by: date('The day after which not deciding is a decision too.').optional(),
    decision_asked: text('The question, so that it can be answered with the name of an option.'),
    options: list(
      block(
        {
          name: text('What would be done.'),
          cost: text('Money, weeks and whose time.').optional(),
          reversible: flag('Whether it can be undone within a quarter.').optional(),
        },
        'One option.',
      ),
      'What can be chosen, doing nothing included.',
    ).optional(),
    recommendation: prose('The option that the author would take, and the reason.').optional(),
    outcome: block(
      {
        decided_on: date('The day of the decision.'),
        choice: text('The option that was chosen, by its name.'),
        by: ref('person', 'Decided by', 'Decided', 'Who decided.'),
      },
      'What was decided.',
    ).optional(),
    privileged: flag(
      'Whether it is under legal privilege; such a memo enters no build.',
    ).optional(),
  }),
  sections: [
    {
      title: 'The ask',
      start:
        'To write: the decision, the day it is needed, and what happens on that day without it, in three sentences.',
    },
    {
      title: 'What the code says',
      start:
        'To write: the facts from the repository, the evals and the incidents, each with a link to a commit, a decision or a report.',
    },
    {
      title: 'Options',
      start:
        'To write: for each option what it costs, what it makes impossible later, and how to get out of it.',
    },
    {
      title: 'Recommendation',
      start:
        'To write: the option you would take, the strongest argument against it, and why you take it all the same.',
    },
    {
      title: 'Risks',
      start: 'To write: what could prove the recommendation wrong, and the first sign of it.',
    },
    {
      title: 'Outcome',
      start:
        'To write: what was chosen, by whom, and what was done differently because of it; until then, who is asked.',
    },
  ],
});

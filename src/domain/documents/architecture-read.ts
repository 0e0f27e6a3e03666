import { z } from 'zod';
import { defineType } from './define.ts';
import { block, date, documentFields, lifecycle, list, ref, text } from './fields.ts';

export const architectureRead = defineType({
  name: 'architecture-read',
  folder: 'architecture-reads',
  label: 'Architecture read',
  plural: 'Architecture reads',
  section: 'decide',
  purpose:
    'Two weeks of looking, one document: what the stack is and what to do with it, before anybody signs for more.',
  guide: {
    when: 'Write one at the beginning, after at most two weeks of looking and before anybody signs for more; again when a new part of the business comes into view. It stands alone: some customers take it and go on without you, and it must serve them.',
    not: [
      { what: 'The living description of one system', instead: 'system' },
      { what: 'The words that both sides sign', instead: 'engagement-charter' },
      { what: 'One decision that leadership has to make', instead: 'founder-memo' },
    ],
    titles: {
      rule: 'What was read, and when.',
      good: [
        'Two weeks in the stack, January 2026',
        'The systems of the acquired clinic, before they are connected',
      ],
      bad: 'Technical due diligence report',
      why: 'It is the name of a service in a price list. What was read?',
    },
    advice: [
      'List what you saw and what you did not. The second list is believed longer.',
      'Say what to leave alone. Most of an old stack is ugly and works.',
    ],
  },
  format: 'mdx',
  columns: ['author', 'extends_to', 'created', 'owner', 'status'],
  start: { status: 'draft' },
  schema: z.strictObject({
    ...documentFields(lifecycle),
    period: block(
      { from: date('First day of the read.'), to: date('Last day of the read.') },
      'The days in which the stack was looked at.',
    ).optional(),
    author: ref('person', 'Written by', 'Wrote', 'The senior who did the read.').optional(),
    sources_seen: list(
      text('A repository, console, contract or conversation.'),
      'What was really looked at; the reader may take the rest as unseen.',
    ).optional(),
    extends_to: ref(
      'engagement-charter',
      'Extended by',
      'Began with',
      'The charter that followed; absent if none did.',
    ).optional(),
  }),
  sections: [
    {
      title: 'What the stack is',
      start:
        'To write: the systems, who built them, what runs where, and what it costs each month.',
    },
    {
      title: 'What is load-bearing',
      start:
        'To write: the parts that care or billing stops without, however ugly, and who understands them.',
    },
    {
      title: 'What is fragile',
      start:
        'To write: what broke in the last year or will break under twice the load, with the evidence you saw.',
    },
    {
      title: 'Where AI fits cleanly',
      start:
        'To write: workflows where a wrong answer is cheap and noticed, with the metric that would show a gain.',
    },
    {
      title: 'Where it does not',
      start:
        'To write: workflows that people hope for and where you would not put a model now, with the reason for each.',
    },
    {
      title: 'Next ninety days',
      start: 'To write: what to do in which order, what each step needs, and what to leave alone.',
    },
    {
      title: 'What you would be signing up for',
      start:
        'To write: people, time and money on the customer side, and what stays hard even if everything goes well.',
    },
  ],
});

import { z } from 'zod';
import { defineType } from './define.ts';
import {
  date,
  documentFields,
  lifecycle,
  list,
  oneOf,
  payloadClasses,
  ref,
  refs,
  text,
  webAddress,
  whole,
} from './fields.ts';

const ends = ['system', 'integration', 'vendor'] as const;

export const dataFlow = defineType({
  name: 'data-flow',
  folder: 'data-flows',
  label: 'Data flow',
  plural: 'Data flows',
  section: 'systems',
  purpose:
    'One payload class on one way to one provider surface: may it go there, and what enforces that.',
  guide: {
    when: 'Write one before a class of data leaves for a surface that somebody else runs: one class, one way, one surface. A flow that was refused deserves a page as well, because it saves the next person the question.',
    not: [
      { what: 'How the interface works', instead: 'integration' },
      { what: 'The signed agreement', instead: 'baa' },
    ],
    titles: {
      rule: 'What goes where, in that order.',
      good: [
        'Telephone numbers and times to the text carrier',
        'Replies of patients to the model provider',
      ],
      bad: 'PHI to the cloud',
      why: 'Which data, and to which surface? The answer differs for each.',
    },
    advice: [
      'Name the code that lets the payload through. A rule that no code enforces is a hope.',
      'Read the terms yourself and write down the day: they change without notice.',
      'Two classes of data on one way are two pages, because one of them may have to be stopped alone.',
    ],
  },
  format: 'mdx',
  columns: ['from', 'to', 'payload_class', 'decision', 'baa', 'checked_on'],
  start: { status: 'draft' },
  schema: z.strictObject({
    ...documentFields(lifecycle),
    from: ref(
      ends,
      'Flows from',
      'Sends',
      'Where the payload comes from, such as `systems/intake`.',
    ),
    to: ref(
      ends,
      'Flows to',
      'Receives',
      'Where the payload goes, such as `vendors/model-provider`.',
    ),
    payload_class: oneOf(payloadClasses, 'The most sensitive class of data in the payload.'),
    fields_min_necessary: list(
      text('A field.'),
      'The fields that are sent, each needed for the purpose.',
    ).optional(),
    provider: ref(
      'vendor',
      'Provided by',
      'Provides',
      'The vendor whose terms apply to the payload.',
    ).optional(),
    surface: text(
      'The product surface as the terms name it, such as `first-party API`.',
    ).optional(),
    configuration: text(
      'The setting that the terms depend on, such as `zero data retention`.',
    ).optional(),
    model_pinned: text('The exact model id, never an alias such as `latest`.').optional(),
    purpose: text('What the payload is used for at the other end.').optional(),
    decision: oneOf(['allowed', 'blocked'], 'Whether the payload may take this way.'),
    enforced_by: text(
      'The code that lets it through or stops it: repository, path and function.',
    ).optional(),
    baa: ref(
      'baa',
      'Covered by',
      'Covers',
      'The business associate agreement that allows it.',
    ).optional(),
    retention_days: whole(
      'Days that the receiver keeps the payload; 0 if it keeps nothing.',
      0,
      36_500,
    ).optional(),
    training_use: oneOf(
      ['no', 'yes', 'unknown'],
      'Whether the receiver may train models on the payload.',
    ).optional(),
    region: text('Where the payload is processed and stored.').optional(),
    subprocessors: refs(
      'vendor',
      'Passed on to',
      'Subprocessor in',
      'Subcontractors that come to hold the payload too.',
    ).optional(),
    terms_source: webAddress(
      'The page of the provider that states retention, training and region.',
    ).optional(),
    checked_on: date('The day the terms were last read there.').optional(),
  }),
  sections: [
    {
      title: 'Diagram with text equivalent',
      start:
        'To write: every hop of the payload in order, as a list that says the same as the diagram.',
    },
    {
      title: 'Why minimum necessary',
      start: 'To write: for each field what breaks without it, and which fields were taken out.',
    },
    {
      title: 'What happens if blocked',
      start:
        'To write: what users see when the payload is stopped, how staff go on, and where the refusal is logged.',
    },
  ],
});

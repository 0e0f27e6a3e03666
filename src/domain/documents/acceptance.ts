import { z } from 'zod';
import { defineType } from './define.ts';
import { anyDocument, date, digest, prose, ref, text } from './fields.ts';

export const acceptance = defineType({
  name: 'acceptance',
  folder: 'acceptances',
  label: 'Acceptance',
  plural: 'Acceptances',
  section: 'engage',
  purpose: 'The receiving owner has read a document as it stands and takes it over.',
  format: 'yaml',
  columns: ['document', 'accepted_by', 'accepted_on'],
  schema: z.strictObject({
    title: text('What is accepted, such as `Runbook for the stalled feed`.').max(120),
    document: ref(
      anyDocument,
      'Accepts',
      'Accepted in',
      'The document, such as `runbooks/hl7-feed-stalled`.',
    ),
    accepted_by: ref(
      'person',
      'Accepted by',
      'Accepted',
      'The customer-side person who answers for it from now on.',
    ),
    accepted_on: date('The day it was accepted.'),
    accepted_hash: digest('Digest of the text that was accepted; an edit voids it.'),
    note: prose('What was said on the occasion, such as a condition.').optional(),
  }),
});

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
  guide: {
    when: 'Write one when the person who will answer for a document has read it as it stands and takes it over. It holds the digest of that text: an edit voids it, and the document is accepted again.',
    not: [
      { what: 'The signature of the sponsor under a gate', instead: 'sign-off' },
      {
        what: 'A review by the owner: it is written into the document, as `reviewed_on` and `reviewed_by`',
        instead: null,
      },
    ],
    titles: {
      rule: 'What is accepted.',
      good: ['Runbook for late faxes', 'Fax gateway, system page'],
      bad: 'Approved',
      why: 'Approved what?',
    },
    advice: [
      'Take over what you have done once, not what you have read: carry out the runbook first.',
    ],
  },
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

import { z } from 'zod';
import { defineType } from './define.ts';
import {
  block,
  date,
  digest,
  documentFields,
  lifecycle,
  list,
  oneOf,
  ref,
  text,
} from './fields.ts';

export const baa = defineType({
  name: 'baa',
  folder: 'baas',
  label: 'BAA',
  plural: 'BAAs',
  section: 'comply',
  purpose: 'A signed business associate agreement, before the first PHI flows under it.',
  guide: {
    when: 'Write one when a business associate agreement is signed, before the first PHI flows under it. It holds the scope in sentences that an engineer can act on; the signed file stays where it is kept.',
    not: [
      { what: 'Whether one class of data may go to one surface', instead: 'data-flow' },
      { what: 'The company, its contract and its contacts', instead: 'vendor' },
    ],
    titles: {
      rule: 'The other party; the product as well, if only one is covered.',
      good: ['BAA with Brightline Messaging', 'BAA with the model provider, first-party API'],
      bad: 'Agreement 2026',
      why: 'With whom? A flow refers to one agreement by name.',
    },
    advice: [
      'What is not named is not covered: beta features, other regions, other models.',
      'Read the exclusions first.',
    ],
  },
  format: 'mdx',
  columns: ['parties', 'signed_on', 'effective_to', 'custodian', 'status'],
  start: { status: 'draft' },
  schema: z.strictObject({
    ...documentFields(lifecycle),
    parties: list(text('A legal name.'), 'Who signed: covered entity and business associate.').min(
      2,
    ),
    signed_on: date('The day of the last signature.').optional(),
    effective_to: date(
      'The last day it is in force; absent if it runs until terminated.',
    ).optional(),
    scope: list(
      block(
        {
          surface: text(
            'The product surface as the agreement names it, such as `first-party API`.',
          ),
          configuration: text(
            'The setting that coverage depends on, such as `zero data retention`.',
          ).optional(),
          models: list(
            text('An exact model id.'),
            'Models that are covered; absent if it does not depend on the model.',
          ).optional(),
        },
        'One surface.',
      ),
      'The surfaces and settings that it covers; nothing else is covered.',
    ).optional(),
    flow_down: text('How the same duties bind subcontractors that come to hold PHI.').optional(),
    return_or_destroy: block(
      {
        state: oneOf(
          ['not-due', 'returned', 'destroyed', 'infeasible'],
          'What became of the PHI at the end of the contract.',
        ),
        on: date('The day it was returned or destroyed, or found infeasible.').optional(),
        last_transfer_on: date(
          'The last day on which PHI passed to the other party or was within its reach.',
        ).optional(),
        protections: text(
          'Where it is infeasible: why, and what protects the PHI for as long as it is kept.',
        ).optional(),
        record_digest: digest('Digest of the certificate or statement.').optional(),
      },
      'Return or destruction of PHI at the end.',
    ).optional(),
    document_digest: digest(
      'Digest of the signed file, so that a copy can be told from the original.',
    ).optional(),
    custodian: ref(
      'person',
      'Signed copy kept by',
      'Keeps the signed copy of',
      'Who keeps the signed copy.',
    ).optional(),
  }),
  sections: [
    {
      title: 'Plain-language scope',
      start:
        'To write: what an engineer may send where under this agreement, in sentences that need no lawyer.',
    },
    {
      title: 'Exclusions',
      start: 'To write: surfaces, regions, models and beta features that look covered and are not.',
    },
    {
      title: 'End-of-contract steps',
      start:
        'To write: who asks for return or destruction, within how many days, and which certificate closes it.',
    },
  ],
});

import { z } from 'zod';
import { defineType } from './define.ts';
import { date, documentFields, lifecycle, oneOf, text } from './fields.ts';

export const ipAsset = defineType({
  name: 'ip-asset',
  folder: 'ip-assets',
  label: 'IP asset',
  plural: 'IP assets',
  section: 'engage',
  purpose:
    'Something made or held for the customer that must be in its hands, with proof, on the exit day.',
  format: 'mdx',
  columns: ['kind', 'transfer_state', 'transferred_on', 'owner_of_record', 'owner', 'status'],
  start: { status: 'draft' },
  schema: z.strictObject({
    ...documentFields(lifecycle),
    kind: oneOf(
      [
        'repository',
        'infrastructure-account',
        'domain',
        'model',
        'prompt',
        'dataset',
        'eval-harness',
        'dashboard',
        'runbook',
        'credential',
        'document',
      ],
      'What sort of thing it is.',
    ),
    location: text('Where it is: address, account number, path.').optional(),
    owner_of_record: text('The legal entity that it is registered to today.').optional(),
    licence: text(
      'The licence it is under, such as `assigned to the customer` or `Apache-2.0`.',
    ).optional(),
    transfer_state: oneOf(
      ['not-started', 'in-progress', 'transferred'],
      'How far its transfer to the customer is.',
    ),
    transferred_on: date('The day it became the property of the customer.').optional(),
    proof: text(
      'What shows the transfer: a confirmation, an invoice, an audit log entry.',
    ).optional(),
  }),
});

import { z } from 'zod';
import { defineType } from './define.ts';
import { date, documentFields, lifecycle, oneOf, text } from './fields.ts';

/** What an inventory of assets has to cover. */
export const assetKinds = [
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
] as const;

export const ipAsset = defineType({
  name: 'ip-asset',
  folder: 'ip-assets',
  label: 'IP asset',
  plural: 'IP assets',
  section: 'engage',
  purpose:
    'Something made or held for the customer that must be in its hands, with proof, on the exit day.',
  guide: {
    when: 'Add one for each thing that was made or is held for the customer and must be in its hands on the exit day: repositories, accounts, domains, prompts, data sets, dashboards. Start the list in the first month; what was opened in a hurry is forgotten first.',
    not: [
      { what: 'Who can log in', instead: 'access-record' },
      { what: 'What a system does', instead: 'system' },
      { what: 'A contract with somebody else', instead: 'vendor' },
    ],
    titles: {
      rule: 'The thing itself, so that a lawyer and an engineer find the same one.',
      good: ['Repository brookside/reminders', 'Domain brookside-reminders.example'],
      bad: 'Source code',
      why: 'All of it, and where? A transfer is proved thing by thing.',
    },
    advice: [
      'Proof is something that another person can look up: a confirmation, an invoice, an entry of an audit log.',
      'The billing address and the recovery address of an account pass over as well.',
    ],
  },
  format: 'mdx',
  columns: ['kind', 'transfer_state', 'transferred_on', 'owner_of_record', 'owner', 'status'],
  start: { status: 'draft' },
  schema: z.strictObject({
    ...documentFields(lifecycle),
    kind: oneOf(assetKinds, 'What sort of thing it is.'),
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

import { z } from 'zod';
import { defineType } from './define.ts';
import { block, date, documentFields, flag, lifecycle, list, oneOf, ref, text } from './fields.ts';

export const vendor = defineType({
  name: 'vendor',
  folder: 'vendors',
  label: 'Vendor',
  plural: 'Vendors',
  section: 'systems',
  purpose: 'Somebody outside delivers something that a system, an integration or a workflow needs.',
  guide: {
    when: 'Write one for everybody outside whose product or service a system, an interface or a workflow needs. On a bad day somebody has to call them, with the contract number at hand.',
    not: [
      { what: 'The interface with their product', instead: 'integration' },
      { what: 'The agreement about PHI', instead: 'baa' },
    ],
    titles: {
      rule: 'The name on the invoice; the product as well, if several are bought.',
      good: ['Brightline Messaging', 'Northfield Laboratory'],
      bad: 'Text message provider',
      why: 'That is a role. When the provider changes, the page is silently about another company.',
    },
    advice: [
      'A contact is a route with an account number that was tried once. A name in an address book leaves with its owner.',
      'Write how to leave while relations are good.',
    ],
  },
  format: 'mdx',
  columns: ['category', 'phi', 'baa', 'services', 'owner', 'status'],
  start: { status: 'draft' },
  schema: z.strictObject({
    ...documentFields(lifecycle),
    category: oneOf(
      [
        'ehr',
        'payer',
        'clearinghouse',
        'laboratory',
        'model-provider',
        'cloud',
        'interface-engine',
        'messaging',
        'identity',
        'monitoring',
        'engineering',
        'other',
      ],
      'What sort of vendor it is.',
    ),
    contacts: list(
      block(
        {
          role: text('What they are there for, such as `integration support`.'),
          name: text('Their name, if it is always the same person.').optional(),
          route: text('How to reach them: portal, telephone number, account number to quote.'),
        },
        'One contact.',
      ),
      'Whom to reach at the vendor.',
    ).optional(),
    contract: block(
      {
        ref: text('Number or place of the contract.').optional(),
        charges_ref: text('Where its charges are stated.').optional(),
        term_end: date('The day it ends or renews by itself.').optional(),
        termination: text('How it is ended: notice, form, fee.').optional(),
        assignment: text(
          'Whether it can pass to another party, and with whose consent.',
        ).optional(),
      },
      'The contract.',
    ).optional(),
    services: list(
      text('A product or service, as the invoice names it.'),
      'What we buy.',
    ).optional(),
    phi: flag('Whether it creates, receives, keeps or passes on PHI for us.').optional(),
    baa: ref('baa', 'Bound by', 'Binds', 'The business associate agreement with it.').optional(),
    data_held: list(
      text('A kind of data, with the system it is in.'),
      'What it holds of ours.',
    ).optional(),
    exit_steps: list(text('A step.'), 'What to do to leave, in order.').optional(),
  }),
  sections: [
    {
      title: 'What we use it for',
      start:
        'To write: which workflows and systems need it, how much of it is used, and who notices first when it is slow.',
    },
    {
      title: 'If it goes away',
      start: 'To write: what stops within an hour, a day and a month, and what staff do meanwhile.',
    },
    {
      title: 'How to leave',
      start:
        'To write: how the data comes out and in which form, how long that takes, and what could replace it.',
    },
  ],
});

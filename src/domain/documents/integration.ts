import { z } from 'zod';
import { defineType } from './define.ts';
import {
  block,
  date,
  documentFields,
  lifecycle,
  list,
  notApplicable,
  oneOf,
  ref,
  refs,
  text,
  tier,
  whole,
} from './fields.ts';
import { kindBlocks } from './integration-kinds.ts';

const kinds = ['fhir-r4', 'hl7v2', 'csv-drop', 'proprietary', 'x12'] as const;

export const integration = defineType({
  name: 'integration',
  folder: 'integrations',
  label: 'Integration',
  plural: 'Integrations',
  section: 'systems',
  purpose:
    'An interface with a product that somebody else runs: an EHR, a payer, a laboratory, a clearinghouse.',
  guide: {
    when: 'Write one for each interface with a product that somebody else runs. Reading through an API and taking a nightly file from the same vendor are two. Write it before the first call in production: limits and credentials are being agreed then.',
    not: [
      { what: 'The company, its contract and its contacts', instead: 'vendor' },
      { what: 'Whether a class of data may go there', instead: 'data-flow' },
      { what: 'A queue between two systems of your own', instead: 'system' },
    ],
    titles: {
      rule: 'What passes through, and by which way.',
      good: ['Laboratory results by HL7', 'Text messages through the carrier’s API'],
      bad: 'API integration',
      why: 'There will be ten of them.',
    },
    advice: [
      'For each write say what makes a repeated one harmless, and who compares both sides afterwards.',
      'A time-out is not a failure. Say what is known after one.',
      'Note a quirk on the day you meet it, with the tenant. Vendors repair them without a word, too.',
    ],
  },
  format: 'mdx',
  columns: ['kind', 'product', 'counterparty', 'direction', 'tier', 'status'],
  start: { status: 'draft' },
  schema: z
    .strictObject({
      ...documentFields(lifecycle),
      systems: refs(
        'system',
        'Connects',
        'Integrations',
        'The systems at our end of the interface.',
      ).optional(),
      counterparty: ref(
        'vendor',
        'Counterparty',
        'Integrations',
        'The vendor or payer at the other end.',
      ),
      product: text('The product at the other end, such as `athenaOne`.'),
      product_version: text('Its version or release, as the vendor names it.').optional(),
      tenant: text(
        'The practice, context or facility that the interface is opened for.',
      ).optional(),
      tier: tier.optional(),
      kind: oneOf(
        kinds,
        'The kind of interface; the block of the same name holds what is special to it.',
      ),
      direction: oneOf(
        ['inbound', 'outbound', 'both'],
        'Which way data flows, seen from us.',
      ).optional(),
      payloads: list(
        text('A resource, message type or file, such as `Appointment` or `ADT^A04`.'),
        'What is carried.',
      ).optional(),
      auth: block(
        {
          flow: text(
            'How we prove who we are, such as `SMART backend services` or `mutual TLS over VPN`.',
          ).optional(),
          registered_to: text(
            'The account or legal entity that the app registration, certificate or VPN peer is under.',
          ).optional(),
          key_custody: ref(
            'person',
            'Credentials held by',
            'Holds credentials of',
            'Who can rotate and revoke the credential.',
          ).optional(),
          rotates_on: date('The day by which the credential must be replaced.').optional(),
          secret_ref: text(
            'The name of the credential in the secret store, never its value.',
          ).optional(),
        },
        'How we authenticate.',
      ).optional(),
      sandbox_ref: text('Address and client registration of the test side.').optional(),
      production_ref: text('Address and client registration of the live side.').optional(),
      limits: block(
        {
          published: text('The limit that the vendor states.').optional(),
          observed: text('The limit that we ran into, and how it showed.').optional(),
          source: text('Where the numbers come from.').optional(),
        },
        'Rate, size and volume limits.',
      ).optional(),
      schedule: text(
        'When data passes: on each event, every five minutes, nightly at 02:30 with its time zone.',
      ).optional(),
      write_paths: list(
        block(
          {
            operation: text('What is written at the other end, such as `book appointment`.'),
            idempotency_key: text('The value that makes a repeated write harmless.').optional(),
            retry: block(
              {
                attempts: whole('Attempts at most, the first included.', 1, 100),
                wait: text('How long to wait between attempts.').optional(),
                after_last: text('What happens to the write after the last attempt.').optional(),
              },
              'When and how often a failed write is repeated.',
            ).optional(),
            duplicates: text('How a write that arrived twice is noticed and undone.').optional(),
            reconcile_runbook: ref(
              'runbook',
              'Reconciled with',
              'Reconciles',
              'The runbook that compares both sides and repairs them.',
            ).optional(),
          },
          'One write.',
        ),
        'Everything that changes data at the other end.',
      ).optional(),
      quirks: list(
        block(
          {
            seen_on: date('The day it was last seen.'),
            tenant: text('The tenant it was seen at; absent if at all of them.').optional(),
            what: text('What happens, against what the documentation says.'),
            workaround: text('What we do about it.').optional(),
          },
          'One quirk.',
        ),
        'Behaviour that the documentation does not tell.',
      ).optional(),
      support: block(
        {
          route: text(
            'How to reach support: portal, telephone number, contract number to quote.',
          ).optional(),
          account_owner: ref(
            'person',
            'Support account held by',
            'Holds the support account of',
            'Who is registered there and may open a ticket.',
          ).optional(),
        },
        'Support at the other end.',
      ).optional(),
      contract_ref: text('Number or place of the contract or API agreement.').optional(),
      ...kindBlocks,
      not_applicable: notApplicable,
    })
    .check(({ value, issues }) => {
      for (const kind of kinds) {
        const key = kind.replaceAll('-', '_') as keyof typeof kindBlocks;
        if (kind === value.kind || value[key] === undefined) continue;
        const message = `belongs to kind ${kind}, and this integration is of kind ${value.kind}`;
        issues.push({ code: 'custom', path: [key], message, input: value[key] });
      }
    }),
  sections: [
    {
      title: 'Why this surface',
      start:
        'To write: why this interface and not the others that the product offers, with a link to the decision.',
    },
    {
      title: 'Flow',
      start:
        'To write: one message from the event that causes it to the row that it changes, with every hop and who runs it.',
    },
    {
      title: 'Mapping table',
      start:
        'To write: a table of their field, our field, the conversion, and what is cut off or lost.',
    },
    {
      title: 'Failure modes',
      start:
        'To write: what goes wrong (time-out after a write, duplicate, out of order, expired key), how it shows, and the runbook for it.',
    },
    {
      title: 'Reconciliation',
      start:
        'To write: which two counts or lists are compared, how often, and who repairs a difference.',
    },
    {
      title: 'Counterparty down',
      start:
        'To write: what staff do while the other end is away, how long that holds, and how the backlog is replayed.',
    },
    {
      title: 'Release and change calendar',
      start:
        'To write: when the vendor releases, how we hear of it, and the test to run before each date.',
    },
    {
      title: 'Quirks',
      start: 'To write: the story behind each dated quirk; or none seen, with who looked and when.',
    },
  ],
});

import { z } from 'zod';
import { defineType } from './define.ts';
import {
  date,
  documentFields,
  domain,
  flag,
  framework,
  lifecycle,
  list,
  quarter,
  ref,
  text,
  vocabulary,
  whole,
} from './fields.ts';

export const engagementCharter = defineType({
  name: 'engagement-charter',
  folder: 'charters',
  label: 'Charter',
  plural: 'Charters',
  section: 'engage',
  purpose: 'The signed words of the engagement, at kickoff and again when a quarter changes them.',
  guide: {
    when: 'Write one at kickoff, signed by both sides, and another when a quarter changes dates, scope, metrics or the named person. It is what both sides point at when they remember differently.',
    not: [
      { what: 'The facts that programs read', instead: 'engagement' },
      { what: 'The steps of the handover', instead: 'exit-plan' },
      { what: 'A question of price', instead: 'founder-memo' },
    ],
    titles: {
      rule: 'The engagement, and the quarter that it covers.',
      good: [
        'Charter of the Brookside engagement, first quarter',
        'Charter, third quarter: reminders pass to the customer',
      ],
      bad: 'SOW v3 final',
      why: 'It names a file. Which words are in force?',
    },
    advice: [
      'Write what is out of scope beside what is in. Disputes begin there.',
      'A metric that the customer does not read already is a report that you invented.',
    ],
  },
  format: 'mdx',
  columns: ['quarter', 'kickoff_on', 'exit_on', 'sponsor', 'named_individual', 'status'],
  start: { status: 'draft' },
  schema: z.strictObject({
    ...documentFields(lifecycle),
    customer: text(
      'The customer as named in the contract; must agree with engagement.yaml.',
    ).optional(),
    vendor: text(
      'The vendor as named in the contract; must agree with engagement.yaml.',
    ).optional(),
    msa_ref: text('Number or place of the master services agreement.').optional(),
    sow_ref: text('Number or place of the statement of work.').optional(),
    kickoff_on: date('First day of the engagement; must agree with engagement.yaml.').optional(),
    exit_on: date('Exit day; must agree with engagement.yaml.').optional(),
    quarter: quarter('The quarter that the charter covers, such as `2026-Q3`.').optional(),
    named_individual: ref(
      'person',
      'Named individual',
      'Named in',
      'The vendor person written into the statement of work.',
    ).optional(),
    rotation_notice_days: whole(
      'Days of notice before the vendor may replace the named individual.',
      1,
      365,
    ).optional(),
    replacement_interview_right: flag(
      'Whether the customer may interview, and refuse, a replacement.',
    ).optional(),
    sponsor: ref(
      'person',
      'Sponsored by',
      'Sponsor in',
      'The customer executive who signs; must agree with engagement.yaml.',
    ).optional(),
    customer_exit_lead: ref(
      'person',
      'Customer exit lead',
      'Leads the exit for the customer',
      'Who receives the systems and runs the exit on the customer side.',
    ).optional(),
    vendor_exit_lead: ref(
      'person',
      'Vendor exit lead',
      'Leads the exit for the vendor',
      'Who hands over the systems on the vendor side.',
    ).optional(),
    customer_domains: list(
      domain('A mail domain.'),
      'Mail domains of the customer, as agreed in writing.',
    ).optional(),
    vendor_domains: list(
      domain('A mail domain.'),
      'Mail domains of the vendor, as agreed in writing.',
    ).optional(),
    roles_planned: list(
      text('A role, such as `interface engineer`.'),
      'Roles that the customer will have filled by the exit day.',
    ).optional(),
    metrics: list(
      vocabulary('metrics', 'A metric named in engagement.yaml.'),
      'The metrics that the work is judged by.',
    ).optional(),
    in_scope_frameworks: list(
      framework,
      'Frameworks whose controls the handbook gives evidence for.',
    ).optional(),
    commercial_terms_ref: ref(
      'founder-memo',
      'Commercial terms in',
      'Commercial terms of',
      'The leadership memo that states the price of the transition and of hiring support.',
    ).optional(),
  }),
  sections: [
    {
      title: 'Purpose',
      start:
        'To write: what must be different at the clinics on the exit day, and why the customer cannot hire for it today.',
    },
    {
      title: 'Scope',
      start:
        'To write: the systems, workflows and sites that are in, and next to them what a reader would expect and is out.',
    },
    {
      title: 'What done means',
      start:
        'To write: for each outcome the metric, where it is read, its value at kickoff and the value that counts as done.',
    },
    {
      title: 'Roles',
      start:
        'To write: who decides, who reviews what touches PHI or billing, who is called at night, and who signs on Friday.',
    },
    {
      title: 'Working week',
      start:
        'To write: which days are on site, which meetings the vendor sits in, and when the customer can count on code time.',
    },
    {
      title: 'Exit ramp',
      start:
        'To write: what is handed over by day 90, 60 and 30 before the exit, and what happens to the price if a gate is missed.',
    },
    {
      title: 'Changes to this charter',
      start:
        'To write: who may change dates, scope or the named individual, and where each change made so far is recorded.',
    },
  ],
});

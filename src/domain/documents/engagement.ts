import { z } from 'zod';
import { defineType } from './define.ts';
import {
  block,
  date,
  domain,
  flag,
  isPlainAddress,
  list,
  notApplicable,
  oneOf,
  ref,
  text,
  vocabulary,
  webAddress,
} from './fields.ts';

const slug = (description: string) =>
  z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be a slug: small letters, digits and single hyphens')
    .meta({ description });

const side = (description: string) =>
  block(
    {
      name: text('Legal name, as it stands in the contract.'),
      domains: list(
        domain('A mail domain.'),
        'Mail domains; they decide whose person somebody is.',
      ).min(1),
    },
    description,
  );

export const engagement = defineType({
  name: 'engagement',
  folder: '',
  label: 'Engagement',
  plural: 'Engagement',
  section: 'engage',
  purpose:
    'The facts that everything else is counted from: who, from when to when, for which readers.',
  guide: {
    when: 'There is one, `engagement.yaml`, and `init` writes it. Edit it when a fact of the engagement changes: a date, the sponsor, a group of readers, a metric. Every age and every gate is counted from here.',
    not: [
      { what: 'The words that both sides signed', instead: 'engagement-charter' },
      { what: 'How each system passes over', instead: 'exit-plan' },
    ],
    titles: {
      rule: 'The name of the handbook, as the header shows it.',
      good: ['Brookside handbook', 'Brookside Clinics: how our systems run'],
      bad: 'Documentation',
      why: 'One of six tabs of that name.',
    },
    advice: [
      'Pin `as_of` only in a frozen copy: a pinned day stops every age and every due date.',
      'Few audiences. Each is a copy of its own, and three or four are enough.',
    ],
  },
  format: 'yaml',
  columns: ['kickoff_on', 'exit_on', 'sponsor', 'vendor_lead', 'customer_lead'],
  schema: z.strictObject({
    title: text('Name of the handbook in the header and the browser tab.').max(120).optional(),
    customer: side('The organisation that keeps the handbook.'),
    vendor: side('The organisation that leaves on the exit day.'),
    sponsor: ref(
      'person',
      'Executive sponsor',
      'Sponsors',
      'The customer executive who signs weeks, waivers and gates.',
    ),
    vendor_lead: ref(
      'person',
      'Vendor lead',
      'Leads for the vendor',
      'The named individual of the vendor.',
    ),
    customer_lead: ref(
      'person',
      'Customer lead',
      'Leads for the customer',
      'Who runs the systems after the exit day.',
    ).optional(),
    kickoff_on: date('First day of the engagement.'),
    exit_on: date('Exit day; the gates at 90, 60 and 30 days are counted back from it.'),
    as_of: date(
      'A pinned "today" for every age and due date; absent, the newest commit decides.',
    ).optional(),
    audiences: list(
      block(
        {
          name: slug('Short name, as written in `audience`.'),
          description: text('Who is in the group.'),
        },
        'A group of readers.',
      ),
      'Groups of readers; the handbook is built once for each.',
    ).min(1),
    metrics: list(
      block(
        {
          id: slug('Short name, as written in charters and weekly summaries.'),
          name: text('What is measured, with its unit.'),
          source: text('The report or query where the operator already reads it.'),
          direction: oneOf(['up', 'down'], 'Which way is better.'),
        },
        'A metric.',
      ),
      'Metrics that the operator already runs and the work is measured by.',
    ).optional(),
    repository: block(
      {
        url: webAddress('Web address of the repository that holds the handbook.'),
        branch: text('The branch that is published.').optional(),
        edit_url: z
          .string()
          .regex(/^https:\/\/.*\{path\}/, 'must be an https address with `{path}` in it')
          .refine(isPlainAddress, 'must name its server plainly: no name before an @')
          .meta({
            description: 'Address that opens the editor on a file; `{path}` stands for the file.',
          })
          .optional(),
        issues_url: z
          .string()
          .regex(
            /^https:\/\/(?=.*\{title\}).*\{body\}/,
            'must be an https address with `{title}` and `{body}` in it',
          )
          .refine(isPlainAddress, 'must name its server plainly: no name before an @')
          .meta({
            description:
              'Address that opens a new issue about a page; `{title}` and `{body}` stand for what it says. Not needed for GitHub, GitLab, Gitea, Forgejo and Codeberg.',
          })
          .optional(),
      },
      'Where the handbook is kept and edited.',
    ).optional(),
    report_to: z
      .email()
      .meta({ description: 'Address for "this page is wrong" mails.' })
      .optional(),
    synthetic: block(
      {
        reason: text('Why these are nobody: who made them up, and for which system.'),
        names: list(
          text('A made-up name, such as `Opal Testpatient`.'),
          'At most 50 names, each of two words: given and family.',
        ).optional(),
        numbers: list(
          text(
            'A number, a beginning of at least two letters or three digits with a star such as `SYN*`, or a range of at most 10,000 such as `900000-900999`.',
          ),
          'Numbers of records, visits, plans and the like.',
        ).optional(),
        dates: list(date('A made-up day.'), 'Days of birth and of stays.').optional(),
        others: list(text('A made-up value.'), 'Addresses and whatever is neither.').optional(),
        files: list(
          text('A path in the content folder, such as `evals/*.csv`.'),
          'Files beside documents, never documents, in which all data is made up. Their values must be on these lists too.',
        ).optional(),
        test_data: list(
          text('A path in the repository, such as `tests/**`.'),
          'Files outside the content folder that `scan` leaves out: test data of programs, of which nobody wrote a list.',
        ).optional(),
      },
      'Data that is made up and may stand in examples, where it is called synthetic. Any other of its form counts as real.',
    ).optional(),
    contacts: list(
      text('A phone number, a mail address, or a postal address up to the street.'),
      'How to reach organisations: contacts that stand in no field of a document and belong to no patient.',
    ).optional(),
    imported: block(
      {
        on: date('The day of the first import.'),
        audience: vocabulary(
          'audiences',
          'Who may read imported documents that do not say yet for whom they are.',
        ).optional(),
      },
      'The handbook was begun by an import: facts that are missing here are warnings. Delete it when they are all there.',
    ).optional(),
    not_applicable: notApplicable,
    fictional: flag(
      'Whether everything is made up; pages then carry a notice that says so.',
    ).optional(),
  }),
});

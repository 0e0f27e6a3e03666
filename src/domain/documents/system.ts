import { z } from 'zod';
import { defineType } from './define.ts';
import {
  block,
  date,
  documentFields,
  flag,
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

const MINUTES_OF_A_YEAR = 525_600;

export const system = defineType({
  name: 'system',
  folder: 'systems',
  label: 'System',
  plural: 'Systems',
  section: 'systems',
  purpose:
    'Something that runs and that somebody has to keep running: a service, a database, an engine, a job.',
  guide: {
    when: 'Write one for everything that runs and has to be kept running: a service, a database, an engine, a nightly job. If it can page somebody or be lost in a fire, it is one. Begin with the purpose, what it depends on, and the first hour guide; the rest may grow.',
    not: [
      { what: 'An interface with a product that somebody else runs', instead: 'integration' },
      { what: 'The company behind a product', instead: 'vendor' },
      { what: 'Steps for the person on call', instead: 'runbook' },
    ],
    titles: {
      rule: 'The name that people say in the corridor, and nothing else.',
      good: ['Fax gateway', 'Appointment reminders'],
      bad: 'fgw-prod-02 architecture overview',
      why: 'It names one host and a kind of text. Others refer to the system for years; the host is gone next spring.',
    },
    advice: [
      'Cut along what fails together and is owned together, not along repositories.',
      'Put a date beside each quirk. A quirk without a date is a rumour.',
      'Try the first hour guide on somebody who has never seen the system.',
    ],
  },
  format: 'mdx',
  columns: ['tier', 'data_classes', 'depends_on', 'owner', 'successor', 'status'],
  start: { status: 'draft' },
  schema: z.strictObject({
    ...documentFields(lifecycle),
    tier,
    data_classes: list(
      oneOf(
        [
          'phi',
          'limited',
          'de-identified',
          'billing',
          'workforce',
          'credentials',
          'synthetic',
          'none',
        ],
        'A class of data.',
      ),
      'The classes of data that it stores or passes on.',
    ).optional(),
    rto_minutes: whole(
      'Recovery time objective: minutes until it must be back after a loss.',
      0,
      MINUTES_OF_A_YEAR,
    ).optional(),
    rpo_minutes: whole(
      'Recovery point objective: minutes of data that may be lost.',
      0,
      MINUTES_OF_A_YEAR,
    ).optional(),
    environments: list(text('An environment, such as `production`.'), 'Where it runs.').optional(),
    repos: list(
      text('A repository, as `organisation/name`.'),
      'The repositories of its code and infrastructure.',
    ).optional(),
    deploys_via: text(
      'The pipeline or command that puts a change live, and the one that takes it back.',
    ).optional(),
    depends_on: refs(
      'system',
      'Depends on',
      'Needed by',
      'Systems that must be up before this one starts.',
      { acyclic: true },
    ).optional(),
    workflows: list(
      text('A workflow, such as `same-day scheduling`.'),
      'The clinical or billing workflows that stop without it.',
    ).optional(),
    health_signals: list(
      block(
        {
          name: text('What is watched, such as `oldest message in queue`.'),
          where: text('The dashboard, query or command that shows it.').optional(),
          healthy: text('The range that is normal, with its unit.').optional(),
          alert: ref(
            'alert',
            'Watched by',
            'Watches a signal of',
            'The alert that rings when it leaves the range.',
          ).optional(),
        },
        'One signal.',
      ),
      'What to look at to know that it works.',
    ).optional(),
    phi: block(
      {
        audit_log: text('Where access to PHI is logged.').optional(),
        audit_retention: text('How long the audit log is kept, such as `6 years`.').optional(),
        key_custodian: ref(
          'person',
          'Encryption keys held by',
          'Holds encryption keys of',
          'Who can rotate and revoke the encryption keys.',
        ).optional(),
        row_access: text('The rule that decides which rows a user may read.').optional(),
        schema_boundary: text(
          'The tables and columns that hold PHI, or where they are listed.',
        ).optional(),
      },
      'How PHI is protected here; asked for when the data classes name PHI.',
    ).optional(),
    load_bearing: flag(
      'Whether the business stops without it and nobody could replace it in a quarter.',
    ).optional(),
    fragile: list(text('A part and how it breaks.'), 'Parts to touch with care.').optional(),
    watch_seen: block(
      {
        commit: text('The newest commit under the watched paths.'),
        on: date('The day it was looked up.'),
      },
      'What the watched code was when somebody, or CI, last looked.',
    ).optional(),
    not_applicable: notApplicable,
  }),
  sections: [
    {
      title: 'Purpose and users',
      start: 'To write: who uses it, on which shift, and what they do by hand while it is down.',
    },
    {
      title: 'Context',
      start:
        'To write: what talks to it and what it talks to, by protocol and direction, with a text equivalent of any diagram.',
    },
    {
      title: 'Building blocks',
      start:
        'To write: its processes, queues and stores, the code that holds each, and the one to read first.',
    },
    {
      title: 'Runtime',
      start:
        'To write: the main path of one request or message from end to end, then what happens on retry, duplicate and time-out.',
    },
    {
      title: 'Deployment',
      start:
        'To write: how a change goes live, how long that takes, how it is taken back, and when not to deploy.',
    },
    {
      title: 'Data and PHI boundary',
      start:
        'To write: which tables and topics hold PHI, where it leaves the system, and what is logged when somebody reads it.',
    },
    {
      title: 'Operations',
      start:
        'To write: links to the runbooks for deploy, rollback, restore, dependency outage and loss of access, and what is done by hand each week.',
    },
    {
      title: 'Known quirks',
      start:
        'To write: what surprised the last person, with the date it was seen and the way around it.',
    },
    {
      title: 'Risks and debts',
      start:
        'To write: what will hurt next and what it would cost to fix; or none known, with who looked and when.',
    },
    {
      title: 'Decisions',
      start:
        'To write: links to the decisions that bind it, and for each what would break if it were undone.',
    },
    {
      title: 'First hour guide',
      start:
        'To write: for somebody who has never seen it: get access, find the dashboard, read one log line, make one harmless change.',
    },
  ],
});

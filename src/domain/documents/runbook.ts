import { z } from 'zod';
import { defineType } from './define.ts';
import {
  block,
  documentFields,
  flag,
  lifecycle,
  list,
  oneOf,
  ref,
  refs,
  severity,
  text,
  tier,
  whole,
} from './fields.ts';

/** What a runbook can be for; the standard asks for each of them. */
export const runbookPurposes = [
  'deploy',
  'rollback',
  'restore',
  'dependency-outage',
  'access-loss',
  'emergency-access',
  'downtime',
] as const;

export type RunbookPurpose = (typeof runbookPurposes)[number];

export const runbook = defineType({
  name: 'runbook',
  folder: 'runbooks',
  label: 'Runbook',
  plural: 'Runbooks',
  section: 'operate',
  purpose: 'What to do, in order, when an alert rings or somebody reports a symptom.',
  guide: {
    when: 'Write one for every alert that can wake somebody, and for every symptom that was reported twice. Write it while the incident is fresh, with the commands that were really typed. It is read at three in the morning by somebody who did not build the system.',
    not: [
      { what: 'What happened one night, and what was learned from it', instead: 'postmortem' },
      { what: 'How the system works from end to end', instead: 'system' },
      { what: 'Why it was built that way', instead: 'adr' },
    ],
    titles: {
      rule: 'Name what the person on call sees. The cause is what they have yet to find.',
      good: ['Faxes wait longer than 15 minutes', 'Nobody can sign in'],
      bad: 'Fax queue troubleshooting guide',
      why: 'It names a topic. Somebody who is called about late faxes cannot tell whether this is their page.',
    },
    advice: [
      'Each command stands alone, ready to copy, in `<Command on="jump-01" expect="no rows">`: where it is run and the answer to expect. A command without an expected answer is a guess.',
      'The first command of Diagnosis and the first two sentences of Meaning stand on the first screen of a phone, beside the first number. Keep them short.',
      'The step that helps most often comes first, even if it is not the elegant one.',
      'Write what changes from time to time as `<POD>` in the command, and say under `variables` what it is: the reader fills it in once for the whole page. In a shell block `<pod>` works too; `$POD` belongs to the shell and stays as it is.',
      'In a block that shows answers begin what is typed with `$ `: the copy leaves the prompt and the answers out.',
      'Numbered steps are ticked off on the page, with their times, and `<Branch when="You see no rows">` is ticked when it is taken; name a step or part, "step 3" or "part B", and a branch leads there.',
      'Say when to stop: after how many minutes, and whom to call by telephone.',
      'Have it carried out by somebody who did not write it, and keep the drill.',
    ],
  },
  format: 'mdx',
  columns: ['severity', 'systems', 'alerts', 'tier', 'owner', 'status'],
  start: { status: 'draft' },
  schema: z.strictObject({
    ...documentFields(lifecycle),
    systems: refs('system', 'Operates', 'Runbooks', 'The systems that it is used on.').min(1),
    purposes: list(
      oneOf(runbookPurposes, 'A purpose.'),
      'What it is for, of those that every system needs; with several, a heading of level 3 names each.',
    ).optional(),
    alerts: refs('alert', 'Triggered by', 'Handled by', 'The alerts that lead here.').optional(),
    symptoms: list(
      text('What somebody would say on the phone.'),
      'Symptoms in the words of those who report them.',
    ).optional(),
    severity: severity.optional(),
    impact_scope: text('Who is hit, and how: clinics, queues, patients.').optional(),
    access_needed: list(
      text('An account, role or network.'),
      'Access to have before starting.',
    ).optional(),
    escalation: list(
      block(
        {
          role: text('The role that is called.'),
          person: ref(
            'person',
            'Escalates to',
            'Escalation contact in',
            'Who holds the role now.',
          ).optional(),
          route: text('How to reach them without single sign-on: a phone number, a radio channel.'),
          minutes: whole('Minutes without progress after which to call.', 0, 1440),
        },
        'One step of the chain.',
      ),
      'Whom to call, in order.',
    ).optional(),
    first_action_minutes: whole(
      'Minutes from the alert or the call within which the first step is begun.',
      0,
      10_080,
    ).optional(),
    target_minutes: whole(
      'Minutes in which a trained person restores service.',
      1,
      10_080,
    ).optional(),
    destructive: flag('Whether a step can lose data or cut off users.').optional(),
    variables: list(
      block(
        {
          name: z
            .string()
            .regex(/^[A-Z][A-Z0-9_]*$/, 'must be upper case, such as `TENANT`')
            .meta({
              description: 'The placeholder as it stands in commands, without the angle brackets.',
            }),
          label: text('What it is, in words.'),
          hint: text('Where to find the value.').optional(),
          secret: flag('Whether the value must not be shown.').optional(),
        },
        'One placeholder.',
      ),
      'Placeholders used in the commands.',
    ).optional(),
    tier: tier.optional(),
  }),
  sections: [
    {
      title: 'Meaning',
      start: 'To write: what the alert or symptom says about the system, in two sentences.',
    },
    { title: 'Impact', start: 'To write: who notices, after how long, and what they cannot do.' },
    {
      title: 'Access',
      start: 'To write: the accounts, hosts and networks to have open before the first command.',
    },
    {
      title: 'Diagnosis',
      start: 'To write: the first command, where to run it, and how to read its answer.',
    },
    {
      title: 'Mitigation',
      start: '1. To write: the first step, its command, and what you expect to see.',
    },
    {
      title: 'Verify',
      start: 'To write: how to know that service is back, measured where the users are.',
    },
    { title: 'Rollback', start: 'To write: how to undo each step, or that there is no way back.' },
    { title: 'Escalate', start: 'To write: when to stop trying and whom to call.' },
    { title: 'After', start: 'To write: what to reconcile, whom to tell, and what to file.' },
  ],
});

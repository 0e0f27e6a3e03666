import { z } from 'zod';
import { defineType } from './define.ts';
import { block, date, list, oneOf, text, vocabulary } from './fields.ts';

export const person = defineType({
  name: 'person',
  folder: 'people',
  label: 'Person',
  plural: 'People',
  section: 'engage',
  purpose:
    'Somebody who owns, reviews, drills, decides or is called; everyone named anywhere has one.',
  guide: {
    when: 'Add one for everybody who is named anywhere: owners, deciders, executors, those who are called. Add it before the first document that names them, and keep it after they left, with their last day.',
    not: [
      { what: 'A role that nobody holds yet', instead: 'hiring' },
      { what: 'What somebody can open', instead: 'access-record' },
      { what: 'A support desk of somebody else', instead: 'vendor' },
    ],
    titles: {
      rule: 'The full name, as colleagues write it.',
      good: ['Dana Pruett', 'Samir Aoun'],
      bad: 'dpruett (IT)',
      why: 'That is an account. It says nothing once its owner has left.',
    },
    advice: [
      'Work address only, nothing private. Telephone routes stand in the chain of a runbook.',
      'When somebody leaves, set `active_to`. Their page lists what still names them.',
    ],
  },
  format: 'yaml',
  titleField: 'name',
  summaryField: 'title',
  columns: ['title', 'roles', 'active_from', 'active_to'],
  schema: z.strictObject({
    name: text('Full name, as colleagues write it.').max(120),
    title: text('Job title.').optional(),
    email: z.email().meta({
      description: 'Work address; its domain decides which side the person is on.',
    }),
    side: oneOf(
      ['customer', 'vendor'],
      'Whose person it is; must agree with the domain of the address.',
    ).optional(),
    roles: list(
      text('A role, such as `interface engineer`.'),
      'Roles held in the engagement.',
    ).optional(),
    handles: list(
      text('An account name, such as `@dpruett`.'),
      'Account names in code hosting, as CODEOWNERS writes them.',
    ).optional(),
    groups: list(
      vocabulary('audiences', 'A group of readers named in engagement.yaml.'),
      'The groups of readers that the person is in, from the audiences of engagement.yaml.',
    ).optional(),
    active_from: date('First day in the engagement.').optional(),
    active_to: date('Last day in the engagement; absent while active.').optional(),
    keys: list(
      block(
        {
          fingerprint: text('SSH key fingerprint, `SHA256:...`.'),
          public_key: text(
            'The public key itself, such as `ssh-ed25519 AAAA...`; signatures are checked with it.',
          ).optional(),
          added_on: date('The day the key was registered.'),
        },
        'A signing key.',
      ),
      'Keys that the person signs with.',
    ).optional(),
  }),
});

import { z } from 'zod';
import { defineType } from './define.ts';
import { date, oneOf, ref, text } from './fields.ts';

export const accessRecord = defineType({
  name: 'access-record',
  folder: 'access-records',
  label: 'Access record',
  plural: 'Access records',
  section: 'engage',
  purpose:
    'Somebody was given access to something; it stays here until the removal is recorded too.',
  guide: {
    when: 'Write one when somebody is given access that outlives the day: an account, a key, a token, a place on call. It stays until the removal is written into it, with proof.',
    not: [
      { what: 'The account itself changes hands', instead: 'ip-asset' },
      { what: 'Somebody’s role', instead: 'person' },
    ],
    titles: {
      rule: 'Account and place.',
      good: ['d.pruett on the interface engine', 'Deploy key of the reminders repository'],
      bad: 'VPN',
      why: 'Whose? On the exit day each line is crossed out by name.',
    },
    advice: [
      'Never a secret, only the name of one.',
      'Record it on the day it is granted. Nobody can rebuild this list from memory.',
    ],
  },
  format: 'yaml',
  columns: ['person', 'system', 'kind', 'granted_on', 'removed_on'],
  schema: z.strictObject({
    title: text('Account and place, such as `j.doe on the interface engine`.').max(120),
    person: ref('person', 'Access of', 'Has access', 'Who can use it.'),
    system: ref('system', 'Access to', 'Access records', 'The system that it opens.').optional(),
    kind: oneOf(
      ['account', 'key', 'token', 'app-registration', 'vpn', 'code-owner', 'on-call'],
      'What sort of access it is.',
    ),
    level: text('What it allows, such as `read only` or `administrator`.').optional(),
    granted_on: date('The day it was granted.').optional(),
    granted_by: ref('person', 'Granted by', 'Granted', 'Who granted it.').optional(),
    removed_on: date('The day it was removed; absent while it works.').optional(),
    removed_by: ref('person', 'Removed by', 'Removed', 'Who removed it.').optional(),
    proof: text(
      'What shows the removal: an audit log entry, a ticket, a screenshot and where it is kept.',
    ).optional(),
  }),
});

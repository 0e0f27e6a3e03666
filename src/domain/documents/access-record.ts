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

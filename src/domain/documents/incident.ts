import { z } from 'zod';
import { defineType } from './define.ts';
import { moment, prose, refs, severity, text } from './fields.ts';

export const incident = defineType({
  name: 'incident',
  folder: 'incidents',
  label: 'Incident',
  plural: 'Incidents',
  section: 'operate',
  purpose:
    'Something broke for users; the register has every incident, also those that get no postmortem.',
  format: 'yaml',
  summaryField: 'summary',
  columns: ['severity', 'started_at', 'resolved_at', 'systems'],
  schema: z.strictObject({
    title: text('What users noticed, such as `Appointments not confirmed`.').max(120),
    severity,
    started_at: moment('When the first user was hit, in UTC.'),
    resolved_at: moment(
      'When nothing was left to repair, in UTC; absent while it lasts.',
    ).optional(),
    systems: refs('system', 'Systems hit', 'Incidents', 'The systems that failed or were hit.').min(
      1,
    ),
    summary: prose('What happened, without names and without PHI.').optional(),
  }),
});

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
  guide: {
    when: 'Add one as soon as users were hit, before anybody knows why: severity, start and systems are enough. It takes two minutes. The register has every incident; what was learned comes later and elsewhere.',
    not: [
      { what: 'What was learned from it', instead: 'postmortem' },
      { what: 'A failure that was staged on purpose', instead: 'drill' },
    ],
    titles: {
      rule: 'Say what users noticed, in their words.',
      good: ['Faxes arrived three hours late', 'Patients got the reminder twice'],
      bad: 'Message store out of memory',
      why: 'It names a cause. A year later the front desk looks for the day the faxes were late.',
    },
    advice: [
      'Times are in UTC and come from a log, not from memory.',
      'Leave `resolved_at` out until nothing is left to repair: working again is not yet resolved.',
      'No names, no record numbers, no other trace of a patient.',
    ],
  },
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

import { z } from 'zod';
import { defineType } from './define.ts';
import { prose, refs, severity, text, webAddress } from './fields.ts';

export const alert = defineType({
  name: 'alert',
  folder: 'alerts',
  label: 'Alert',
  plural: 'Alerts',
  section: 'operate',
  purpose: 'A rule of the monitoring tool that can wake somebody up.',
  guide: {
    when: 'Write one for each rule of the monitoring tool that can page a person, under the exact name that the pager shows: a search for that name must find it. Delete the record together with the rule.',
    not: [
      { what: 'What to do when it rings', instead: 'runbook' },
      {
        what: 'A graph or a count that nobody is woken by: a health signal of the system',
        instead: 'system',
      },
    ],
    titles: {
      rule: 'Copy the name from the pager, letter by letter.',
      good: ['FaxQueueOldestMessage', 'reminders-send-errors-high'],
      bad: 'Fax alert',
      why: 'Whoever was paged searches for the words on the pager, and these are not them.',
    },
    advice: [
      'An alert without a runbook is noise with a telephone attached: write the runbook, or turn the alert off.',
      'Enter the address of the runbook in the monitoring tool as well, so that it opens from the page.',
    ],
  },
  format: 'yaml',
  columns: ['severity', 'systems', 'source'],
  schema: z.strictObject({
    title: text('The name of the alert, exactly as the pager shows it.').max(120),
    systems: refs('system', 'Watches', 'Alerts', 'The systems that it watches.').min(1),
    severity: severity.optional(),
    expression: prose('The condition, as configured in the monitoring tool.').optional(),
    source: text('Where it is configured: tool and rule file.').optional(),
    runbook_url: webAddress(
      'The address of the runbook that the monitoring tool sends along.',
    ).optional(),
  }),
});

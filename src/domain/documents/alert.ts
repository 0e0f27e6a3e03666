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

import { z } from 'zod';
import { defineType } from './define.ts';
import { anyDocument, date, prose, ref, text } from './fields.ts';

export const waiver = defineType({
  name: 'waiver',
  folder: 'waivers',
  label: 'Waiver',
  plural: 'Waivers',
  section: 'engage',
  purpose: 'A rule fails, the sponsor knows it, and accepts it for at most 90 days.',
  guide: {
    when: 'Write one when a rule fails, the sponsor knows it and accepts it for a while, 90 days at most. It keeps the failure in sight; it repairs nothing.',
    not: [
      { what: 'A clause that does not apply here', instead: 'control' },
      {
        what: 'A risk that was accepted after an incident: an action of its postmortem',
        instead: 'postmortem',
      },
    ],
    titles: {
      rule: 'What is missing, and for what.',
      good: ['No restore drill for the fax gateway', 'No second owner for the reminders until May'],
      bad: 'Exception request',
      why: 'It does not say what is let pass, and the sponsor signs the list of these titles.',
    },
    advice: [
      'Write what lowers the risk meanwhile, and who does it.',
      'A waiver that is renewed twice is a decision. Write that instead.',
    ],
  },
  format: 'yaml',
  columns: ['rule', 'target', 'signer', 'signed_on', 'expires_on'],
  schema: z.strictObject({
    title: text('What is let pass, such as `No restore drill for the fax gateway`.').max(120),
    rule: text('The id of the rule, such as `RBK-06`.'),
    target: ref(
      anyDocument,
      'Waives a rule for',
      'Waived in',
      'The document that fails it; absent for the handbook as a whole.',
    ).optional(),
    reason: prose('Why it cannot be met now.'),
    compensating_measure: prose('What lowers the risk meanwhile.').optional(),
    signer: ref('person', 'Signed by', 'Signed', 'The sponsor.'),
    signed_on: date('The day of the signature.'),
    expires_on: date('The last day it holds, at most 90 days after the signature.'),
  }),
});

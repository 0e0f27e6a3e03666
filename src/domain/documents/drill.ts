import { z } from 'zod';
import { defineType } from './define.ts';
import {
  block,
  date,
  digest,
  documentFields,
  file,
  lifecycle,
  list,
  moment,
  oneOf,
  ref,
  refs,
  text,
  whole,
} from './fields.ts';

export const drill = defineType({
  name: 'drill',
  folder: 'drills',
  label: 'Drill',
  plural: 'Drills',
  section: 'operate',
  purpose:
    'A runbook was carried out on purpose, to see whether it works in the hands of those who will need it.',
  guide: {
    when: 'Write one each time a runbook is carried out on purpose, best by those who will need it after the exit. A failed drill is worth as much as a passed one, so it is written down all the same.',
    not: [
      { what: 'A failure that nobody staged', instead: 'incident' },
      { what: 'The steps themselves', instead: 'runbook' },
    ],
    titles: {
      rule: 'Name the failure that was staged, and what was real about it.',
      good: [
        'Late faxes, done by the night shift in production',
        'Restore of the reminder database from the last copy',
      ],
      bad: 'Quarterly recovery test',
      why: 'Nobody can tell what was tried, or whether it was more than a meeting.',
    },
    advice: [
      'The executor is not the author of the runbook. The author watches and keeps quiet.',
      'Note each place where the executor stopped, guessed or asked. That is the result; "pass" is only its sum.',
      'Change the runbook on the same day.',
    ],
  },
  format: 'mdx',
  columns: ['runbook', 'on', 'executor', 'kind', 'result', 'status'],
  start: { status: 'draft' },
  schema: z.strictObject({
    ...documentFields(lifecycle),
    runbook: ref('runbook', 'Drills', 'Drilled in', 'The runbook that was carried out.'),
    on: date('The day of the drill.'),
    executor: ref('person', 'Executed by', 'Executed', 'Who had the keyboard.'),
    participants: refs(
      'person',
      'Participants',
      'Took part in',
      'Everybody else in the room or on the call, vendor people included.',
    ).optional(),
    kind: oneOf(
      ['tabletop', 'functional', 'full'],
      'Talked through, done in part, or done in full (NIST SP 800-34).',
    ).optional(),
    environment: text('Where it was done, such as `production` or `staging`.').optional(),
    started_at: moment('When the first step began, in UTC.').optional(),
    finished_at: moment('When service was verified as restored, in UTC.').optional(),
    result: oneOf(['pass', 'fail'], 'Whether the runbook led to the end that it promises.'),
    data_set: text('For a restore: the data that was restored, and its size.').optional(),
    data_lost_minutes: whole(
      'For a restore: minutes of data that were missing afterwards.',
    ).optional(),
    drilled_hash: digest(
      'Digest of the procedure as it was drilled; an edit of the runbook voids it.',
    ).optional(),
    log_ref: file('The transcript or log, as a file beside this document.').optional(),
    log_digest: digest('Digest of that transcript or log.').optional(),
    findings: list(
      block(
        {
          what: text('What did not go as written.'),
          owner: ref('person', 'Findings owned by', 'Owns findings of', 'Who fixes it.').optional(),
          due: date('The day by which it is fixed.').optional(),
          closed_on: date('The day it was fixed; absent while open.').optional(),
        },
        'One finding.',
      ),
      'What has to change before the next drill.',
    ).optional(),
  }),
  sections: [
    {
      title: 'What was tried',
      start:
        'To write: the failure that was staged, how it was staged, and which steps were carried out for real.',
    },
    {
      title: 'What confused us',
      start:
        'To write: each place where the executor stopped, guessed or asked, with the step it happened at.',
    },
    {
      title: 'Changes made',
      start:
        'To write: what was changed in the runbook, the alert or the system since, with links.',
    },
  ],
});

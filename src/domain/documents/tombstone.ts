import { z } from 'zod';
import { defineType } from './define.ts';
import { date, digest, prose, ref, text } from './fields.ts';

export const tombstone = defineType({
  name: 'tombstone',
  folder: 'tombstones',
  label: 'Tombstone',
  plural: 'Tombstones',
  section: 'comply',
  purpose:
    'A document was taken out of the handbook before its six years were over, and is kept elsewhere.',
  guide: {
    when: 'Write one in the same commit that takes a document or record out of the handbook. It says where the last text is kept, and its digest proves that the copy is that text.',
    not: [
      { what: 'That a vendor returned or destroyed PHI', instead: 'baa' },
      {
        what: 'A page that is no longer in force: keep it, with `status: retired` and `last_effective`',
        instead: null,
      },
      {
        what: 'A page that has a new name: move it in one commit, and give it the old address in `aliases`',
        instead: null,
      },
    ],
    titles: {
      rule: 'What was taken out.',
      good: ['Runbook for the old fax server', 'Vendor page of the former carrier'],
      bad: 'Removed file',
      why: 'Which one? Somebody will look for it by its title.',
    },
    advice: [
      'Better than a tombstone is a page that stays and says that it is retired.',
      'For what was there before the history begins write `path: .` and the digest of the archive.',
    ],
  },
  format: 'yaml',
  columns: ['path', 'retired_on', 'archived_at'],
  schema: z.strictObject({
    title: text('What was taken out, by the title that it had.').max(120),
    path: text(
      'The path that it had in the content folder, such as `runbooks/old-fax-server.mdx`; `.` stands for everything before the history begins.',
    ),
    retired_on: date('The last day on which it was in force.'),
    archived_at: text('Where the last text is kept for six years from that day.'),
    digest: digest('SHA-256 digest of the last text.'),
    reason: prose('Why it could not stay.').optional(),
    by: ref('person', 'Taken out by', 'Took out', 'Who took it out.').optional(),
  }),
});

import { defineCommand } from './define.ts';

export const review = defineCommand({
  name: 'review',
  summary: 'Write into documents who reviewed them, when, and which text.',
  usage: [
    'review runbooks/hl7-feed-stalled --by dana-pruett',
    'review systems/fax-gateway adrs/0007-queue-the-faxes --by PERSON --every 90',
  ],
  positionals: [
    {
      name: 'document',
      description: 'Id, path or address of what was reviewed, such as runbooks/hl7-feed-stalled.',
      many: true,
    },
  ],
  options: [
    { name: 'by', value: 'PERSON', description: 'Who reviewed it.' },
    { name: 'on', value: 'YYYY-MM-DD', description: 'The day of the review; else today.' },
    { name: 'every', value: 'DAYS', description: 'Days after which it is due again.' },
    {
      name: 'note',
      value: 'TEXT',
      description: 'What the reviewer says, such as why the text needs no change.',
    },
    { name: 'dry-run', description: 'Show what would be written.' },
  ],
  output: [
    'The paths of the documents. What is written into each is on stderr; with `--dry-run` it is on stdout, and nothing is written.',
    'Only the fields of the review change, and every other byte of the file stays. The digest is of the text as it is: a later edit voids the review.',
    'All documents are checked first. If one cannot be reviewed, none is written.',
  ],
});

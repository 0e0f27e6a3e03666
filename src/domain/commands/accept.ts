import { defineCommand } from './define.ts';

export const accept = defineCommand({
  name: 'accept',
  summary: 'Record that the person who takes over documents accepts them as they stand.',
  usage: [
    'accept runbooks/hl7-feed-stalled --by dana-pruett',
    'accept systems/fax-gateway --by PERSON --note "After two weeks on call"',
  ],
  positionals: [
    {
      name: 'documents',
      description:
        'Ids, paths or addresses of what is accepted, such as runbooks/hl7-feed-stalled.',
      many: true,
    },
  ],
  options: [
    {
      name: 'by',
      value: 'PERSON',
      description: 'The customer-side person who answers for it from now on.',
    },
    { name: 'on', value: 'YYYY-MM-DD', description: 'The day of the acceptance; else today.' },
    { name: 'note', value: 'TEXT', description: 'What was said, such as a condition.' },
    { name: 'dry-run', description: 'Show what would be written.' },
  ],
  output: [
    'The paths of the records, one for each document. What is written into them is on stderr; with `--dry-run` it is on stdout, and nothing is written.',
    'Each holds the digest of the text as it is. An edit voids the acceptance; the same command then brings the record up to date.',
    'Only the person who takes a document over can accept it: its successor, or its owner where that is somebody of the customer. The acceptance of another person is never overwritten.',
    'Where the same person has accepted this very text already, its record stays as it is.',
  ],
});

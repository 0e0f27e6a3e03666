import { defineCommand } from './define.ts';

export const supersede = defineCommand({
  name: 'supersede',
  summary: 'Replace a decision by another one, in both records.',
  usage: [
    'supersede adrs/0007-queue-the-faxes --with adrs/0012-fax-by-api',
    'supersede adrs/0007-queue-the-faxes "Faxes go through an API"',
  ],
  positionals: [
    { name: 'document', description: 'Id, path or address of the decision that is replaced.' },
    {
      name: 'title',
      description:
        'The title of a new decision, which is started as with `new`; instead of --with.',
    },
  ],
  options: [
    { name: 'with', value: 'DOCUMENT', description: 'The decision that takes its place.' },
    { name: 'dry-run', description: 'Show what would be changed.' },
  ],
  output: [
    'The paths of the files that were changed. What is changed in each, with its line, is on stderr; with `--dry-run` it is on stdout, and nothing is written.',
    'The newer record gets `supersedes`. The older one gets `status: superseded` once the newer one is accepted, and nothing else: an accepted decision is not rewritten.',
    'Pages that link to the older one alone are listed; those that tell what is so today have to link the newer one too.',
  ],
});

import { defineCommand, program } from './define.ts';

export const newDocument = defineCommand({
  name: 'new',
  summary: 'Start a document or record from the template of its type.',
  usage: ['new <type> "Title"', 'new adr "Queue the faxes" --supersedes 0007', 'help new runbook'],
  positionals: [
    { name: 'type', description: `Such as runbook; all types: ${program} list` },
    { name: 'title', description: 'The title, in quotes; the file is named after it.' },
  ],
  options: [
    { name: 'slug', value: 'NAME', description: 'The name of the file, if not that of the title.' },
    { name: 'dry-run', description: 'Show the file instead of writing it.' },
  ],
  output: [
    'The path of the new file. With `--dry-run` the text of the file, and nothing is written.',
    'Each field of the type is an option as well: `--owner`, `--systems`. At a terminal, what is required and was not given is asked for.',
    'Nothing is overwritten, and nothing is written that the check would refuse.',
  ],
});

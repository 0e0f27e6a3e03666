import { defineCommand } from './define.ts';

export const rename = defineCommand({
  name: 'rename',
  summary: 'Give a document another name, with every reference and link to it.',
  usage: [
    'rename runbooks/hl7-feed-stalled adt-feed-stalled',
    'rename adrs/0007-queue-the-faxes faxes-are-queued --dry-run',
  ],
  positionals: [
    {
      name: 'document',
      description: 'Id, path or address of the document, such as runbooks/hl7-feed-stalled.',
    },
    {
      name: 'name',
      description:
        'Its new name, without folder and ending. A decision keeps its number where none is given.',
    },
  ],
  options: [{ name: 'dry-run', description: 'Show what would be changed.' }],
  output: [
    'The paths of the files that were changed, the renamed one first. What is changed in each, with its line, is on stderr; with `--dry-run` it is on stdout, and nothing is written.',
    'References in fields, links, pictures and `baseline.json` are written anew at their place; every other byte of every file stays. The old address becomes an alias; records have none.',
    'Where ids stand in words, code or data files they are left, and listed.',
    'Reviews, acceptances and drills that the change voids are listed with the command that renews them: the digest of a text is of its id and its links too.',
    'All files are written, or none. Nothing is written that the check would refuse.',
  ],
});

import { defineCommand } from './define.ts';

export const move = defineCommand({
  name: 'move',
  summary: 'Move a document or a folder of them, with every reference and link to it.',
  usage: [
    'move runbooks/hl7-feed-stalled runbooks/interfaces/',
    'move runbooks/hl7-feed-stalled runbooks/interfaces/adt-feed-stalled',
    'move runbooks/hl7 runbooks/interfaces --dry-run',
  ],
  positionals: [
    {
      name: 'document',
      description: 'Id, path or address of a document, or a folder of the content folder.',
    },
    {
      name: 'place',
      description:
        'Where it goes: into a folder that is there or ends with a slash, else under that very name.',
    },
  ],
  options: [{ name: 'dry-run', description: 'Show what would be changed.' }],
  output: [
    'The paths of the files that were changed, the moved ones first. What is changed in each, with its line, is on stderr; with `--dry-run` it is on stdout, and nothing is written.',
    'As with `rename`, references, links and `baseline.json` follow, and the old address becomes an alias. Links out of the moved document are written as seen from its new folder; files beside it stay where they are, unless their folder moves.',
    'A document moves into the folder of another type only where it is right as one of that type.',
    'All files are written, or none. Nothing is written that the check would refuse.',
  ],
});

import { defineCommand } from './define.ts';

export const impact = defineCommand({
  name: 'impact',
  summary: 'What points at a document, and what breaks if it goes.',
  usage: [
    'impact runbooks/hl7-feed-stalled',
    'impact systems/fax-gateway --depth 3',
    'impact people/dana-pruett --standard --format json',
  ],
  positionals: [{ name: 'document', description: 'Id, path or address of a document or record.' }],
  options: [
    {
      name: 'depth',
      value: 'NUMBER',
      description: 'How many steps away documents are listed, from 1, which it is else.',
    },
    {
      name: 'standard',
      description: 'Judge the standard with and without it as well, which takes longer.',
    },
    {
      name: 'format',
      value: 'FORMAT',
      description: 'How it is written.',
      choices: ['text', 'json'],
    },
  ],
  output: [
    'As text: what points at it, by relation or link with line; with `--depth`, what points at those, each document once, with the way; then what the check would find if the file were deleted.',
    'With `--standard`, the rules that would fail, or could not be decided, and do not today.',
    'As JSON, `{ "document", "direct", "further", "problems", "rules" }`; `rules` is null without `--standard`.',
    'Nothing is changed, and the exit code is 0 whatever would break.',
  ],
});

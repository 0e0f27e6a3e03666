import { defineCommand } from './define.ts';

export const list = defineCommand({
  name: 'list',
  summary: 'List the documents of a type, or the types.',
  usage: [
    'list',
    'list runbook',
    'list runbook --where status=current --where systems=fax-gateway',
  ],
  positionals: [
    { name: 'type', description: 'Such as runbook; without it, the types are listed.' },
  ],
  options: [
    {
      name: 'where',
      value: 'FIELD=VALUE',
      description:
        'Only documents whose field has the value, or whose list contains it; dots lead inside, an empty value means absent.',
      many: true,
    },
    {
      name: 'format',
      value: 'FORMAT',
      description: 'How the list is written.',
      choices: ['text', 'json'],
    },
  ],
  output: [
    'As text, a table with the columns of the type’s page. Long cells are cut.',
    'As JSON, a list with all fields of each document, and its `id`, `path`, `address` and `title`.',
    'A list without a row is no failure: the exit code is 0, and a sentence on stderr says so.',
  ],
});

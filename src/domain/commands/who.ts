import { defineCommand } from './define.ts';

export const who = defineCommand({
  name: 'who',
  summary: 'Everything that a person answers for, by role, and what is due.',
  usage: ['who dana-pruett', 'who "Dana Pruett" --format json', 'who dana@clinic.example'],
  positionals: [{ name: 'person', description: 'Slug, name or mail address of the person.' }],
  options: [
    { name: 'all', description: 'List what is history too, such as reviews; else it is counted.' },
    { name: 'on', value: 'YYYY-MM-DD', description: 'The day to judge from; else today.' },
    {
      name: 'format',
      value: 'FORMAT',
      description: 'How it is written.',
      choices: ['text', 'json'],
    },
  ],
  output: [
    'As text, a paragraph for each role that falls to somebody else when the person leaves: documents owned, escalations, open actions, keys and accounts. Each line has what is due and when. Below, what is history, in numbers.',
    'As JSON, `{ "person": {...}, "on": "...", "roles": [...] }`. A role has `label`, `standing` and its `documents`, each with `id`, `path`, `title`, `field`, `what`, `due` and `overdue`.',
    'Several records with the same mail address are one person, and are told together.',
  ],
});

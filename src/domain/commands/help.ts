import { defineCommand } from './define.ts';

export const help = defineCommand({
  name: 'help',
  summary: 'Explain a command.',
  usage: ['help', 'help <command>', 'help new <type>'],
  positionals: [
    { name: 'command', description: 'The command to explain; without it, all are listed.' },
    { name: 'type', description: 'For "new": the type whose fields to explain.' },
  ],
  options: [],
  output: ['The same words as on this page; `help new <type>` adds the fields of the type.'],
});

import { defineCommand } from './define.ts';

export const verifySignoff = defineCommand({
  name: 'verify-signoff',
  summary: 'Tell whether the handbook is as it was signed, and by name what is not.',
  usage: ['verify-signoff', 'verify-signoff sign-offs/exit'],
  positionals: [
    {
      name: 'sign-off',
      description: 'The sign-off by its id; else the newest.',
    },
  ],
  options: [],
  output: [
    'Whether the signature is that of the signer, whether record, statement and list agree, and each document and file that changed, was added or is gone since.',
    'Then the commands with which anybody verifies the same without this program.',
    'The exit code is 1 when something is not as it was signed, or nobody can tell.',
  ],
});

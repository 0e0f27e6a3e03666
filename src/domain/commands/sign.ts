import { defineCommand } from './define.ts';

export const sign = defineCommand({
  name: 'sign',
  summary: 'Sign a gate, a rehearsal of it, or a weekly summary, as the sponsor.',
  usage: [
    'sign --gate 30 --by PERSON --rehearsal',
    'sign --gate exit --by PERSON',
    'sign weekly-summaries/2026-w47 --by PERSON',
  ],
  positionals: [
    {
      name: 'week',
      description: 'A weekly summary to sign instead of a gate, by its id.',
    },
  ],
  options: [
    {
      name: 'gate',
      value: 'GATE',
      description: 'The gate to sign.',
      choices: ['K', '90', '60', '30', 'exit'],
    },
    { name: 'by', value: 'PERSON', description: 'Who signs: the sponsor, by slug.' },
    {
      name: 'rehearsal',
      description: 'A rehearsal: it passes no gate, and shows whether the signing works.',
    },
    {
      name: 'key',
      value: 'FILE',
      description: 'The SSH key; else that of git where it signs with SSH, else ~/.ssh/id_ed25519.',
    },
    { name: 'dry-run', description: 'Show what would be signed and written, and write nothing.' },
  ],
  output: [
    'For a gate five files in `sign-offs/`: the record, the statement that is signed, its signature, the list of all files with their SHA-256, and `allowed_signers`. With `--dry-run` the statement on stdout.',
    'The exit is signed on the exit day, when no error rule fails and none is undecided. An earlier gate and a rehearsal can be signed with findings: each stands in the statement.',
    'For a weekly summary the day, the signer and the digest of its text go into its fields; nothing else in the file changes.',
  ],
});

import { defineCommand } from './define.ts';

export const init = defineCommand({
  name: 'init',
  summary: 'Start the content folder of a new engagement.',
  usage: ['init DIR', 'init DIR --customer NAME --customer-domain DOMAIN --vendor NAME ...'],
  positionals: [{ name: 'DIR', description: 'A folder that is not there yet, or is empty.' }],
  // In the order in which a person is asked.
  options: [
    {
      name: 'customer',
      value: 'NAME',
      description: 'Legal name of the organisation that keeps the handbook.',
    },
    {
      name: 'customer-domain',
      value: 'DOMAIN',
      description: 'Its mail domain, such as clinic.example.',
      many: true,
    },
    {
      name: 'vendor',
      value: 'NAME',
      description: 'Legal name of the organisation that leaves on the exit day.',
    },
    { name: 'vendor-domain', value: 'DOMAIN', description: 'Its mail domain.', many: true },
    { name: 'sponsor', value: 'NAME', description: 'The customer executive who signs.' },
    {
      name: 'sponsor-email',
      value: 'ADDRESS',
      description: 'Their work address; else guessed from name and domain.',
    },
    { name: 'lead', value: 'NAME', description: 'The named individual of the vendor.' },
    {
      name: 'lead-email',
      value: 'ADDRESS',
      description: 'Their work address; else guessed from name and domain.',
    },
    { name: 'kickoff', value: 'YYYY-MM-DD', description: 'First day of the engagement.' },
    { name: 'exit', value: 'YYYY-MM-DD', description: 'Exit day.' },
  ],
  output: [
    'The paths of the first files: engagement, sponsor, vendor lead, charter and exit plan, and for the top of the repository a workflow for GitHub, a pipeline for GitLab and a git hook that checks what is about to be committed. What to do next is on stderr.',
    'With them come the files of the editor that `schemas` writes, in `.handbook/` and `.vscode/`.',
    'At a terminal, what was not given is asked for. The content folder is written with all its files or not at all; a workflow, pipeline or hook that is there already is left as it is.',
  ],
});

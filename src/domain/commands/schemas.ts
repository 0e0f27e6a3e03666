import { defineCommand } from './define.ts';

export const schemas = defineCommand({
  name: 'schemas',
  summary: 'Write what an editor needs to complete and check fields while you type.',
  usage: ['schemas', 'schemas --editor .', 'schemas --dry-run'],
  positionals: [],
  options: [
    {
      name: 'editor',
      value: 'DIR',
      description:
        'The folder that the editor opens: the content folder, which is the default, or one above it.',
    },
    { name: 'dry-run', description: 'Name the files instead of writing them.' },
  ],
  output: [
    'The paths of the files that changed: a JSON Schema of every type in `.handbook/schemas/`, with the names of people, systems and all other documents in `names.schema.json`; settings, recommended extensions and snippets in `.vscode/`. Commit these.',
    'In `.astro/`, which is not committed, the schema of each document for Astro’s extension, which checks frontmatter.',
    'The command `new` keeps the names up to date. A name that the files do not know yet is not proposed, and never refused; for a file made by hand, run this again.',
    'Settings that have other entries keep them. Settings with comments are not rewritten; what to add is on stderr.',
  ],
});

import { defineCommand } from './define.ts';

export const fix = defineCommand({
  name: 'fix',
  summary: 'Put right what needs no judgement: moved links, order of fields, line ends.',
  usage: ['fix', 'fix runbooks', 'fix content/adrs/0001-a-decision.mdx --write'],
  positionals: [
    {
      name: 'paths',
      description:
        'Files or folders to put right; everything is read all the same. From here or from the content folder.',
      many: true,
    },
  ],
  options: [{ name: 'write', description: 'Write it; else it is only shown.' }],
  output: [
    'What would be changed: each file, and below it the line with what it has and what it gets. With `--write` this goes to stderr, and the paths of the files that were written to stdout.',
    'References and links to a document that was moved are written anew, by its aliases and by the renames that git saw; so are those in the wrong case or with the wrong ending where one document only can be meant.',
    'Fields come into the order of their type, stamps of a review at the end; comments go with the field below them. Windows line ends and byte order marks go.',
    'What can be derived is added: the old address of a document that git saw renamed; the digest of a file that a field names, where git knows one content of it.',
    'Every other byte stays. Nothing is written where the check would find more than before. The exit code is 1 where there is something to put right and it was not written.',
  ],
});

import { reportFormats } from '../problems/report-formats.ts';
import { defineCommand } from './define.ts';

export const prose = defineCommand({
  name: 'prose',
  summary: 'Read the prose: spelling, doubled words, articles, heavy words, long sentences.',
  usage: ['prose', 'prose runbooks', 'prose content/adrs/0001-a-decision.mdx --format json'],
  positionals: [
    {
      name: 'paths',
      description: 'Files or folders to report on. From here or from the content folder.',
      many: true,
    },
  ],
  options: [
    {
      name: 'format',
      value: 'FORMAT',
      description: 'How findings are written.',
      choices: reportFormats,
    },
  ],
  output: [
    'As `check`, and warnings only: the exit code is 0. Code, addresses, names of files and identifiers are not read.',
    'English of both sides of the ocean is known, and the words of healthcare and engineering; so are the people, systems, vendors and terms of the handbook. Words of your own go into `words.txt` at the top of the content folder, one a line; a line that begins with `#` is a remark.',
  ],
});

import { reportFormats } from '../problems/report-formats.ts';
import { defineCommand } from './define.ts';

export const check = defineCommand({
  name: 'check',
  summary: 'Check the handbook: fields, sections, references, links, pictures, addresses.',
  usage: ['check', 'check runbooks', 'check content/adrs/0001-a-decision.mdx --format json'],
  positionals: [
    {
      name: 'paths',
      description:
        'Files or folders to report on; everything is read all the same. From here or from the content folder.',
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
    {
      name: 'write-baseline',
      description: 'Write down what is found now as known, in baseline.json of the content folder.',
    },
    {
      name: 'watch',
      description:
        'Go on after the report: at each save, say what is new, what is fixed and how much is left.',
    },
  ],
  output: [
    'As text, one paragraph for each finding: file, line and column, weight and rule; what is wrong; what to write. The last line counts them.',
    'As JSON, `{ "problems": [...], "counts": { "error": 0, "warning": 0 } }`. A problem has `ruleId`, `severity`, `path`, `line`, `column`, `message`, `fix` and `url`, the page of this guide that explains the rule.',
    'Sorted by path and line. An error makes the exit code 1; a warning does not.',
    'With a baseline, only an error that it does not know makes the exit code 1. How many known findings are left, which are new and which are fixed is on stderr.',
    'With --watch, the report and then an answer to each save, until Ctrl-C, which makes the exit code 0. As JSON each answer is one line, `{ "changed": [...], "new": [...], "fixed": [...], "counts": {...}, "known": 0 }`; the first has all problems as new. `known` counts those of the baseline, which are in none of the others.',
  ],
});

import { reportFormats } from '../problems/report-formats.ts';
import { defineCommand } from './define.ts';

export const check = defineCommand({
  name: 'check',
  summary: 'Check the handbook: fields, sections, references, links, pictures, addresses.',
  usage: [
    'check',
    'check runbooks',
    'check content/adrs/0001-a-decision.mdx --format json',
    'check --changed-since origin/main --format markdown',
  ],
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
      name: 'changed-since',
      value: 'REV',
      description:
        'Report what was changed, or caused elsewhere, since this branch left REV: the merge base of REV and HEAD is compared with the files as they are, uncommitted and untracked ones too.',
    },
    {
      name: 'staged',
      description: 'With --changed-since: take what is staged for the next commit, not the files.',
    },
    {
      name: 'as-of',
      value: 'YYYY-MM-DD',
      description:
        'With --changed-since and --format markdown: the day for gates and reviews; else as in readiness.',
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
    'What more than three imported documents lack until they are reviewed is told by kind: how many, the first three, what to write. With the path of one of them it is told in full.',
    'As JSON, `{ "problems": [...], "counts": { "error": 0, "warning": 0 } }`. A problem has `ruleId`, `severity`, `path`, `line`, `column`, `message`, `fix` and `url`, the page of this guide that explains the rule.',
    'For GitHub, workflow commands: a notice that counts, then a line for each new error and warning, which GitHub shows in the diff. As SARIF 2.1.0, for code scanning. As JUnit XML, a suite for each file; warnings are skipped tests. As Markdown, a table. Paths are from the top of the repository in these four.',
    'With `--changed-since`: new findings wherever they are, since a removed runbook breaks the alert that names it; and those that were there before in files that the change touches, marked "not new". The others are counted. Only a new error makes the exit code 1. As JSON, a problem has `isNew`.',
    'With `--changed-since` as Markdown, the summary of a pull request: documents, references, findings, gates that moved, reviews, acceptances and drills that the edit voided, and documents due for review.',
    'Sorted by path and line. An error makes the exit code 1; a warning does not.',
    'With a baseline, only an error that it does not know makes the exit code 1. How many known findings are left, which are new and which are fixed is on stderr.',
    'With --watch, the report and then an answer to each save, until Ctrl-C, which makes the exit code 0. As JSON each answer is one line, `{ "changed": [...], "new": [...], "fixed": [...], "counts": {...}, "known": 0 }`; the first has all problems as new. `known` counts those of the baseline, which are in none of the others.',
  ],
});

import { defineCommand } from './define.ts';

export const readiness = defineCommand({
  name: 'readiness',
  summary:
    'Tell how far the handbook meets the exit-ramp documentation standard, and what to write.',
  usage: ['readiness', 'readiness --gate 30', 'readiness --as-of 2027-01-30 --format markdown'],
  positionals: [],
  options: [
    {
      name: 'as-of',
      value: 'YYYY-MM-DD',
      description:
        'The day to judge from; else `as_of` of engagement.yaml, else the newest commit, else the day of the import.',
    },
    {
      name: 'gate',
      value: 'GATE',
      description: 'Judge as if this gate were today.',
      choices: ['K', '90', '60', '30', 'exit'],
    },
    {
      name: 'format',
      value: 'FORMAT',
      description: 'How the result is written.',
      choices: ['text', 'json', 'markdown'],
    },
    {
      name: 'write-baseline',
      description:
        'Write down what fails or cannot be told now as known, in baseline.json of the content folder.',
    },
  ],
  output: [
    'As text and Markdown: the gates, then what fails and what to write, what nobody could decide, what is waived until when, what passes with its evidence, and what is not due yet.',
    'What more than three imported documents lack until they are reviewed is told once, with how many and the first three; as JSON each of them is there.',
    'As JSON, `{ "asOf", "exitOn", "gates": [{ "id", "date", "state", "errors", "warnings" }], "rules": [{ "id", "status", "evidence": [], "problems": [] }] }`. A status is `pass`, `fail`, `waived`, `cannot-tell`, `not-due` or `not-applicable`.',
    'The exit code is 1 when an error rule that is due fails, or could not be decided: that is never a pass.',
    'With a baseline, only what it does not know makes the exit code 1. A gate that failed stays failed, whatever the baseline knows.',
  ],
});

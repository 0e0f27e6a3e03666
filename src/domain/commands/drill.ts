import { defineCommand } from './define.ts';

export const drill = defineCommand({
  name: 'drill',
  summary: 'Record that somebody carried out a runbook, with its log.',
  usage: [
    'drill runbooks/hl7-feed-stalled --by dana-pruett --started 2026-09-14T09:00:00-06:00 --finished 2026-09-14T09:38:00-06:00 --result pass --log terminal.log',
    'drill RUNBOOK --by PERSON --with PERSON --with PERSON --started MOMENT --finished MOMENT --result fail --log FILE',
  ],
  positionals: [
    { name: 'runbook', description: 'Id, path or address of the runbook that was carried out.' },
  ],
  options: [
    { name: 'by', value: 'PERSON', description: 'Who had the keyboard.' },
    {
      name: 'with',
      value: 'PERSON',
      description: 'Somebody else in the room or on the call, vendor people included.',
      many: true,
    },
    {
      name: 'started',
      value: 'MOMENT',
      description: 'When the first step began, such as 2026-09-14T15:00:00Z.',
    },
    {
      name: 'finished',
      value: 'MOMENT',
      description: 'When service was verified as restored, such as 2026-09-14T15:38:00Z.',
    },
    {
      name: 'result',
      value: 'WORD',
      description: 'Whether the runbook led to the end that it promises.',
      choices: ['pass', 'fail'],
    },
    {
      name: 'log',
      value: 'FILE',
      description: 'The transcript or log, a text file; it is copied.',
    },
    {
      name: 'kind',
      value: 'WORD',
      description: 'Talked through, done in part, or done in full.',
      choices: ['tabletop', 'functional', 'full'],
    },
    { name: 'environment', value: 'TEXT', description: 'Where it was done, such as staging.' },
    { name: 'title', value: 'TEXT', description: 'The title, if not one made from the runbook.' },
    {
      name: 'present-text',
      description:
        'The drill was of the text as it is now, although git has an older one for its day.',
    },
    { name: 'dry-run', description: 'Show what would be written.' },
  ],
  output: [
    'The paths of the record and of the copy of its log. What is written into the record is on stderr; with `--dry-run` it is on stdout, and nothing is written.',
    'Then, on stderr, the minutes that it took against the target of the runbook, and whether it counts as a drill without the vendor. That follows from who took part; nobody types it.',
    'The digest is of the runbook as git had it when the drill began, so that a runbook that was mended afterwards is drilled again.',
  ],
});

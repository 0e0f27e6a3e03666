import { defineCommand } from './define.ts';

export const waive = defineCommand({
  name: 'waive',
  summary: 'Record that the sponsor lets a rule of the standard fail for a while.',
  usage: [
    'waive RBK-06 --for runbooks/hl7-feed-stalled --reason "The host allows no drill before its freeze ends" --measure "Two people have read it aloud" --until 2026-12-31 --by samir-aoun',
  ],
  positionals: [{ name: 'rule', description: 'Id of the rule, such as RBK-06.' }],
  options: [
    {
      name: 'for',
      value: 'DOCUMENT',
      description: 'The document that fails it; without it, the handbook as a whole.',
    },
    { name: 'reason', value: 'TEXT', description: 'Why it cannot be met now.' },
    { name: 'measure', value: 'TEXT', description: 'What lowers the risk meanwhile.' },
    {
      name: 'until',
      value: 'YYYY-MM-DD',
      description: 'The last day it holds, at most 90 days after the signature.',
    },
    { name: 'by', value: 'SPONSOR', description: 'The sponsor, who signs it.' },
    { name: 'on', value: 'YYYY-MM-DD', description: 'The day of the signature; else today.' },
    {
      name: 'title',
      value: 'TEXT',
      description: 'What is let pass, if not made from the rule and the document.',
    },
    { name: 'dry-run', description: 'Show what would be written.' },
  ],
  output: [
    'The path of the record. What is written into it is on stderr; with `--dry-run` it is on stdout, and nothing is written.',
    'A waiver that would not hold is refused with the reason: a rule that cannot be waived, more than 90 days, no measure, a signature that is not the sponsor’s.',
    'On stderr, how many findings it lets pass; where there is none, that it is not needed.',
  ],
});

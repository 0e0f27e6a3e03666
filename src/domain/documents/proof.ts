import { z } from 'zod';
import { defineType } from './define.ts';
import {
  block,
  date,
  digest,
  file,
  list,
  number,
  oneOf,
  prose,
  ref,
  text,
  vocabulary,
} from './fields.ts';

/** What can be tried on the handbook as a whole. */
export const proofKinds = [
  'links',
  'accessibility',
  'keyboard',
  'search',
  'network',
  'audience',
  'phi-scan',
  'secret-scan',
  'export',
  'restore',
  'clean-build',
] as const;

export type ProofKind = (typeof proofKinds)[number];

export const proof = defineType({
  name: 'proof',
  folder: 'proofs',
  label: 'Proof',
  plural: 'Proofs',
  section: 'comply',
  purpose:
    'Something was tried on the handbook as a whole, and the result was written down: a scan, an accessibility run, a build from a clean checkout.',
  guide: {
    when: 'Write one for each run whose result a rule of the standard asks for and cannot see for itself: scans, accessibility, search quality, the export, the build without the vendor. Name the content root that it ran on; after an edit of any document it has to be run again.',
    not: [
      { what: 'What shows that a control works', instead: 'evidence' },
      { what: 'A runbook that was carried out', instead: 'drill' },
    ],
    titles: {
      rule: 'What was tried, and on which day.',
      good: ['Secret scan of 2026-11-18', 'Clean build on the clinic’s own CI, 2026-11-20'],
      bad: 'Scan OK',
      why: 'Which scan, of which text? A proof counts for one state of the handbook only.',
    },
    advice: [
      'The root comes from the program: `new proof` writes it, and the digest of the report that is named. It also stands in the first lines of `readiness --format json`.',
      'Keep the report beside the record. A result without a report is only a claim.',
    ],
  },
  format: 'yaml',
  columns: ['kind', 'ran_on', 'result', 'tool', 'by'],
  schema: z.strictObject({
    title: text('What was tried, and when, such as `Secret scan of 2026-11-18`.').max(120),
    kind: oneOf(proofKinds, 'What was tried.'),
    ran_on: date('The day of the run.'),
    result: oneOf(['pass', 'fail'], 'Whether it found what it must find, and nothing else.'),
    content_root: digest('Merkle root of the documents that it ran on; an edit voids it.'),
    by: ref(
      'person',
      'Run by',
      'Ran',
      'Who ran it, or answers for the machine that did.',
    ).optional(),
    tool: text('The program and its version.').optional(),
    environment: text('Where it ran, such as the CI of the customer.').optional(),
    audience: vocabulary(
      'audiences',
      'The build it ran on; absent where it ran on all.',
    ).optional(),
    figures: list(
      block(
        {
          name: text('What was counted, such as `questions found in the first three`.'),
          value: number('The count.'),
          of: number('Out of how many.').optional(),
        },
        'One figure.',
      ),
      'What was counted.',
    ).optional(),
    stored_at: text('Of an export: where the archive is kept.').optional(),
    second_copy_at: text('Of an export: where the second copy is kept.').optional(),
    custodian: ref(
      'person',
      'Kept by',
      'Keeps',
      'Of an export: the customer-side person who answers for both copies.',
    ).optional(),
    report: file('The report of the run, as a file beside this record.').optional(),
    report_digest: digest('Digest of that report.').optional(),
    note: prose('What a reader has to know: exceptions, and why they are none.').optional(),
  }),
});

import { typeNames } from '../../documents/registry.ts';
import { engagementData } from '../../graph/corpus.ts';
import { type Approval, approvalOf } from '../../identifiers/approved.ts';
import { outcomeOfProof } from '../facts/proofs.ts';
import { leaksOf, type Unwanted } from '../facts/texts.ts';
import { defineStandardRule } from '../rule.ts';

export const dat05 = defineStandardRule({
  id: 'DAT-05',
  title: 'No PHI in the handbook',
  statement:
    'No value that looks like an identifier of a patient stands in the source, in files beside it, in what was removed since, or in a built page, unless it is on the list of made-up values.',
  why: 'An example that was copied from production at night is a breach in every copy of the handbook, and the patient is told by letter.',
  sources: [{ source: 'hipaa-164.514' }],
  appliesTo: typeNames,
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'no',
  satisfy: [
    'Replace the value by a made-up one, and write that into `synthetic` of engagement.yaml.',
    'If it was real, tell the privacy officer before anything else: the copies and the history have to be cleaned, and the event assessed.',
    'Scan source, history, builds and pictures, and record it as a proof of kind `phi-scan`.',
  ],
  limits:
    'Names, addresses and free text: no pattern knows them all. Use made-up names, and have somebody look at each picture.',
  messages: {
    identifier: {
      message: 'It holds {kind}{how}, which is not on the list of made-up values.',
      fix: 'If it is real, call the privacy officer. If it is made up, add it to `synthetic` of engagement.yaml; otherwise take it out.',
    },
    failed: {
      message: 'The scan for PHI found something.',
      fix: 'Look into the report with the privacy officer, clean what it found, and run the scan again.',
    },
  },
  examples: {
    ok: { path: 'glossary/adt.mdx', text: 'plain: "Who was admitted, such as MRN SYN900417."\n' },
    notOk: { path: 'glossary/adt.mdx', text: 'plain: "Who was admitted, such as MRN 4471902."\n' },
  },
  *check(context) {
    const known = knownValues(approvalOf(engagementData(context.corpus)));
    for (const { path, position, kind, how } of leaksOf(context, identifiers(known)))
      yield { messageId: 'identifier', path, position, args: { kind, how } };
    yield outcomeOfProof(context, 'phi-scan', 'a scan found no PHI');
  },
});

/** Whether a value is on the list of made-up ones, as a number, a day or a name. */
const knownValues =
  (approved: Approval) =>
  (value = ''): boolean =>
    value === '' ||
    (['number', 'date', 'name'] as const).some((sort) => approved({ sort, value, offset: 0 }));

/** What stands where a value would: a name in brackets, or a variable. */
const isPlaceholder = (value: string) => /^[<{$[]|^x+$/i.test(value);

/** Forms of identifiers that nothing else has. */
const identifiers = (isKnown: (value: string | undefined) => boolean): Unwanted[] => [
  {
    kind: 'a social security number',
    // Numbers that were never given out are left aside.
    pattern: /(?<![\d-])((?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4})(?![\d-])/g,
    isHarmless: ([, value]) => isKnown(value),
  },
  {
    kind: 'a medical record number',
    pattern: /\bMRN\b[\s:#=.*`"']{0,6}(?:no\.?|number|is|of)?[\s:#=`"']{0,4}([A-Z]{0,3}\d{5,})/gi,
    isHarmless: ([, value]) => isKnown(value),
  },
  {
    kind: 'a Medicare number',
    pattern:
      /\b([1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d-[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d-[AC-HJKMNP-RT-Y]{2}\d{2})\b/g,
    isHarmless: ([, value]) => isKnown(value),
  },
  {
    kind: 'a date of birth',
    pattern:
      /\b(?:DOB|date of birth)\b[\s:=*`"']{0,6}(\d{4}-\d{2}-\d{2}|\d{1,2}\/\d{1,2}\/\d{4})/gi,
    isHarmless: ([, value]) => isKnown(value),
  },
  {
    kind: 'a patient segment of an HL7 message',
    pattern: /\bPID\|[^|\r\n]*\|[^|\r\n]*\|([^|\r\n]*)\|[^|\r\n]*\|([^|\r\n]*)/g,
    isHarmless: ([, ids = '', name = '']) => {
      const value = ids.split('^')[0] || name;
      return isPlaceholder(value) || isKnown(value);
    },
  },
];

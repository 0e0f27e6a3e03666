import { typeNames } from '../../documents/registry.ts';
import { engagementData } from '../../graph/corpus.ts';
import { approvalOf, declaredFiles } from '../../identifiers/approved.ts';
import { isClosedFile } from '../../identifiers/closed.ts';
import { contactsOf } from '../../identifiers/contacts.ts';
import { identifierKinds } from '../../identifiers/detector.ts';
import { howHidden, type Sighting, sightingsIn } from '../../identifiers/sightings.ts';
import { at, compareText, wholeFile } from '../../problems/problem.ts';
import { outcomeOfProof } from '../facts/proofs.ts';
import { defineStandardRule, type StandardContext } from '../rule.ts';
import type { GitWitness, Version } from '../witness.ts';

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
    const { corpus, git, fileOf } = context;
    const engagement = engagementData(corpus);
    const approved = approvalOf(engagement, contactsOf(corpus));
    for (const [path, sightings] of filesOf(context)) {
      for (const sighting of sightings) {
        const value = sighting.values.find((one) => !approved(one));
        if (value === undefined) continue;
        const args = { kind: identifierKinds[sighting.kind].label, how: howHidden(sighting) };
        yield { messageId: 'identifier', path, position: at(value), args };
      }
    }
    for (const version of git.gone) {
      const { path, commit } = version;
      const how = ` (in the history: ${path}, removed by commit ${commit.id.slice(0, 8)})`;
      for (const { kind, values } of sightingsOfGone(version, git)) {
        const { label, whose } = identifierKinds[kind];
        // Contacts of people who have left are no patients.
        if (whose === 'anybody' || values.every(approved)) continue;
        const args = { kind: label, how };
        yield { messageId: 'identifier', path: 'engagement.yaml', position: wholeFile, args };
      }
    }
    const isDeclared = declaredFiles(engagement);
    for (const path of corpus.assets)
      if ((isClosedFile(path) || (fileOf(path)?.bytes ?? 0) > LARGEST) && !isDeclared(path))
        yield { cannotTell: CLOSED, path };
    yield outcomeOfProof(context, 'phi-scan', 'a scan found no PHI');
  },
});

/** Larger files are not looked into; in bytes. */
const LARGEST = 4_000_000;
const CLOSED =
  'No program here looks into this file. Have somebody read it, then name it under `synthetic: files` of engagement.yaml, or take it out.';

/** Documents and files with what was seen in them, in the order of their paths. */
function filesOf({ corpus }: StandardContext): (readonly [string, readonly Sighting[]])[] {
  const seen = [
    ...corpus.entries.map(({ path, sightings = [] }) => [path, sightings] as const),
    ...(corpus.sightings ?? []),
  ];
  return seen.filter(([, one]) => one.length > 0).sort(([a], [b]) => compareText(a, b));
}

const known = new WeakMap<Version, readonly Sighting[]>();

/** What was seen in the last text of a file that was removed. */
function sightingsOfGone(version: Version, git: GitWitness): readonly Sighting[] {
  const seen = known.get(version) ?? sightingsIn(git.textOf(version) ?? '', 'other');
  known.set(version, seen);
  return seen;
}

import { z } from 'zod';
import { defineType } from './define.ts';
import {
  block,
  date,
  digest,
  file,
  flag,
  list,
  oneOf,
  ref,
  refs,
  text,
  vocabulary,
} from './fields.ts';

export const signOff = defineType({
  name: 'sign-off',
  folder: 'sign-offs',
  label: 'Sign-off',
  plural: 'Sign-offs',
  section: 'engage',
  purpose: 'The sponsor signs a gate: once as a rehearsal 30 days before the exit, once for real.',
  guide: {
    when: 'Write one when the sponsor signs a gate: kickoff, 90, 60 and 30 days before the exit, and the exit. The one at 30 days is a rehearsal, signed like the real one while there is time to repair.',
    not: [
      { what: 'One document that was taken over', instead: 'acceptance' },
      { what: 'A rule that is let pass for a while', instead: 'waiver' },
    ],
    titles: {
      rule: 'The gate, and of which engagement.',
      good: ['Rehearsal of the exit, 30 days before', 'Exit of the Brookside engagement'],
      bad: 'Final sign-off',
      why: 'Which of the last ones?',
    },
    advice: ['Sign what can be verified later: digests of documents, not a meeting.'],
  },
  format: 'yaml',
  columns: ['gate', 'signed_on', 'signer', 'dry_run', 'waivers'],
  schema: z.strictObject({
    title: text('What is signed, such as `Exit of the Brookside engagement`.').max(120),
    gate: z.literal(['K', -90, -60, -30, 'X']).meta({
      description: 'The gate: K kickoff, -90, -60 and -30 days before the exit, X the exit day.',
    }),
    dry_run: flag('Whether it is a rehearsal.').optional(),
    signed_on: date('The day of the signature.'),
    signer: ref('person', 'Signed by', 'Signed', 'The sponsor.'),
    engine_version: text('Version of the program that checked the rules.').optional(),
    results_digest: digest('Digest of the rule results that were signed.').optional(),
    signed_root: digest('Merkle root over all documents; one changed byte makes another root.'),
    audience_roots: list(
      block(
        {
          audience: vocabulary('audiences', 'A group of readers named in engagement.yaml.'),
          root: digest('Merkle root over the documents that the group may read.'),
        },
        'One group.',
      ),
      'Merkle roots for each group, so that each can verify its own copy.',
    ).optional(),
    waivers: refs(
      'waiver',
      'Signed with',
      'Signed in',
      'The waivers in force at the gate.',
    ).optional(),
    // No `file` fields: a file that a field names is published, and these two name every document.
    statement: text(
      'The text that was signed, beside this record; written by the sign command.',
    ).optional(),
    files: text('The list of signed files with their digests, as `sha256sum` reads it.').optional(),
    signature: block(
      {
        form: oneOf(['ssh-file', 'ssh-tag', 'ssh-commit', 'minisign'], 'How it was signed.'),
        name: text('The tag or the commit; for minisign the comment of the key.').optional(),
        file: file('The signature file beside this record.').optional(),
        fingerprint: text('Fingerprint of the key, as registered for the signer.'),
      },
      'The signature itself.',
    ).optional(),
  }),
});

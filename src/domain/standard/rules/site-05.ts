import type { Finding } from '../../checks/rule.ts';
import type { Entry } from '../../graph/corpus.ts';
import { textAt } from '../../graph/fields.ts';
import { field } from '../../problems/problem.ts';
import { isActiveCustomer, nameOf, sideNamed } from '../facts/people.ts';
import { all, none, proofMessages, proofOutcomes } from '../facts/proof-outcomes.ts';
import { defineStandardRule, type StandardContext } from '../rule.ts';

export const site05 = defineStandardRule({
  id: 'SITE-05',
  title: 'A copy is kept that opens without us',
  statement:
    'One archive holds the whole handbook, opens from disk in a browser with a working search and without a network, is kept in two named places by a named customer-side person, and was restored once by the customer.',
  why: 'Six years on, an auditor asks what the runbook said in May. The server is gone, and the archive that nobody ever opened asks for a server to search.',
  sources: [
    { source: 'hipaa-164.316', clause: '(b)(2)(i)' },
    { source: 'engagement', clause: 'everything lives with the customer' },
    { source: 'readers', clause: 'a copy one can keep' },
  ],
  appliesTo: ['proof'],
  stages: [{ from: '-30', severity: 'error' }],
  waivable: 'until-exit',
  satisfy: [
    'Make the archive, open it from disk with the network off, and search in it. Record that as a proof of kind `export`, with the list of files and their SHA-256 as its report.',
    'Write `stored_at`, `second_copy_at` and `custodian` into that proof.',
    'Have somebody of the customer fetch a copy, check the list and open it. Record that as a proof of kind `restore`, with `by`.',
  ],
  limits: 'That the two places are two, and that both will be there in six years.',
  messages: {
    ...proofMessages,
    served: {
      message: 'It does not say that the archive was opened from disk, without a server.',
      fix: 'Open the archive itself and write: environment: "Firefox 143, file:// with the network off"',
    },
    noManifest: {
      message:
        'Its report lists no files with their SHA-256, so nobody can tell whether a copy is whole.',
      fix: 'Save the list as the report: sha256sum of every file of the archive, one on each line.',
    },
    noPlace: {
      message: 'It does not say where {what} of the archive is kept.',
      fix: 'Write: {field}: the store, and the folder or bucket in it',
    },
    samePlace: {
      message: 'Both copies of the archive are kept in the same place.',
      fix: 'Keep the second copy where a fire or a closed account does not reach both.',
    },
    noCustodian: {
      message: 'Nobody of the customer answers for the copies.',
      fix: 'Write: custodian: the slug of a customer-side person who stays',
    },
    byVendor: {
      message: 'The copy was restored by {name}, who is not on the customer side.',
      fix: 'Have somebody of the customer do it alone, and record it with their slug after `by:`.',
    },
  },
  examples: {
    ok: { path: 'proofs/export-2026-10-01.yaml', text: 'custodian: dana-pruett\n' },
    notOk: {
      path: 'proofs/export-2026-10-01.yaml',
      text: 'environment: Chromium 140 at http://localhost:8080\n',
    },
  },
  *check(context) {
    const exported = yield* proofOutcomes(context, 'export', {
      figures: [none('requests to the network'), all('searches that found their page')],
      how: 'Make the archive, open it from disk with the network off, search in it, and record that as a proof of kind `export` with the list of its files.',
    });
    if (exported !== null) yield* troublesOf(exported, context);
    const restored = yield* proofOutcomes(context, 'restore', {
      how: 'Have somebody of the customer fetch a copy, check its list of files and open it, and record that as a proof of kind `restore`.',
    });
    if (restored !== null) yield* troubleOfRestore(restored, context);
  },
});

/** The two places of the archive, by field. */
const places = [
  ['stored_at', 'the first copy'],
  ['second_copy_at', 'the second copy'],
] as const;

type Id = 'served' | 'byVendor' | 'noManifest' | 'noPlace' | 'samePlace' | 'noCustodian';

function* troublesOf(
  { path, data }: Entry,
  { corpus, asOf, fileOf }: StandardContext,
): Iterable<Finding<Id>> {
  const at = (name: string) => ({ path, position: field([name in data ? name : 'title']) });
  if (!/\bfile:\/\//.test(textAt(data, 'environment') ?? ''))
    yield { messageId: 'served', ...at('environment') };
  const report = fileOf(`proofs/${(textAt(data, 'report') ?? '').replace(/^\.\//, '')}`);
  if (!/^[0-9a-f]{64} [ *]\S/m.test(report?.text ?? ''))
    yield { messageId: 'noManifest', ...at('report') };
  for (const [name, what] of places) {
    if (textAt(data, name) === null)
      yield { messageId: 'noPlace', ...at(name), args: { field: name, what } };
  }
  const [first, second] = places.map(([name]) => textAt(data, name)?.trim().toLowerCase());
  if (first !== undefined && first === second)
    yield { messageId: 'samePlace', ...at('second_copy_at') };
  if (!isActiveCustomer(corpus, data['custodian'], asOf))
    yield { messageId: 'noCustodian', ...at('custodian') };
}

function* troubleOfRestore(
  { path, data }: Entry,
  { corpus }: StandardContext,
): Iterable<Finding<Id>> {
  if (sideNamed(corpus, data['by']) === 'customer') return;
  const by = textAt(data, 'by');
  const args = { name: by === null ? 'nobody who is named' : nameOf(corpus, by) };
  const position = field([by === null ? 'title' : 'by']);
  yield { messageId: 'byVendor', path, position, args };
}

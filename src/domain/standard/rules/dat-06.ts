import { typeNames } from '../../documents/registry.ts';
import { SECRETS } from '../../identifiers/secrets.ts';
import { outcomeOfProof } from '../facts/proofs.ts';
import { leaksOf } from '../facts/texts.ts';
import { defineStandardRule } from '../rule.ts';

export const dat06 = defineStandardRule({
  id: 'DAT-06',
  title: 'No secrets',
  statement:
    'No key, password, token or connection string with a password stands in the source, in files beside it, in what was removed since, or in a built page.',
  why: 'A handbook is copied to laptops, archives and printers. A key in it opens the system for everybody who ever had a copy, and nobody can call the copies back.',
  sources: [
    { source: 'hipaa-164.312', clause: '(d)' },
    { source: 'soc-2', clause: 'CC6' },
  ],
  appliesTo: typeNames,
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'no',
  satisfy: [
    'Revoke the secret first: taking it out of the text does not call back the copies.',
    'Write where it is kept instead, such as the name of the item in the secret store.',
    'Run a secret scanner over source, history and builds, and record it as a proof of kind `secret-scan`.',
  ],
  limits:
    'That every secret has a form that a scanner knows. A password in plain words is found by a reader or not at all.',
  messages: {
    secret: {
      message: 'It holds {kind}{how}.',
      fix: 'Revoke it, then write the name of the item in the secret store instead of the value.',
    },
    failed: {
      message: 'The scan for secrets found something.',
      fix: 'Look into the report, revoke what it found, take it out, and run the scan again.',
    },
  },
  examples: {
    ok: {
      path: 'glossary/adt.mdx',
      text: 'plain: "Messages about admissions; the queue is at amqp://intake:<password>@queue-01."\n',
    },
    notOk: {
      path: 'glossary/adt.mdx',
      text: 'plain: "Messages about admissions; the queue is at amqp://intake:wet-Harbor-91@queue-01."\n',
    },
  },
  *check(context) {
    for (const { path, position, kind, how } of leaksOf(context, SECRETS))
      yield { messageId: 'secret', path, position, args: { kind, how } };
    yield outcomeOfProof(context, 'secret-scan', 'a scan found no secret');
  },
});

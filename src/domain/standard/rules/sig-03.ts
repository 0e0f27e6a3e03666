import type { Finding } from '../../checks/rule.ts';
import type { Entry } from '../../graph/corpus.ts';
import { rawAt, rowsAt, textAt } from '../../graph/fields.ts';
import { field } from '../../problems/problem.ts';
import { noWitness } from '../facts/history.ts';
import {
  isInSigners,
  isOfCustomer,
  othersWithKey,
  type RegisteredKey,
  registeredKey,
} from '../facts/keys.ts';
import { nameOf, personNamed, sideNamed } from '../facts/people.ts';
import { signOffsOf } from '../facts/sign-offs.ts';
import { gateDate } from '../gates.ts';
import { defineStandardRule, type Outcome, type StandardContext } from '../rule.ts';

type Id = 'signature' | 'vendor' | 'late' | 'lateCommit' | 'byVendor' | 'shared' | 'noSigners';

export const sig03 = defineStandardRule<'SIG-03', Id>({
  id: 'SIG-03',
  title: 'The signature is the sponsor’s own',
  statement:
    'The signature of the exit verifies with a key that was registered for the sponsor earlier than 60 days before the exit, and whoever holds a copy can verify it without the vendor.',
  why: 'A key that appears on the day of the signature is anybody’s key. The one who gains most from a signature is the one who is leaving.',
  sources: [{ source: 'hipaa-164.312', clause: '(c)(1), integrity' }],
  appliesTo: ['sign-off', 'person'],
  stages: [{ from: 'X', severity: 'error' }],
  waivable: 'no',
  satisfy: [
    'Before -60 the sponsor makes a key (ssh-keygen -t ed25519), and `fingerprint`, `public_key` and `added_on` go under `keys:` of the sponsor’s record, in a commit that somebody of the customer wrote or reviewed.',
    'The sponsor signs on their own machine: npm run handbook -- sign --gate exit --by PERSON',
    'Keep sign-offs/ whole: the signature, the statement and `allowed_signers` are all that ssh-keygen needs.',
  ],
  limits: 'That the sponsor alone holds the key: ask them for its fingerprint by telephone.',
  messages: {
    signature: {
      message: 'The signature does not hold: {why}',
      fix: 'Put the files back as they were signed, or have the sponsor sign again: npm run handbook -- sign',
    },
    vendor: {
      message: 'It is signed by {name}, who is not on the customer side.',
      fix: 'Have the sponsor sign, with a key of their own.',
    },
    late: {
      message:
        'The key was registered on {day}, and it must be there before {limit}, 60 days before the exit.',
      fix: 'Sign with a key that was registered before. Where there is none, the exit day moves, or counsel decides.',
    },
    lateCommit: {
      message:
        'The record says {day}, and git has this key {when}; it must be there before {limit}.',
      fix: 'Sign with a key that was registered before. A day that was typed in later proves nothing.',
    },
    byVendor: {
      message:
        'The key was registered by {author}, and nobody of the customer wrote or reviewed that commit.',
      fix: 'Have the sponsor confirm the fingerprint in a commit of the customer: take the key out, and add it again with a `Reviewed-by:` line of the customer.',
    },
    shared: {
      message: '{name} has registered the same key, so the signature could be of either.',
      fix: 'Give each person a key of their own, and have the sponsor sign again.',
    },
    noSigners: {
      message:
        'The key is not in sign-offs/allowed_signers, so nobody can verify with ssh-keygen alone.',
      fix: 'Put back the line that the sign command wrote into sign-offs/allowed_signers.',
    },
  },
  examples: {
    ok: { path: 'sign-offs/exit.yaml', text: 'title: Exit of the Brookside engagement\n' },
    notOk: { path: 'sign-offs/exit.yaml', text: 'signature: null\n' },
  },
  *check(context) {
    const { corpus, fileOf } = context;
    for (const { entry, gate, rehearsal } of signOffsOf(corpus, fileOf)) {
      if (gate !== 'X' || rehearsal) {
        yield* rehearsed(entry, context);
        continue;
      }
      const outcomes = [...judge(entry, context)];
      yield* outcomes;
      if (outcomes.length > 0) continue;
      const name = nameOf(corpus, textAt(entry.data, 'signer') ?? '');
      const key = rawAt(entry.data, 'signature.fingerprint');
      yield { evidence: `the signature of ${name} verifies with ${key}`, path: entry.path };
    }
  },
});

/** Other signatures are not asked for, but one that is there must be good. */
function* rehearsed(entry: Entry, { signatureOf }: StandardContext): Iterable<Outcome<Id>> {
  if (textAt(entry.data, 'statement') === null) return;
  const signature = signatureOf(entry);
  if (signature.state !== 'bad' && signature.state !== 'missing') return;
  const position = field([entry.data['signature'] === undefined ? 'title' : 'signature'], 'key');
  yield { messageId: 'signature', path: entry.path, position, args: { why: signature.why } };
}

function* judge(entry: Entry, context: StandardContext): Iterable<Outcome<Id>> {
  const { path, data } = entry;
  const signer = data['signer'];
  const signature = context.signatureOf(entry);
  const position = field([data['signature'] === undefined ? 'title' : 'signature'], 'key');
  if (sideNamed(context.corpus, signer) !== 'customer') {
    const name = nameOf(context.corpus, textAt(data, 'signer') ?? 'nobody');
    yield { messageId: 'vendor', path, position: field(['signer']), args: { name } };
  } else if (signature.state === 'unknown') yield { cannotTell: `${path}: ${signature.why}`, path };
  else if (signature.state !== 'good')
    yield { messageId: 'signature', path, position, args: { why: signature.why } };
  else {
    const person = personNamed(context.corpus, signer);
    const key = person === null ? null : registeredKey(person, signature.fingerprint, context);
    if (key !== null) yield* judgeKey(key, context);
  }
}

function* judgeKey(key: RegisteredKey, context: StandardContext): Iterable<Outcome<Id>> {
  const { corpus } = context;
  const at = (name: string) => placeOf(key, name);
  for (const other of othersWithKey(corpus, key)) {
    const name = nameOf(corpus, other.id.slice('people/'.length));
    yield { messageId: 'shared', ...at('fingerprint'), args: { name } };
  }
  if (!isInSigners(key, context)) yield { messageId: 'noSigners', ...at('fingerprint') };
  const limit = gateDate('-60', context);
  if (limit === null) return;
  const day = key.addedOn ?? 'no day';
  if (key.addedOn === null || key.addedOn >= limit)
    yield { messageId: 'late', ...at('added_on'), args: { day, limit } };
  else yield* judgeCommit(key, limit, context);
}

/** What git says of the day, and of who registered the key. */
function* judgeCommit(
  key: RegisteredKey,
  limit: string,
  context: StandardContext,
): Iterable<Outcome<Id>> {
  const { commit, addedOn, person } = key;
  const isLate = commit === null || commit.on >= limit;
  const doubt = isLate || context.git.state !== 'full' ? noWitness(context, limit) : null;
  const at = placeOf(key, 'added_on');
  if (doubt !== null) yield { cannotTell: `${person.path}: ${doubt}`, path: person.path };
  else if (isLate) {
    const when = commit === null ? 'in no commit yet' : `only since ${commit.on}`;
    yield { messageId: 'lateCommit', ...at, args: { day: addedOn ?? '', when, limit } };
  } else if (!isOfCustomer(context.corpus, commit))
    yield { messageId: 'byVendor', ...at, args: { author: commit.author } };
}

const placeOf = (
  { person, fingerprint }: RegisteredKey,
  name: string,
): Pick<Finding, 'path' | 'position'> => {
  const rows = rowsAt(person.data, 'keys');
  const index = rows.findIndex((row) => row['fingerprint'] === fingerprint);
  const has = rows[index]?.[name] !== undefined;
  return { path: person.path, position: field(['keys', index, has ? name : 'fingerprint']) };
};

import { type Corpus, type Entry, entriesOf, slugOf } from '../../graph/corpus.ts';
import { isDay } from '../../graph/days.ts';
import { textAt, textsOf } from '../../graph/fields.ts';
import { sideOf } from '../../graph/sides.ts';
import { at, field } from '../../problems/problem.ts';
import { codeOwnersOf, isVendorOwner } from '../facts/code-owners.ts';
import { isActive, nameOf, sideNamed } from '../facts/people.ts';
import { bare, vendorMarks } from '../facts/vendor-routes.ts';
import { isPlaceholder } from '../facts/words.ts';
import { defineStandardRule, type StandardContext } from '../rule.ts';

export const own05 = defineStandardRule({
  id: 'OWN-05',
  title: 'The vendor can open nothing any more',
  statement:
    'From -30 nobody of the vendor is on call. At the exit every account, key, token, app registration and CODEOWNERS entry of somebody of the vendor has a record of its removal: the day, who removed it, and what shows it.',
  why: 'An account that nobody uses is watched by nobody. A year later it is the way in, and the log says it was somebody you knew.',
  sources: [
    { source: 'hipaa-164.308', clause: '(a)(3)(ii)(C)' },
    { source: 'iso-27001', clause: 'A.5.11' },
  ],
  appliesTo: ['access-record', 'person'],
  stages: [{ from: '-30', severity: 'error' }],
  waivable: 'until-exit',
  satisfy: [
    'Keep a record in `access-records/` for each account, key and token that somebody of the vendor was given.',
    'When it is removed, write `removed_on`, `removed_by` (a person of the customer) and `proof` into the record.',
    'Replace people of the vendor in CODEOWNERS. Write account names after `handles:` in the records of people, so that each can be told.',
  ],
  limits:
    'Access that was never recorded: compare the records with the lists of users of each system. CODEOWNERS is read where it lies in the content folder; those of code repositories are not seen.',
  messages: {
    onCall: {
      message: '{person}, of the vendor, is still on the on-call schedule.',
      fix: 'Take them off it, then write: removed_on: DAY, removed_by: PERSON, proof: what shows it.',
    },
    open: {
      message: '{person}, of the vendor, still has this access.',
      fix: 'Remove it, then write: removed_on: DAY, removed_by: PERSON, proof: what shows it.',
      from: 'X',
    },
    unproved: {
      message: 'It is said to be removed on {day}, and {why}.',
      fix: 'Write: removed_by: a person of the customer, and proof: a log entry, a ticket or an export, and where it is kept.',
    },
    whose: {
      message: 'Nobody can tell whose access this is: {person} is on neither side.',
      fix: 'Correct the slug, or add the person with an address.',
      from: 'X',
    },
    codeOwner: {
      message: '{owner}, of the vendor, must approve changes to {pattern}.',
      fix: 'Write somebody of the customer in this line.',
      from: 'X',
    },
  },
  examples: {
    ok: {
      path: 'access-records/leo-marsh-queue.yaml',
      text: 'proof: Ticket FAX-88 with the export of users of 2 October\n',
    },
    notOk: { path: 'access-records/leo-marsh-queue.yaml', text: 'removed_on: null\n' },
  },
  *check(context) {
    const { corpus } = context;
    const recorded = new Set<unknown>();
    for (const record of entriesOf(corpus, 'access-record')) {
      if (!record.readable) continue;
      recorded.add(record.data['person']);
      yield* access(record, context);
    }
    yield* unrecorded(recorded, context);
    yield* codeOwners(context);
  },
});

function* access({ path, data }: Entry, { corpus, asOf }: StandardContext) {
  const slug = textAt(data, 'person') ?? '';
  const side = sideNamed(corpus, slug);
  const person = nameOf(corpus, slug) || 'nobody';
  if (side === 'customer') return;
  const removed = data['removed_on'];
  const at = (name: string) => ({ path, position: field([name]) });
  if (side === null) {
    yield { messageId: 'whose', ...at('person'), args: { person } } as const;
  } else if (!isDay(removed) || removed > asOf) {
    const messageId = data['kind'] === 'on-call' ? 'onCall' : 'open';
    yield { messageId, ...at('removed_on'), args: { person } } as const;
  } else {
    const why = proofTrouble(data, corpus);
    if (why !== null)
      yield { messageId: 'unproved', ...at('removed_on'), args: { day: removed, why } } as const;
    else
      yield {
        evidence: `${person}: ${textAt(data, 'title') ?? 'access'}, removed on ${removed}`,
        path,
      };
  }
}

/** Why a removal is not proved, as the end of a sentence. */
function proofTrouble(data: Entry['data'], corpus: Corpus): string | null {
  const by = textAt(data, 'removed_by');
  const granted = textAt(data, 'granted_on');
  if (granted !== null && granted > String(data['removed_on']))
    return `it was granted on ${granted}, later than that`;
  if (by === null) return 'nobody is named who removed it';
  if (sideNamed(corpus, by) !== 'customer')
    return `${nameOf(corpus, by)}, who removed it, is not of the customer`;
  return isPlaceholder(textAt(data, 'proof') ?? '') ? 'nothing shows it' : null;
}

/** Somebody of the vendor without any record: they had no access, or nobody wrote it down. */
function* unrecorded(recorded: ReadonlySet<unknown>, { corpus, asOf }: StandardContext) {
  for (const person of entriesOf(corpus, 'person')) {
    const slug = slugOf(person);
    if (sideOf(person, corpus) !== 'vendor' || recorded.has(slug)) continue;
    const name = nameOf(corpus, slug);
    const cannotTell = `No access of ${name}, of the vendor, was ever recorded. Look ${isActive(person, asOf) ? 'them' : 'the name'} up in the lists of users, and add a record to access-records/ for what was found; for somebody who never had any, one with kind: account, the day of the look and what it showed as proof.`;
    yield { cannotTell, path: person.path, from: 'X' } as const;
  }
}

function* codeOwners(context: StandardContext) {
  const { corpus } = context;
  const marks = vendorMarks(corpus);
  const known = new Set(
    entriesOf(corpus, 'person').flatMap((person) =>
      [slugOf(person), ...textsOf(person.data, 'handles')].map(bare),
    ),
  );
  const owners = codeOwnersOf(context);
  let isClean = true;
  for (const one of owners) {
    const { path, owner, pattern } = one;
    if (isVendorOwner(owner, marks)) {
      isClean = false;
      yield { messageId: 'codeOwner', path, position: at(one), args: { owner, pattern } } as const;
    } else if (/^@[^/]+$/.test(owner) && !known.has(bare(owner))) {
      isClean = false;
      const cannotTell = `Nobody can tell whose account ${owner} in ${path} is. Write it after handles: in the record of that person.`;
      yield { cannotTell, path, from: 'X' } as const;
    }
  }
  const path = owners[0]?.path;
  if (path !== undefined && isClean)
    yield { evidence: `nobody of the vendor is among the ${owners.length} code owners`, path };
}

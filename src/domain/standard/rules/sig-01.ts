import type { Entry } from '../../graph/corpus.ts';
import { textAt } from '../../graph/fields.ts';
import { field } from '../../problems/problem.ts';
import { acceptanceOf, documentsToAccept } from '../facts/acceptances.ts';
import { byOwner, counted, firstOf, placeOfPerson, receiverOf } from '../facts/documents.ts';
import { nameOf } from '../facts/people.ts';
import { defineStandardRule, type Outcome, type StandardContext } from '../rule.ts';

type Id = 'none' | 'changed' | 'other' | 'nobody';

export const sig01 = defineStandardRule<'SIG-01', Id>({
  id: 'SIG-01',
  title: 'Whoever takes a document over has accepted it',
  statement:
    'Each document is accepted by the customer-side person who takes it over, on the text as it is now. Weekly summaries and drills carry signatures of their own.',
  why: 'What nobody took over belongs to whoever left. The first one to notice is on call, with a page that its new owner has never opened.',
  sources: [
    { source: 'itil', clause: 'exit criteria' },
    { source: 'uk-exit-schedule', clause: 'acceptance of what is transferred' },
  ],
  appliesTo: ['acceptance'],
  stages: [{ from: '-30', severity: 'error' }],
  waivable: 'yes',
  satisfy: [
    'Name the receiving person of each document: `successor:`, or `owner:` where the owner stays.',
    'That person reads it, carries it out once where it can be carried out, and accepts it: npm run handbook -- accept ID --by PERSON. A day before the document or the kickoff counts for nothing.',
    'After an edit it is accepted again, with the same command.',
  ],
  limits: 'That the person understood what they accepted.',
  messages: {
    none: {
      message: '{name} answers for {all} after the exit and has not accepted {count}: {first}.',
      fix: 'Have {name} read them, then run with the ids of all that are accepted: npm run handbook -- accept {id} --by {slug}',
    },
    changed: {
      message: 'Since {name} accepted them, {count} changed: {first}.',
      fix: 'Read again what changed, then run with the ids of all that are accepted: npm run handbook -- accept {id} --by {slug}',
    },
    other: {
      message: 'It is accepted by {by}, and {name} is the one who takes it over.',
      fix: 'Have {name} accept it, or name {by} as its successor.',
    },
    nobody: {
      message: '{count} of {name} have nobody on the customer side who could accept them: {first}.',
      fix: 'Write into each: successor: the slug of a customer-side person',
    },
  },
  examples: {
    ok: { path: 'acceptances/fax-gateway.yaml', text: 'note: Accepted after the second drill.\n' },
    notOk: { path: 'acceptances/fax-gateway.yaml', text: 'accepted_by: leo-marsh\n' },
  },
  *check(context) {
    const { corpus } = context;
    const groups = Map.groupBy(documentsToAccept(corpus), (entry) => receiverOf(entry, context));
    let accepted = 0;
    for (const [receiver, entries] of groups) {
      if (receiver === null) yield* withoutReceiver(entries, context);
      else accepted += yield* judge(receiver, entries, context);
    }
    if (accepted > 0)
      yield { evidence: `${counted(accepted)} accepted by who takes them over, as they stand` };
  },
});

function* withoutReceiver(
  entries: readonly Entry[],
  { corpus }: StandardContext,
): Iterable<Outcome<Id>> {
  for (const [owner, own] of byOwner(entries)) {
    const { name, ...at } = placeOfPerson(corpus, owner);
    const args = { name, count: counted(own.length), first: firstOf(own.map(({ id }) => id)) };
    yield { messageId: 'nobody', ...at, args };
  }
}

/** Findings about what one person takes over; returns how many they have accepted. */
function* judge(
  receiver: string,
  entries: readonly Entry[],
  context: StandardContext,
): Generator<Outcome<Id>, number> {
  const { corpus } = context;
  const { name, ...at } = placeOfPerson(corpus, receiver);
  const missing: Entry[] = [];
  let others = 0;
  const stale: { entry: Entry; record: Entry }[] = [];
  for (const entry of entries) {
    const { state, record } = acceptanceOf(entry, context);
    if (state === 'changed' && record) stale.push({ entry, record });
    else if (state === 'other' && record) {
      const by = nameOf(corpus, textAt(record.data, 'accepted_by') ?? 'nobody');
      const position = field(['accepted_by']);
      yield { messageId: 'other', path: record.path, position, args: { by, name } };
      others += 1;
    } else if (state === 'none') missing.push(entry);
  }
  if (missing.length > 0) {
    const first = firstOf(missing.map(({ id }) => id));
    const args = {
      name,
      all: counted(entries.length),
      count: missing.length,
      first,
      slug: receiver,
      id: missing[0]?.id ?? '',
    };
    yield { messageId: 'none', ...at, args };
  }
  const [oldest] = stale;
  if (oldest) {
    const first = firstOf(stale.map(({ entry }) => entry.id));
    const id = oldest.entry.id;
    const args = { name, count: counted(stale.length), first, id, slug: receiver };
    yield { messageId: 'changed', ...at, args };
  }
  return entries.length - missing.length - stale.length - others;
}

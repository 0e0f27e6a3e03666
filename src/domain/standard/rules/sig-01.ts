import { type Entry, entriesOf } from '../../graph/corpus.ts';
import { isDay } from '../../graph/days.ts';
import { textAt } from '../../graph/fields.ts';
import { field } from '../../problems/problem.ts';
import {
  byOwner,
  counted,
  firstOf,
  liveDocuments,
  placeOfPerson,
  receiverOf,
} from '../facts/documents.ts';
import { identityOf, nameOf } from '../facts/people.ts';
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
    'That person reads it, carries it out once where it can be carried out, and records it with the `accept` command, which takes the digest of the text. A day before the document or the kickoff counts for nothing.',
    'After an edit it is accepted again.',
  ],
  limits: 'That the person understood what they accepted.',
  messages: {
    none: {
      message: '{name} takes over {all} and has not accepted {count}: {first}.',
      fix: 'Read each as it stands, then: npm run handbook -- accept ID … --by {slug}',
    },
    changed: {
      message: 'Since {name} accepted them, {count} changed: {first}.',
      fix: 'Read again what changed, then: npm run handbook -- accept ID … --by {slug}. The digest of the first is {hash} now.',
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
    const documents = liveDocuments(corpus).filter(({ type }) => !SIGNED.has(type.name));
    const acceptances = Map.groupBy(
      entriesOf(corpus, 'acceptance').filter(({ readable }) => readable),
      ({ data }) => textAt(data, 'document') ?? '',
    );
    const groups = Map.groupBy(documents, (entry) => receiverOf(entry, context));
    let accepted = 0;
    for (const [receiver, entries] of groups) {
      if (receiver === null) yield* withoutReceiver(entries, context);
      else accepted += yield* judge(receiver, entries, acceptances, context);
    }
    if (accepted > 0)
      yield { evidence: `${counted(accepted)} accepted by who takes them over, as they stand` };
  },
});

/** Types that are signed or carried out by the customer themselves. */
const SIGNED: ReadonlySet<string> = new Set(['weekly-summary', 'drill']);

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
  acceptances: ReadonlyMap<string, readonly Entry[]>,
  context: StandardContext,
): Generator<Outcome<Id>, number> {
  const { corpus, hashOf } = context;
  const { name, ...at } = placeOfPerson(corpus, receiver);
  const missing: Entry[] = [];
  const stale: { entry: Entry; record: Entry }[] = [];
  for (const entry of entries) {
    const said = (acceptances.get(entry.id) ?? []).filter((one) => isDated(one, entry, context));
    const own = said.filter(({ data }) => isSame(data['accepted_by'], receiver, context));
    if (own.some(({ data }) => data['accepted_hash'] === hashOf(entry))) continue;
    const [record] = own;
    const [other] = said;
    if (record) stale.push({ entry, record });
    else if (other) {
      const by = nameOf(corpus, textAt(other.data, 'accepted_by') ?? 'nobody');
      const position = field(['accepted_by']);
      yield { messageId: 'other', path: other.path, position, args: { by, name } };
    } else missing.push(entry);
  }
  if (missing.length > 0) {
    const first = firstOf(missing.map(({ id }) => id));
    const args = {
      name,
      all: counted(entries.length),
      count: missing.length,
      first,
      slug: receiver,
    };
    yield { messageId: 'none', ...at, args };
  }
  const [oldest] = stale;
  if (oldest) {
    const first = firstOf(stale.map(({ entry }) => entry.id));
    const hash = hashOf(oldest.entry);
    const args = { name, count: counted(stale.length), first, hash };
    const position = field(['accepted_hash']);
    yield { messageId: 'changed', path: oldest.record.path, position, args };
  }
  return entries.length - missing.length - stale.length;
}

/** Whether an acceptance has a day: one that has come, and not before the document or the kickoff. */
function isDated({ data }: Entry, of: Entry, { asOf, kickoffOn }: StandardContext): boolean {
  const day = data['accepted_on'];
  if (!isDay(day) || day > asOf) return false;
  return [of.data['created'], kickoffOn].every((first) => !isDay(first) || day >= first);
}

const isSame = (by: unknown, receiver: string, { corpus }: StandardContext): boolean =>
  typeof by === 'string' && identityOf(corpus, by) === identityOf(corpus, receiver);

import { type Entry, entriesOf, slugOf, titleOf } from '../../domain/graph/corpus.ts';
import { textAt } from '../../domain/graph/fields.ts';
import { receiverOf } from '../../domain/standard/facts/documents.ts';
import { identityOf, isActiveCustomer, nameOf } from '../../domain/standard/facts/people.ts';
import type { StandardContext } from '../../domain/standard/rule.ts';
import { Refusal } from '../refusal.ts';

/** Refuses whoever is not the one who takes a document over, or comes after somebody who accepted this text. */
export function refuseOther(entry: Entry, person: Entry, context: StandardContext): void {
  const { corpus } = context;
  const by = slugOf(person);
  const isOther = (slug: string) => identityOf(corpus, slug) !== identityOf(corpus, by);
  const receiver = receiverOf(entry, context);
  if (receiver !== null && isOther(receiver))
    throw new Refusal(
      `${entry.path}: ${nameOf(corpus, receiver)} takes it over, so ${titleOf(person)} cannot accept it. Let them do it: --by ${receiver}. If it passes to ${titleOf(person)}, write in it: successor: ${by}. Nothing was written.`,
    );
  const other = receiver === null ? acceptersOf(entry, context).find(isOther) : undefined;
  if (other !== undefined)
    throw new Refusal(
      `${entry.path}: ${nameOf(corpus, other)} has accepted this very text. If it passes to ${titleOf(person)}, write in it: successor: ${by}. Nothing was written.`,
    );
}

/** Slugs of the customer-side people whose acceptance is of the text as it is. */
const acceptersOf = (entry: Entry, { corpus, asOf, hashOf }: StandardContext): string[] =>
  entriesOf(corpus, 'acceptance')
    .filter(({ data }) => data['document'] === entry.id && data['accepted_hash'] === hashOf(entry))
    .map(({ data }) => textAt(data, 'accepted_by') ?? '')
    .filter((slug) => isActiveCustomer(corpus, slug, asOf));

/** What to do about an acceptance that does not count, since the document names nobody who takes it over. */
export const withoutReceiver = (entry: Entry, person: Entry, context: StandardContext): string[] =>
  receiverOf(entry, context) === null
    ? [
        `${entry.path} names nobody of the customer as successor or owner, so this does not count. Write in it: successor: ${slugOf(person)}, and accept it again.`,
      ]
    : [];

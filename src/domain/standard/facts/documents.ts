import type { Corpus, Entry } from '../../graph/corpus.ts';
import { textAt } from '../../graph/fields.ts';
import { field, type Position, wholeFile } from '../../problems/problem.ts';
import type { StandardContext } from '../rule.ts';
import { isActiveCustomer, nameOf, personNamed } from './people.ts';

const over: ReadonlySet<unknown> = new Set(['retired', 'rejected', 'deprecated', 'superseded']);

/** Documents with a body that somebody still goes by; drafts are among them. */
export const liveDocuments = (corpus: Corpus): Entry[] =>
  corpus.entries.filter(
    ({ type, readable, data }) => type.format === 'mdx' && readable && !over.has(data['status']),
  );

/** Types that tell of one day or one state, and are right for ever or not at all. */
const ofOneDay: ReadonlySet<string> = new Set([
  'adr',
  'architecture-read',
  'drill',
  'eval-report',
  'evidence',
  'founder-memo',
  'postmortem',
  'weekly-summary',
]);

/** Whether time alone can make a document wrong, so that it is reviewed again and again. */
export const isStanding = ({ type, data }: Entry): boolean =>
  !ofOneDay.has(type.name) || data['review_every_days'] !== undefined;

/** Who receives a document: its customer-side successor, else its customer-side owner; null where neither is there. */
export function receiverOf({ data }: Entry, { corpus, asOf }: StandardContext): string | null {
  const named = [textAt(data, 'successor'), textAt(data, 'owner')];
  return named.find((slug) => isActiveCustomer(corpus, slug, asOf)) ?? null;
}

/** Documents by the slug of their owner, empty where they have none. */
export const byOwner = (entries: readonly Entry[]): ReadonlyMap<string, Entry[]> =>
  Map.groupBy(entries, ({ data }) => textAt(data, 'owner') ?? '');

/** Where a finding about many documents of one person stands, with the name of that person. */
export function placeOfPerson(corpus: Corpus, slug: string) {
  const person = personNamed(corpus, slug);
  const position: Position = person === null ? wholeFile : field(['name']);
  const name = slug === '' ? 'nobody' : nameOf(corpus, slug);
  return { path: person?.path ?? 'engagement.yaml', position, name };
}

/** The first few of many, and how many more: `a, b, c and 5 more`. */
export function firstOf(names: readonly string[], shown = 3): string {
  const first = names.slice(0, shown).join(', ');
  return names.length > shown ? `${first} and ${names.length - shown} more` : first;
}

/** A count with its noun: `1 document`, `3 documents`. */
export const counted = (count: number, noun = 'document'): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`;

import { addressOf } from '../../../domain/graph/addresses.ts';
import type { Corpus, Entry } from '../../../domain/graph/corpus.ts';
import { entryAt } from '../../../domain/graph/fields.ts';
import { sideOf } from '../../../domain/graph/sides.ts';
import { nameOf as personName } from '../../../domain/standard/facts/people.ts';
import type { StandardContext } from '../../../domain/standard/rule.ts';
import type { Link } from '../forms/form.ts';
import { isLiving } from '../ownership.ts';
import { acceptanceOf } from '../standing.ts';
import { dayOf, nameOf } from '../words.ts';

/** A document that somebody took over as it stands now. */
export interface AcceptedView {
  readonly document: Link;
  readonly type: string;
  readonly by: string;
  readonly on: string;
  /** The first digits of the digest of the text. */
  readonly hash: string;
  readonly record: string;
}

/** Documents that one person has yet to take over. */
export interface OpenAcceptances {
  readonly name: string;
  readonly href: string | null;
  readonly documents: readonly {
    readonly link: Link;
    /** It was accepted once, and its text changed. */
    readonly changed: boolean;
  }[];
}

/** Documents that are accepted on their present text, by who accepted them. */
export const acceptedOf = (standard: StandardContext): AcceptedView[] =>
  documentsOf(standard.corpus)
    .flatMap((entry): AcceptedView[] => {
      const { state, by, on, entry: record } = acceptanceOf(entry, standard);
      if (state !== 'current' || record === null) return [];
      return [
        {
          document: { href: addressOf(entry), text: nameOf(entry) },
          type: entry.type.label,
          by: personName(standard.corpus, by ?? ''),
          on: dayOf(on ?? ''),
          hash: standard.hashOf(entry).slice(0, 12),
          record: addressOf(record),
        },
      ];
    })
    .sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0));

/** Documents that nobody took over as they stand, by who has to. */
export function openAcceptances(standard: StandardContext): OpenAcceptances[] {
  const { corpus } = standard;
  const open = documentsOf(corpus).flatMap((entry) => {
    const { state } = acceptanceOf(entry, standard);
    return state === 'current' ? [] : [{ entry, changed: state === 'changed' }];
  });
  return [...Map.groupBy(open, ({ entry }) => receiverOf(entry, corpus))]
    .map(([person, documents]) => ({
      name: person ? nameOf(person) : 'Nobody who stays is named',
      href: person ? addressOf(person) : null,
      documents: documents.map(({ entry, changed }) => ({
        link: { href: addressOf(entry), text: nameOf(entry) },
        changed,
      })),
    }))
    .sort((a, b) => b.documents.length - a.documents.length);
}

/** Who answers for a document after the exit: its successor, else its owner, if on the customer side. */
export function receiverOf({ data }: Entry, corpus: Corpus): Entry | null {
  const people = ['successor', 'owner'].map((field) => entryAt(data, field, 'people', corpus));
  return people.find((person) => person && sideOf(person, corpus) === 'customer') ?? null;
}

/** Documents that somebody takes over: those that have an owner and are still looked after. */
export const documentsOf = ({ entries }: Corpus): Entry[] =>
  entries.filter((entry) => 'owner' in entry.type.schema.shape && isLiving(entry));

import { addressOf } from '../../../domain/graph/addresses.ts';
import { textAt } from '../../../domain/graph/fields.ts';
import { acceptanceOf, documentsToAccept } from '../../../domain/standard/facts/acceptances.ts';
import { receiverOf } from '../../../domain/standard/facts/documents.ts';
import { nameOf as personName, personNamed } from '../../../domain/standard/facts/people.ts';
import type { StandardContext } from '../../../domain/standard/rule.ts';
import type { Link } from '../forms/form.ts';
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
    /** Why the acceptance that there is does not count. */
    readonly note: string | null;
  }[];
  /** Documents that are left out here; each page says of itself that it is not accepted. */
  readonly more: number;
}

/** More documents of one person than these are counted only. */
const MOST = 100;

/** Documents that are accepted on their present text, by who accepted them. */
export const acceptedOf = (standard: StandardContext): AcceptedView[] =>
  documentsToAccept(standard.corpus)
    .flatMap((entry): AcceptedView[] => {
      const { state, record } = acceptanceOf(entry, standard);
      if (state !== 'current' || record === null) return [];
      return [
        {
          document: { href: addressOf(entry), text: nameOf(entry) },
          type: entry.type.label,
          by: personName(standard.corpus, textAt(record.data, 'accepted_by') ?? ''),
          on: dayOf(textAt(record.data, 'accepted_on') ?? ''),
          hash: standard.hashOf(entry).slice(0, 12),
          record: addressOf(record),
        },
      ];
    })
    .sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0));

const notes = {
  none: null,
  changed: 'changed since it was accepted',
  other: 'accepted by somebody who does not take it over',
} as const;

/** Documents that nobody took over as they stand, by who has to. */
export function openAcceptances(standard: StandardContext): OpenAcceptances[] {
  const { corpus } = standard;
  const open = documentsToAccept(corpus).flatMap((entry) => {
    const { state } = acceptanceOf(entry, standard);
    return state === 'current' ? [] : [{ entry, note: notes[state] }];
  });
  return [...Map.groupBy(open, ({ entry }) => receiverOf(entry, standard))]
    .map(([slug, documents]) => ({ person: personNamed(corpus, slug), documents }))
    .map(({ person, documents }) => ({
      name: person ? nameOf(person) : 'Nobody who stays is named',
      href: person ? addressOf(person) : null,
      more: Math.max(0, documents.length - MOST),
      documents: documents.slice(0, MOST).map(({ entry, note }) => ({
        link: { href: addressOf(entry), text: nameOf(entry) },
        note,
      })),
    }))
    .sort((a, b) => b.documents.length + b.more - (a.documents.length + a.more));
}
